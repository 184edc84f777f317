/** @jest-environment node */
/** The community's desk for its volunteers: the week's board, whom to ring for an empty seat, paper, and numbers that say the same everywhere. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { until } from '../patience'
import { asDemo } from './api'
import { atPrinter } from './cook'
import { enterDemo } from './enter'
import { onStage } from './stage'

const stage = onStage({ now: '2026-11-25T07:40' })
const at = (page: string) => `${stage.server.url}/#/shifts/pages/${page}/index`
const whole = (text: string) => Number(text.replaceAll(',', ''))

/** Today's lunch in the kitchen, as the board has it. */
async function lunch() {
  const office = await asDemo(stage.server.url, 'community')
  const { day } = await office.call('account.me', {})
  const board = await office.call('shifts.board', { community: office.division, week: day })
  const shift = board.days.find(one => one.day === day)?.shifts.find(one => one.kind === 'kitchen')
  if (!shift) throw new Error('no lunch today')
  return { office, day, board, shift }
}
const pages = (pdf: Buffer) =>
  pdf
    .toString('latin1')
    .split('endobj')
    .filter(one => /\/Type\s*\/Page\b(?!s)/.test(one)).length

test('the office sees the week with its empty seats, and fills one from the list of whom to ring', async () => {
  const { office, board, shift } = await lunch()
  const person = await stage.arrives({ wide: true })
  await enterDemo(person, '刘芳')
  await person.page.goto(at('board'))
  await person.sees(`还缺 ${board.sum.holes} 个人`)
  await person.sees('三天内要当心的')
  await person.page
    .getByRole('button', { name: /08:30 到 12:30 妈妈厨房做午饭.*切配.*缺 1/ })
    .first()
    .click()
  await person.tap('找人补切配')
  await person.sees('切配还缺 1 人')
  const { people } = await office.call('shifts.call_list', { shift: shift.id, role: 'cut' })
  await person.sees(`打给${people[0].name}`)
  await person.tap('没人接')
  await person.sees(`打给${people[1].name}`)
  await person.letsGo()
  await person.tap('能来，排上')
  await person.sees('切配不缺人了')
  const after = async () => (await lunch()).shift.roles.find(one => one.id === 'cut')
  await until(async () => (await after())?.holes === 0, 'the seat is taken')
  expect((await after())?.people.map(one => one.name)).toContain(people[1].name)
})

test('the sign-in sheet is one A4 with everybody on it, large enough to read without glasses', async () => {
  const { office, shift } = await lunch()
  const sheet = await office.call('shifts.sheet', { shift: shift.id })
  const person = await atPrinter(stage, { wide: true })
  await person.page.goto(`${at('paper')}?shift=${encodeURIComponent(shift.id)}`)
  await person.page.evaluate(() => Object.assign(window, { printed: 0 }))
  await person.tap('打印签到表')
  await person.page.waitForFunction(() => (window as unknown as { printed: number }).printed > 0)
  expect(pages(await person.page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await person.page.emulateMedia({ media: 'print' })
  const text = (await person.page.locator('.k-paper').textContent()) ?? ''
  for (const { name } of sheet.rows) expect(text).toContain(name)
  const small = await person.page.evaluate(
    () =>
      Array.from(document.querySelectorAll('.k-paper *')).filter(
        one => one.children.length === 0 && one.textContent && Number.parseFloat(getComputedStyle(one).fontSize) * 0.75 < 13.9,
      ).length,
  )
  expect(small).toBe(0)
})

test('the numbers of a month are the same in the figure, the table, the text file and at the server', async () => {
  const { office, day } = await lunch()
  const period = day.slice(0, 7)
  const { sum, times } = await office.call('shifts.figures', { division: office.division, period })
  expect(sum.came).toBeGreaterThan(50)
  const person = await stage.arrives({ wide: true })
  await enterDemo(person, '刘芳')
  await person.page.goto(`${at('numbers')}?period=${period}`)
  await person.sees(`来了 ${sum.came} 人次`)
  const row = person.page.getByRole('table', { name: '一天一行' }).last().getByRole('row').last()
  const cells = (await row.getByRole('cell').locator('> :last-child').allTextContents()).map(whole)
  for (const value of [sum.shifts, sum.came, sum.people, sum.holes]) expect(cells).toContain(value)
  const csv: string[][] = parse(readFileSync(await person.takes('存成文本表格')), { bom: true })
  const inCsv = (name: string, title: string) => Number(csv.find(one => one[1] === name)?.[csv[0].indexOf(title)])
  expect([inCsv('合计', '来了（人次）'), inCsv('合计', '一直空着')]).toEqual([sum.came, sum.holes])
  for (const one of times) expect(inCsv(one.key, '来了（人次）')).toBe(one.came)
})

test('whom to thank for a month prints as one poster, and leads to each of them', async () => {
  const person = await atPrinter(stage, { wide: true })
  await person.page.goto(at('thanks'))
  await person.sees(/位邻居帮了 \d+ 小时/)
  await person.page.evaluate(() => Object.assign(window, { printed: 0 }))
  await person.tap('打印感谢榜')
  await person.page.waitForFunction(() => (window as unknown as { printed: number }).printed > 0)
  expect(pages(await person.page.pdf({ preferCSSPageSize: true }))).toBe(1)
})
