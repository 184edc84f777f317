/** How a command reaches a data folder, with a server and without. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileAnchors } from './anchors'
import { fileRoutes } from './bytes'
import { anchorsFile, serverFile } from './folder'
import { type Opened, openHouse } from './house'
import { openOperator } from './operator'
import { serve } from './server'

const QUIET = { info() {}, warn() {}, error() {} }
let folder: string
let data: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'operator-'))
  data = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const found = (port: number, token: string) =>
  writeFileSync(serverFile(data), JSON.stringify({ pid: process.pid, port, host: '127.0.0.1', tls: false, token }))

/** What a command does: asks, and puts a file up. */
async function use(): Promise<string> {
  const operator = await openOperator(data)
  try {
    expect(await operator.call('people.divisions', {})).toEqual({ items: [] })
    await expect(operator.call('people.place', { division: '2101' })).rejects.toMatchObject({ code: 'people.not_there' })
    return await operator.put(Buffer.from('a roster'))
  } finally {
    await operator.close()
  }
}
const listening = (opened: Opened, token: string) =>
  serve({
    ...{ door: opened.door, log: QUIET, host: '127.0.0.1', port: 0, rate: 0, headers: {}, operator: token },
    ...{ health: () => ({}), openapi: () => ({}), routes: [fileRoutes(opened.house, token)] },
  })

test('without a server the command opens the folder itself, and with one it goes through it', async () => {
  const alone = await use()
  const opened = await openHouse({ data, demo: false, log: QUIET })
  const served = await listening(opened, 'token')
  found(served.port, 'token')
  expect(await use()).toBe(alone)
  expect(await opened.house.blobs.get(alone)).not.toBeNull()
  await served.close(100)
  await opened.close()
})

test('what a killed server left behind does not mislead the command', async () => {
  const opened = await openHouse({ data, demo: false, log: QUIET })
  const served = await listening(opened, 'another token')
  await opened.close()
  found(served.port, 'token')
  await use()
  await served.close(100)
  await use()
})

test('a server that stops under a command is said in a sentence, not in a stack', async () => {
  const opened = await openHouse({ data, demo: false, log: QUIET })
  const served = await listening(opened, 'token')
  found(served.port, 'token')
  const operator = await openOperator(data)
  await served.close(100)
  await opened.close()
  await expect(operator.call('people.divisions', {})).rejects.toThrow('正在运行的服务停了')
  await expect(operator.put(Buffer.from('a roster'))).rejects.toThrow('正在运行的服务停了')
})

test('a head that was torn by a power cut is passed over, and the next one is not glued to it', async () => {
  const opened = await openHouse({ data, demo: false, log: QUIET })
  await opened.close()
  const head = { chain: '210102025015', entries: 1, head: 'a', at: 1 }
  writeFileSync(anchorsFile(data), `${JSON.stringify(head)}\n{"chain":"2101020`)
  const anchors = await fileAnchors(anchorsFile(data))
  expect(await anchors.last('210102025015')).toEqual(head)
  await anchors.append([{ ...head, entries: 2 }])
  expect(await (await fileAnchors(anchorsFile(data))).last('210102025015')).toEqual({ ...head, entries: 2 })
})
