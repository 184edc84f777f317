import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '@domain/people/importing'
import { crowd, text } from '../../people/import/fixture'
import { run } from './import'

const COMMUNITY = '210102025015'
let folder: string
let said: string[]
let wrong: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
  said = []
  wrong = []
  process.env.LIANGLIN_LOG = 'off'
  jest.spyOn(console, 'log').mockImplementation((words?: unknown) => void said.push(String(words)))
  jest.spyOn(console, 'error').mockImplementation((words?: unknown) => void wrong.push(String(words)))
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, bytes: Uint8Array) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const command = (...words: string[]) => run([...words, '--data', join(folder, 'data')])
const divisions = () =>
  file(
    'divisions.csv',
    text([
      ['code', 'name', 'level', 'parent'],
      ['2101', '沈阳市', 'city', ''],
      ['210102', '和平区', 'district', '2101'],
      ['210102025', '和平新村街道', 'street', '210102'],
      [COMMUNITY, '和平新村社区', 'community', '210102025'],
    ]),
  )

test('an office without anything imports the divisions, tries its roster, imports it, and again', async () => {
  expect(await command('divisions', divisions(), '--json')).toBe(0)
  expect(JSON.parse(said.splice(0).join(''))).toEqual({ rows: 4, new: 4, renamed: [], unchanged: 0 })
  const roster = file('roster.csv', text(crowd(20), ',', 'gb18030'))
  const report = async (...more: string[]) => {
    expect([await command('roster', roster, '--community', COMMUNITY, '--json', ...more), wrong]).toEqual([0, []])
    expect(said).toHaveLength(1)
    return JSON.parse(said.splice(0)[0]) as Report
  }
  const fresh = { households: { new: 20, changed: 0, unchanged: 0 }, residents: { new: 40, changed: 0, unchanged: 0 } }
  const first = await report('--dry-run')
  expect(Object.keys(first)).toEqual(['rows', 'households', 'residents', 'decisions', 'repairs', 'notes'])
  expect(first).toMatchObject({ rows: 40, ...fresh, decisions: [] })
  expect(await report()).toMatchObject(fresh)
  expect(await report()).toMatchObject({ households: { new: 0, unchanged: 20 }, residents: { new: 0, changed: 0, unchanged: 40 } })
})

test('without --json a person reads what was done and what is left to do', async () => {
  await command('divisions', divisions())
  const rows = crowd(3)
  rows[1][8] = rows[1][8].slice(0, 14)
  expect(await command('roster', file('roster.csv', text(rows)), '--community', COMMUNITY)).toBe(0)
  const words = said.join('\n')
  expect(words).toContain('导入好了。一共 6 行')
  expect(words).toContain('身份证号不全 1 处：第 2 行')
})

test.each([
  [['roster'], '还要说导入哪个文件'],
  [['people', 'x.xlsx'], '写成这样'],
  [['roster', 'x.xlsx'], '12 位社区代码'],
  [['roster', 'x.xlsx', '--community', COMMUNITY, '--fast'], '看不懂这个选项'],
  [['roster', '/nowhere/x.xlsx', '--community', '219900001001'], '还不认识 219900001001 这个社区'],
  [['divisions', '/nowhere/x.csv'], '没有 /nowhere/x.csv 这个文件'],
])('%j is answered with a sentence and a failing exit code', async (words, sentence) => {
  expect(await command(...words)).toBe(1)
  expect(wrong.join('\n')).toContain(sentence)
  expect(said).toEqual([])
})
