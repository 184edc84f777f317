import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeys } from '../_kit/keys'
import { connect } from '../_kit/store/driver'
import { openStore } from '../_kit/store/sqlite'
import { bundled, started, until } from '../_kit/store/suite/child'
import { visits as collections } from '../_kit/store/suite/visits'
import { run as backup, placeOf } from './commands/backup'
import { run as restore } from './commands/restore'

const folder = mkdtempSync(join(tmpdir(), 'lianglin-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
let said: string[]
beforeEach(() => {
  said = []
  const listen = (line: string) => void said.push(line)
  jest.spyOn(console, 'log').mockImplementation(listen)
  jest.spyOn(console, 'error').mockImplementation(listen)
})
afterEach(() => jest.restoreAllMocks())

/** A data folder with `doors` doors, a file, an audit head and keys. */
async function office(doors = 3): Promise<string> {
  const data = join(folder, `office${made++}`)
  mkdirSync(join(data, 'blobs/aa'), { recursive: true })
  const store = await openStore({ file: placeOf(data).store, collections })
  await store.load(
    'doors',
    Array.from({ length: doors }, (_, i) => ({ _id: `d${i}`, visits: i })),
  )
  await store.close()
  writeFileSync(join(data, 'blobs/aa/aa11'), 'a photo')
  writeFileSync(placeOf(data).anchors, '{"chain":"c"}\n')
  loadKeys({ env: {}, file: `${data}.keys` })
  return data
}
const doorsIn = async (data: string) => {
  const store = await openStore({ file: placeOf(data).store, collections })
  const all = await store.find('doors', { where: {}, limit: 1000 })
  await store.close()
  return all.items.length
}
const place = () => join(folder, `copy${made++}`)

test('an office is backed up and put into a new folder: documents, photos and audit heads are all there', async () => {
  const data = await office(3)
  const copy = place()
  expect(await backup(['--data', data, '--to', copy])).toBe(0)
  expect(said.join()).toContain('备份好了：3 份资料')
  expect(said.join()).toContain('没有密钥')
  expect(existsSync(join(copy, 'keys'))).toBe(false)
  const next = place()
  expect(await restore([copy, '--data', next])).toBe(0)
  expect(said.join()).toContain('备份里没有密钥')
  expect(await doorsIn(next)).toBe(3)
  expect(readFileSync(join(next, 'blobs/aa/aa11'), 'utf8')).toBe('a photo')
  expect(readFileSync(placeOf(next).anchors, 'utf8')).toBe('{"chain":"c"}\n')
})

test('with --with-keys the keys travel along, for their owner only, and are said to', async () => {
  const data = await office()
  const copy = place()
  expect(await backup(['--data', data, '--to', copy, '--with-keys'])).toBe(0)
  expect(said.join()).toContain('密钥也在里面')
  const next = place()
  expect(await restore([copy, '--data', next])).toBe(0)
  expect(readFileSync(`${next}.keys`)).toEqual(readFileSync(`${data}.keys`))
  expect(statSync(`${next}.keys`).mode & 0o777).toBe(0o600)
  expect(statSync(join(copy, 'keys')).mode & 0o777).toBe(0o600)
  expect([join(copy, 'store.db'), placeOf(next).store].map(file => statSync(file).mode & 0o777)).toEqual([0o600, 0o600])
})

test('data that is there is replaced only when asked, and stays under another name', async () => {
  const [old, busy] = [await office(3), await office(8)]
  const copy = place()
  await backup(['--data', old, '--to', copy])
  expect(await restore([copy, '--data', busy])).toBe(1)
  expect(said.at(-1)).toContain('--force')
  expect(await doorsIn(busy)).toBe(8)
  expect(await restore([copy, '--data', busy, '--force'])).toBe(0)
  expect(await doorsIn(busy)).toBe(3)
  const kept = said.find(line => line.startsWith('原来的数据留在 '))?.slice('原来的数据留在 '.length) as string
  const before = await openStore({ file: kept, collections })
  expect(await before.count('doors', {})).toBe(8)
  await before.close()
})

test('nothing is put back while the office is open', async () => {
  const data = await office(3)
  const copy = place()
  await backup(['--data', data, '--to', copy])
  const store = await openStore({ file: placeOf(data).store, collections })
  expect(await restore([copy, '--data', data, '--force'])).toBe(1)
  expect(said.at(-1)).toContain('已经有一个程序开着这份数据')
  await store.close()
  expect(await doorsIn(data)).toBe(3)
})

test('a backup that was damaged, cut short, changed, or made by a newer program is not put back', async () => {
  const data = await office(400)
  const copy = place()
  await backup(['--data', data, '--to', copy])
  const spoilt = async (spoil: (at: string) => void | Promise<void>) => {
    const at = place()
    cpSync(copy, at, { recursive: true })
    await spoil(at)
    expect(await restore([at, '--data', place()])).toBe(1)
    return said.at(-1)
  }
  const damage = (at: string) => {
    const bytes = readFileSync(join(at, 'store.db'))
    bytes.fill(0x5a, bytes.length - 8192)
    writeFileSync(join(at, 'store.db'), bytes)
  }
  const sql = (text: string) => async (at: string) => {
    const db = await connect(join(at, 'store.db'))
    db.exec(text)
    db.close()
  }
  expect(await spoilt(damage)).toContain('坏的')
  expect(await spoilt(at => rmSync(join(at, 'backup.json')))).toContain('不是一份做完的备份')
  expect(await spoilt(sql("DELETE FROM doors WHERE id = 'd1'"))).toContain('不一样')
  expect(await spoilt(sql("UPDATE _meta SET value = '99' WHERE key = 'shape'"))).toContain('请先升级程序')
  expect(await spoilt(at => writeFileSync(join(at, 'store.db'), 'x'))).toContain('不是这个系统的数据')
})

test('a backup taken while visits are being logged is one moment of the store, whole', async () => {
  const data = join(folder, `office${made++}`)
  mkdirSync(data)
  const store = await openStore({ file: placeOf(data).store, collections })
  await store.load('doors', [{ _id: 'door', visits: 0 }])
  await store.close()
  const program = bundled('load')
  const run = started(program.file, [placeOf(data).store, '0'])
  await until(() => run.lines.length > 100)
  const promised = run.lines.slice(1)
  const copy = place()
  expect(await backup(['--data', data, '--to', copy])).toBe(0)
  run.child.kill('SIGKILL')
  await run.ended
  program.gone()
  const next = place()
  expect(await restore([copy, '--data', next])).toBe(0)
  const there = await openStore({ file: placeOf(next).store, collections })
  const count = await there.count('visits', {})
  expect(await there.count('keys', {})).toBe(count)
  expect(await there.get('doors', 'door')).toEqual({ _id: 'door', visits: count })
  expect(await there.get('visits', promised.at(-1) as string)).not.toBeNull()
  await there.close()
})

test('a store that lies elsewhere is backed up from there and put back there', async () => {
  const data = await office(3)
  const elsewhere = join(folder, `elsewhere${made++}.db`)
  renameSync(placeOf(data).store, elsewhere)
  const copy = place()
  expect(await backup(['--data', data, '--store', `sqlite:${elsewhere}`, '--to', copy])).toBe(0)
  rmSync(elsewhere)
  expect(await restore([copy, '--data', data, '--store', `sqlite:${elsewhere}`])).toBe(0)
  expect([existsSync(elsewhere), existsSync(placeOf(data).store)]).toEqual([true, false])
})

test('a backup that fails leaves nothing that looks like one', async () => {
  const data = await office()
  writeFileSync(placeOf(data).store, 'broken '.repeat(1000))
  const copy = place()
  expect(await backup(['--data', data, '--to', copy])).toBe(1)
  expect(existsSync(copy)).toBe(false)
})

test('what cannot be done is one sentence', async () => {
  expect(await backup(['--data', join(folder, 'nowhere')])).toBe(1)
  expect(said.at(-1)).toContain('没有数据可以备份')
  const data = await office()
  const copy = place()
  mkdirSync(copy)
  expect(await backup(['--data', data, '--to', copy])).toBe(1)
  expect(said.at(-1)).toContain('已经有了')
  expect(await backup(['--wrong'])).toBe(1)
  expect(await restore([])).toBe(1)
  expect(said.at(-1)).toContain('用法')
})
