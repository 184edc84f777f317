/** @jest-environment node */
/** Money: rules are saved with a gap said, the till is counted and closed, and a claim that is downloaded is the claim that is shown. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import readExcelFile from 'read-excel-file/node'
import { asDemo } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: '2026-11-21T14:00' })
const go = (person: Person, page: string) => person.page.goto(`${stage.server.url}/#/meals/pages/${page}/index`)

async function addRule(person: Person, from: string, to: string, effect: string, amount?: string) {
  await person.tap('加一条')
  await person.types('从几岁', from)
  if (to) await person.types('到几岁', to)
  await person.tap(effect)
  if (amount) await person.types(/便宜多少/, amount)
  await person.tap('好了')
}

test('the office sets the rules, reads which ages nobody thought of, tries them on somebody, and saves them', async () => {
  const office = await stage.arrives({ wide: true })
  await enterDemo(office, '刘芳')
  await go(office, 'rules')
  await office.sees('妈妈厨房有 7 条规则')
  await office.tap('整个社区')
  await office.sees('和平新村社区没有自己的规则')
  await addRule(office, '60', '79', '便宜几元', '1')
  await addRule(office, '90', '', '免费')
  await office.sees('没人管：80 到 89 岁没有规则，按原价')
  await office.sees('改了还没有存，大家还按原来的付')
  await office.types('多大年纪', '92')
  await office.sees('90 岁以上免费')
  await office.types('多大年纪', '85')
  await office.sees('没有优惠')
  await office.tap('存下这 2 条规则')
  await office.sees('存好了，还有 1 处要留意')
  await office.page.reload()
  await office.sees('和平新村社区有 2 条规则')
  await office.sees('没人管：80 到 89 岁没有规则，按原价')
})

test('the cook tops up a meal account, counts the till, says why it does not agree, and closes it once', async () => {
  const cook = await stage.arrives()
  await enterDemo(cook, '张玉华')
  await go(cook, 'till')
  await cook.sees('钱箱里应该有')
  const ask = await asDemo(stage.server.url, 'kitchen')
  const kitchens = await ask.call('meals.kitchens', { division: ask.division })
  const kitchen = kitchens.find(one => one.kind === 'kitchen')?.id ?? ''
  const before = await ask.call('meals.till', { kitchen })
  await cook.tap(/^充饭卡/)
  await cook.types('找人', '王福来')
  await cook.tap(/^王/)
  await cook.tap('100 元')
  await cook.types('收据号', 'E2E 1')
  await cook.tap(/^收 100 元，充进王/)
  await cook.sees(/记好了/)
  const { expected } = await ask.call('meals.till', { kitchen })
  expect(expected).toBe(before.expected + 10_000)
  await cook.tap('数钱，今天结账')
  await cook.types(/数出来多少/, String((expected - 500) / 100))
  await cook.sees('少 5 元，请写一句为什么')
  await cook.types('为什么对不上', '找错了 5 元')
  await cook.tap(/^结账，交/)
  await cook.sees(/今天 .* 结过了/)
  const after = await ask.call('meals.till', { kitchen })
  expect(after).toMatchObject({ expected: 0, closed: { difference: -500, why: '找错了 5 元' } })
})

test('a claim is downloaded twice over, and both files say what the table says', async () => {
  const office = await stage.arrives({ wide: true })
  await enterDemo(office, '刘芳')
  await go(office, 'statements')
  await office.sees(/^政府要出/)
  const staff = await asDemo(stage.server.url, 'community')
  const claim = await staff.call('meals.claim', { community: staff.division, giver: 'government', month: '2026-11' })
  await office.sees(`政府要出 ${claim.fen / 100} 元`)
  expect(await office.page.locator('tbody tr').filter({ visible: true }).count()).toBeGreaterThanOrEqual(claim.rows.length)
  const csv = parse(readFileSync(await office.takes('下载文本表格')), { bom: true }) as string[][]
  const sheets = await readExcelFile(readFileSync(await office.takes('下载电子表格')))
  for (const rows of [csv, sheets[1].data as unknown[][]]) {
    const sum = (column: number) => Math.round(rows.slice(1).reduce((all, row) => all + Number(row[column]), 0) * 100)
    expect([rows.length - 1, sum(8), sum(10)]).toEqual([claim.meals, claim.total, claim.fen])
  }
})
