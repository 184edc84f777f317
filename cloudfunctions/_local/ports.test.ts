import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskBlobs } from './blobs'
import { pictures } from './pictures'
import { sender } from './sender'

const ID = 'ab'.repeat(32)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lianglin-ports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('bytes on disk are there whole, for their owner alone, and gone when removed', async () => {
  const blobs = diskBlobs(folder)
  await blobs.put(ID, Buffer.from('one'))
  await Promise.all([blobs.put(ID, Buffer.from('two')), blobs.put(ID, Buffer.from('two'))])
  expect(Buffer.from((await blobs.get(ID)) ?? []).toString()).toBe('two')
  expect(readdirSync(join(folder, 'ab'))).toEqual([ID])
  expect(statSync(join(folder, 'ab', ID)).mode & 0o777).toBe(0o600)
  await blobs.remove(ID)
  await blobs.remove(ID)
  expect(await blobs.get(ID)).toBeNull()
})

test('nothing but a hash becomes a path', async () => {
  const blobs = diskBlobs(folder)
  for (const id of ['../../etc/passwd', 'AB'.repeat(32), '']) await expect(blobs.put(id, Buffer.from('x'))).rejects.toThrow('not a file id')
})

test('without a provider the code is printed for whoever started the server, the phone masked', async () => {
  const printed: string[] = []
  await sender({}, line => void printed.push(line))('13800138000', '123456')
  expect(printed).toEqual(['验证码 123456 发给 138****8000'])
})

test('a provider hook gets the phone and the code with its token, and its refusal is a failure', async () => {
  const got: unknown[] = []
  let status = 200
  const hook: Server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', piece => pieces.push(piece))
    request.on('end', () => {
      got.push([request.method, request.headers.authorization, JSON.parse(Buffer.concat(pieces).toString())])
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(done => hook.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/codes`
  const send = sender({ LIANGLIN_SMS_URL: url, LIANGLIN_SMS_TOKEN: 'secret' })
  await send('13800138000', '123456')
  expect(got).toEqual([['POST', 'Bearer secret', { phone: '13800138000', code: '123456' }]])
  status = 500
  await expect(send('13800138000', '123456')).rejects.toThrow('answered 500')
  await new Promise(done => hook.close(done))
})

test('a photo of 4000 pixels with a place in it comes out small and without the place', async () => {
  const sharp = await import('sharp').then(
    it => it.default,
    () => null,
  )
  // without the library the byte-for-byte way is taken; files.test.ts is about that
  if (!sharp) return
  const gps = { IFD3: { GPSLatitude: '41/1 48/1 0/1', GPSLatitudeRef: 'N' } }
  const big = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#a33' } })
    .jpeg()
    .withExif(gps)
    .toBuffer()
  expect((await sharp(big).metadata()).exif).toBeDefined()
  const clean = await (await pictures()).clean(big)
  const after = await sharp(clean).metadata()
  expect([after.width, after.height, after.exif, after.format]).toEqual([1600, 1200, undefined, 'jpeg'])
  await expect((await pictures()).clean(big.subarray(0, 2000))).rejects.toThrow()
})
