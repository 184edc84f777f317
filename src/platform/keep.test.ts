import { fromBase64, toBase64 } from './base64'
import { forget, personal } from './keep'
import { newKey, open, seal } from './seal'
import { sha256 } from './sha256'
import { memoryVault } from './vault'

const bytes = (length: number) => Uint8Array.from({ length }, (_, n) => (n * 7 + 3) & 255)
const hex = (buffer: ArrayBuffer) => Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, '0')).join('')

test('signing out forgets pages and drafts but not what waits to be sent, nor the photos with it', async () => {
  const vault = memoryVault()
  const mine = personal('zhou', async () => vault)
  for (const name of ['kept/today', 'draft/visit', 'outbox/001-a', 'photo/abc']) await mine.set(name, { name })
  await forget('zhou', async () => vault)
  expect(await mine.names('')).toEqual(['outbox/001-a', 'photo/abc'])
})

test('one person leaving does not touch what another keeps on the same phone', async () => {
  const vault = memoryVault()
  await personal('zhou', async () => vault).set('kept/today', 1)
  await personal('wu', async () => vault).set('kept/today', 2)
  await forget('zhou', async () => vault)
  expect(await personal('wu', async () => vault).get('kept/today')).toBe(2)
})

test('a sealed text opens under its own name only, and not when a bit was changed', async () => {
  const key = await newKey()
  const sealed = await seal(key, 'p/zhou/kept', '张桂兰 3号楼')
  expect(await open(key, 'p/zhou/kept', sealed)).toBe('张桂兰 3号楼')
  await expect(open(key, 'p/wu/kept', sealed)).rejects.toThrow()
  new Uint8Array(sealed.data)[0] ^= 1
  await expect(open(key, 'p/zhou/kept', sealed)).rejects.toThrow()
  expect(key.extractable).toBe(false)
})

test('our SHA-256 is SHA-256, for every length around a block', async () => {
  for (const length of [0, 1, 3, 55, 56, 63, 64, 65, 119, 128, 1000, 70_001]) {
    const data = bytes(length)
    const right = hex(await crypto.subtle.digest('SHA-256', data))
    expect(sha256(data)).toBe(right)
  }
})

test('bytes survive base64, and it is the usual one', () => {
  for (const length of [0, 1, 2, 3, 4, 200, 257]) {
    expect(toBase64(bytes(length))).toBe(btoa(String.fromCharCode(...bytes(length))))
    expect([...fromBase64(toBase64(bytes(length)))]).toEqual([...bytes(length)])
  }
})
