import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../_kit/store/sqlite'
import { collections } from '../../features'
import { loadDivisions } from '../../people/divisions'
import { storeFile } from '../folder'
import { run } from './member'

const PHONE = '13800138000'
const ROWS = [
  ['2101', '沈阳市', 'city', ''],
  ['210102', '和平区', 'district', '2101'],
  ['210102025', '长白街道', 'street', '210102'],
  ['210102025015', '和平新村社区', 'community', '210102025'],
].map(([code, name, level, parent]) => ({ code, name, level, parent }))

let data: string
const said: string[] = []
beforeEach(async () => {
  data = join(mkdtempSync(join(tmpdir(), 'member-')), 'data')
  said.length = 0
  for (const way of ['log', 'error'] as const)
    jest.spyOn(console, way).mockImplementation((...words: unknown[]) => void said.push(words.join(' ')))
  await run(['list', '--data', data])
  const store = await openStore({ file: storeFile(data), collections })
  await loadDivisions(store, ROWS)
  await store.close()
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(join(data, '..'), { recursive: true, force: true })
})
const member = (...words: string[]) => run([...words, '--data', data])
const given = ['--phone', PHONE, '--name', '王芳', '--role', 'community', '--scope', '210102025015']

test('a community without demo data gets its first person in one command, and an empty list says how', async () => {
  expect(said).toEqual(['还没有行政区划。先导入：npm run import -- divisions 文件'])
  expect(await member('add', ...given)).toBe(0)
  expect(said.at(-1)).toContain('王芳 从')
  expect(said.at(-1)).toContain('长白街道和平新村社区的社区工作者')
  await member('list')
  expect(said.at(-1)).toMatch(/王芳 {2}138\*{4}8000 {2}社区工作者 {2}和平新村社区 .* 在任/)
  expect(said.join()).not.toContain(PHONE)
})

test('giving the same role twice, or one in a place that is not there, is said in a sentence', async () => {
  await member('add', ...given)
  expect(await member('add', ...given)).toBe(1)
  expect(said.at(-1)).toBe('这个人在这段时间已经有这个身份了')
  expect(await member('add', ...given.slice(0, -1), '210102025999')).toBe(1)
  expect(said.at(-1)).toContain('没有找到')
  expect(await member('add', '--phone', PHONE)).toBe(1)
  expect(said.at(-1)).toContain('还缺 --name')
  expect(await member('add', ...given.slice(0, -4), '--role', '皇帝', '--scope', '2101')).toBe(1)
  expect(said.at(-1)).toContain('没有 皇帝 这个身份')
})

test('a membership is ended by its number', async () => {
  await member('add', ...given)
  const id = /编号 (\S+)/.exec(said.at(-1) ?? '')?.[1] ?? ''
  expect(await member('end', '--membership', id, '--reason', '调走了')).toBe(0)
  expect(await member('end', '--membership', id)).toBe(1)
})
