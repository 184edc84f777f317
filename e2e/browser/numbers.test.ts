/** @jest-environment node */
/** The kitchen in numbers, the same in figures, tables and files; and the month's birthday party, ticked off with big taps. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import readSheets from 'read-excel-file/node'
import { until } from '../patience'
import { asDemo } from './api'
import { enterDemo } from './enter'
import { onStage } from './stage'

const stage = onStage()
const NUMBERS = '/#/meals/pages/numbers/index'
const PARTY = '/#/meals/pages/party/index'
const whole = (text: string) => Number(text.replaceAll(',', ''))

test('the office reads the month: figure, table, text file and workbook say the same, and so does the server', async () => {
  const office = await asDemo(stage.server.url, 'community')
  const { day } = await office.call('account.me', {})
  const period = day.slice(0, 7)
  const { sum, days } = await office.call('meals.numbers', { division: office.division, period })
  expect(sum.covers).toBeGreaterThan(50)
  const person = await stage.arrives({ wide: true })
  await enterDemo(person, '刘芳')
  await person.page.goto(`${stage.server.url}${NUMBERS}?period=${period}`)
  await person.sees(/吃上饭 [\d,]+ 份/)
  const figure = person.page.getByRole('button', { name: /^吃上饭/ }).first()
  expect(whole(/([\d,]+) 份/.exec((await figure.textContent()) ?? '')?.[1] ?? '')).toBe(sum.covers)
  await figure.click()
  const rows = person.page.getByRole('dialog').getByRole('table', { name: '一天一行' }).getByRole('row')
  const last = await rows.last().getByRole('cell').locator('> :last-child').allTextContents()
  expect(last[0]).toContain('合计')
  expect(last.map(whole)).toContain(sum.covers)
  expect(await rows.count()).toBe(days.length + 2)
  await person.page.keyboard.press('Escape')

  const csv: string[][] = parse(readFileSync(await person.takes('存成文本表格')), { bom: true })
  const workbook = (await readSheets(readFileSync(await person.takes('存成电子表格')))) as unknown as { sheet: string; data: unknown[][] }[]
  const inCsv = (row: string, title: string) => Number(csv.find(([first]) => first === row)?.[csv[0].indexOf(title)])
  const [byDay] = workbook
  const inBook = (row: string, title: string) => byDay.data.find(([first]) => first === row)?.[byDay.data[0].indexOf(title)]
  for (const [title, value] of [
    ['吃上饭（份）', sum.covers],
    ['多少人', sum.people],
    ['送到家', sum.delivery],
    ['没人取', sum.missed],
    ['餐费（元）', sum.total / 100],
    ['政府补（元）', sum.government / 100],
  ] as const)
    expect([title, inCsv('合计', title), inBook('合计', title)]).toEqual([title, value, value])
  for (const one of days)
    expect([one.day, inCsv(one.day, '吃上饭（份）'), inBook(one.day, '吃上饭（份）')]).toEqual([one.day, one.covers, one.covers])
})

test('every chart has its sentence, and its numbers one tap away', async () => {
  const person = await stage.arrives()
  await enterDemo(person, '刘芳')
  await person.page.goto(`${stage.server.url}${NUMBERS}`)
  await person.tap('一个月')
  await person.sees(/开饭 \d+ 天，平均一天 \d+ 份/)
  await person.tap('看数字：每天多少份')
  await person.sees('来取')
  await person.tap('收起数字：每天多少份')
})

test('the kitchen invites who is not invited yet and ticks off who comes', async () => {
  const cook = await asDemo(stage.server.url, 'kitchen')
  const { day } = await cook.call('account.me', {})
  const look = () => cook.call('meals.party', { community: cook.division.slice(0, 12), month: day.slice(0, 7) })
  const before = await look()
  const open = before.birthdays.filter(one => !one.invited).length
  const person = await stage.arrives()
  await enterDemo(person, '张玉华')
  await person.page.goto(`${stage.server.url}${PARTY}`)
  await person.sees(`${Number(day.slice(5, 7))}月有 ${before.birthdays.length} 位过生日`)
  if (open > 0) {
    await person.tap('过生日的')
    await person.tap(open === 1 ? /^请/ : `请这 ${open} 位`)
    await person.sees('请好了，本人和家里人都会收到通知')
  }
  await person.tap('点名')
  const all = person.page.getByRole('checkbox')
  await person.sees(/来了 0 位，请了 \d+ 位/)
  expect((await all.first().boundingBox())?.height).toBeGreaterThanOrEqual(60)
  await all.nth(0).click()
  await person.sees(/来了 1 位/)
  await all.nth(1).click()
  await person.sees(/来了 2 位/)
  await person.letsGo()
  await all.nth(1).click()
  await person.sees(/来了 1 位/)
  const came = async () => (await look()).guests.filter(one => one.came).length
  await until(async () => (await came()) === 1, 'one tick at the server')
  expect((await look()).birthdays.every(one => one.invited)).toBe(true)
})
