/** @jest-environment node */
/** Hours that two people stand for, a certificate on one page that a stranger can verify, and a platform's file with a bad row. */
import { asDemo, type Caller, caller } from './api'
import { enterByCode, enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

const LEAD = '19900007101'
const HELPER = '19900007102'
const LEDGER = '/#/shifts/pages/ledger/index'
const stage = onStage({ now: '2026-11-18T10:00' })
let office: Caller & { name: string; division: string }
let certificate = ''
let link = ''

beforeAll(async () => {
  office = await asDemo(stage.server.url, 'community')
  const assigned = { phone: LEAD, name: '王队长', role: 'lead' as const, scope: office.division, since: '2026-11-01' }
  await office.call('account.assign', assigned)
  const helper = caller(stage.server.url, await stage.server.session(HELPER))
  await helper.call('shifts.register', { community: office.division, name: '冯桂芬', skills: [], times: [], born: '1958-03-04' })
  const { items } = await office.call('shifts.volunteers', { community: office.division, words: '冯桂芬' })
  await office.call('shifts.approve', { account: items[0].account })
})

/** Somebody of the office at a wide screen, whose printer only counts. */
async function atDesk(): Promise<Person> {
  const person = await stage.arrives({ wide: true })
  await person.context.addInitScript(() => {
    const pages = window as unknown as { printed: number }
    pages.printed = 0
    window.print = () => void pages.printed++
  })
  await person.reopens()
  await enterDemo(person, office.name)
  return person
}
/** Page objects lie open in a PDF as Chromium writes it. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0

test('a lead adds hours, and they count once the office has said yes', async () => {
  const lead = await stage.arrives()
  await enterByCode(lead, stage.server, LEAD)
  await lead.page.goto(`${stage.server.url}${LEDGER}?tab=hours`)
  await lead.tap('补记时长')
  await lead.types('找人', '冯桂芬')
  await lead.tap(/^冯桂芬/)
  await lead.types('哪一天', '2026-11-15')
  await lead.types('几小时', '2.5')
  await lead.types('做了什么', '清扫楼道')
  await lead.types('为什么没有签到', '手机没电了，我在场')
  await lead.letsGo()
  await lead.tap('补记 2 小时 30 分')
  await lead.sees(/提上去了，等第二个人确认/)
  await lead.tap('等确认')
  await lead.sees('是您提的，要第二个人来确认')
  const desk = await atDesk()
  await desk.page.goto(stage.server.url + LEDGER)
  await desk.sees('有 1 条等您确认')
  await desk.sees('王队长：手机没电了，我在场')
  await desk.tap('同意：冯桂芬，清扫楼道')
  await desk.sees('没有要您确认的')
})

test('hours that still lie open cannot be certified; a week later a certificate prints on one page with everything on it', async () => {
  const early = await stage.arrives()
  await enterByCode(early, stage.server, HELPER)
  await early.page.goto(`${stage.server.url}/#/shifts/pages/certificate/index`)
  await early.sees('现在还开不了')
  await stage.server.moveTo('2026-11-28T10:00')
  const helper = await stage.arrives()
  await enterByCode(helper, stage.server, HELPER)
  await helper.page.goto(`${stage.server.url}/#/shifts/pages/hours/index`)
  await helper.sees('您一共帮了 2 小时 30 分')
  await helper.tap('开证明、看证明')
  await helper.tap('请社区开一张')
  await helper.sees('已经跟社区说了，开好了会在通知里告诉您。')
  const desk = await atDesk()
  await desk.page.goto(stage.server.url + LEDGER)
  await desk.tap('开证明：冯桂芬，志愿服务记录证明')
  await desk.types('负责人', '王主任')
  await desk.tap('给冯桂芬开证明')
  await desk.comesTo(/certificate/)
  await desk.sees('志愿服务记录证明')
  await desk.page.waitForFunction(() => document.querySelector('.k-paper .c-sheet') !== null)
  await desk.tap('打印，或者存下来')
  await desk.page.waitForFunction(() => (window as unknown as { printed: number }).printed > 0)
  expect(pagesOf(await desk.page.pdf({ preferCSSPageSize: true }))).toBe(1)
  await desk.page.emulateMedia({ media: 'print' })
  const paper = desk.page.locator('.k-paper .c-sheet')
  const words = (await paper.textContent()) ?? ''
  for (const part of [
    '冯桂芬',
    '1 次',
    '2 小时 30 分',
    '清扫楼道',
    '负责人：王主任',
    '日期：2026年11月28日',
    '盖章处',
    '〔2026〕第 ',
    '校验码',
  ])
    expect(words).toContain(part)
  expect(await paper.evaluate(box => Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth))).toBeLessThanOrEqual(
    0,
  )
  const { items } = await (await asDemo(stage.server.url, 'community')).call('shifts.certificates', { community: office.division })
  certificate = items[0].content.number
  link = `${stage.server.url}/#/shifts/pages/verify/index?number=${items[0].content.id}&code=${items[0].code}`
  await helper.page.goto(`${stage.server.url}/#/shifts/pages/certificate/index?number=${items[0].content.id}`)
  await helper.sees(certificate)
})
test('a stranger scans the code and reads that it holds, and after it was revoked that it does not', async () => {
  const stranger = await stage.arrives()
  await stranger.page.goto(link)
  await stranger.sees('这张证明是真的，现在有效')
  await stranger.sees('冯**')
  expect(await stranger.count('冯桂芬')).toBe(0)
  await stranger.tap('再核验一张')
  await stranger.types('校验码', '0000 0000 0000')
  await stranger.letsGo()
  await stranger.tap('核验')
  await stranger.sees('没有查到这张证明')
  const desk = await atDesk()
  await desk.page.goto(`${stage.server.url}${LEDGER}?tab=certificates`)
  await desk.tap(`作废：${certificate}`)
  await desk.types('为什么', '名字里的字写错了')
  await desk.tap('作废这一张')
  await desk.sees(/作废了$/)
  await stranger.reopens(link.slice(stage.server.url.length))
  await stranger.sees('这张证明已经作废，2026年11月28日起不再有效')
  expect(await stranger.count('名字里的字写错了')).toBe(0)
})

test('a file of the city’s platform is looked at first; a bad row is named, and nothing is written with it', async () => {
  const desk = await atDesk()
  await desk.page.goto(`${stage.server.url}${LEDGER}?tab=files`)
  const rows = ['姓名,志愿者编号,活动名称,服务日期,服务时长', '冯桂芬,LN7102,植树,2026-11-08,2', '查无此人,LN1,植树,2026-11-08,2']
  const file = { name: '好志愿.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) }
  await desk.gives('选一份文件，先看一遍', file)
  await desk.sees('名册里没有查无此人')
  const off = desk.page.getByRole('button', { name: '写进去 1 行' })
  expect(await off.getAttribute('aria-disabled')).toBe('true')
  await desk.tap(/不要有问题的 1 行/)
  await desk.tap('写进去 1 行')
  await desk.sees('写进去 1 行，0 行原来就有')
  await desk.letsGo()
  await desk.gives('选一份文件，先看一遍', file)
  await desk.sees('已经导入过')
  const csv = await desk.takes('存成文本表格')
  expect(csv).toBeTruthy()
})
