/** @jest-environment node */
/** The audit's own rules, each on a page that breaks just that: a rule that cannot fail protects nobody. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newPhone, openBrowser } from '../browser/chrome'
import { inject } from './inject'
import type { Failure } from './inpage/rules'
import { LEAST } from './visit'

jest.setTimeout(60_000)
let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  context = await newPhone(browser)
  await inject(context)
  page = await context.newPage()
})
afterAll(() => browser.close())

const SHEET =
  '<meta name="viewport" content="width=device-width"><style>body{margin:0;font:16px/1.5 sans-serif}button,a,div.b{min-height:48px;min-width:48px;font-size:16px}</style>'
async function show(html: string) {
  await page.goto(
    `data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html><html lang="zh"><head>${SHEET}<title>看看</title></head><body>${html}</body></html>`)}`,
  )
}
const look = (mode: 'standard' | 'elder' = 'standard'): Promise<Failure[]> => page.evaluate(least => window.audit.look(least), LEAST[mode])
const rules = async (found: Promise<Failure[]>) => [...new Set((await found).map(({ rule }) => rule))]

const GOOD = '<button>记下</button> <a href="#x" style="display:inline-block">看看</a> <p>三号楼</p>'

test('a sound page passes', async () => {
  await show(GOOD)
  expect(await look()).toEqual([])
  expect(await page.evaluate(() => window.audit.reflow('reflow'))).toEqual([])
  expect(await page.evaluate(() => window.audit.enlarge('large'))).toEqual([])
})
test('a block that listens to a press without a role, a name or the keyboard is found by its listener', async () => {
  await show('<div id="d" class="b" style="width:60px"></div><script>d.addEventListener("click", () => {})</script>')
  expect(await rules(look())).toEqual(['role', 'name', 'focus'])
})
test('a listener kept in React props is found too', async () => {
  await show('<div id="d" class="b">开门</div><script>d.__reactProps$abc = { onClick() {} }</script>')
  expect(await rules(look())).toEqual(['role', 'focus'])
})
test('small targets are found, in elder mode from 60 px on', async () => {
  await show('<button style="min-height:40px;height:40px">记下</button>')
  expect(await rules(look())).toEqual(['target'])
  await show('<button style="min-width:80px;height:59px;font-size:20px">记下</button>')
  expect(await rules(look())).toEqual([])
  expect(await rules(look('elder'))).toEqual(['target'])
})
test('small words are found, in elder mode below 18 px', async () => {
  await show('<p style="font-size:12px">小字</p>')
  expect(await rules(look())).toEqual(['font'])
  await show('<p style="font-size:17px">小字</p>')
  expect(await rules(look('elder'))).toEqual(['font'])
})
test('English on the page is found, file kinds are not', async () => {
  await show('<p>Loading 数据</p><p>Excel 表格</p>')
  expect((await look()).map(({ rule, what }) => [rule, what])).toEqual([['language', '"Loading" in "Loading 数据"']])
})
test('targets that lie on each other are found', async () => {
  await show('<button style="width:90px">甲</button><button style="width:90px;margin-left:-30px">乙</button>')
  expect(await rules(look())).toEqual(['overlap'])
})
test('what sticks out at 320 px is found', async () => {
  await show('<p style="width:400px">很宽</p>')
  await page.setViewportSize({ width: 320, height: 812 })
  expect((await page.evaluate(() => window.audit.reflow('reflow'))).length).toBeGreaterThan(0)
  await page.setViewportSize({ width: 375, height: 812 })
})
test('words cut off at 200 % text are found', async () => {
  await show('<p style="height:24px;overflow:hidden">三号楼二单元</p>')
  expect(await rules(page.evaluate(() => window.audit.enlarge('large')))).toEqual(['large'])
})
test('a main action out of reach of the thumb is found', async () => {
  await show('<button class="k-button-primary">记下</button>')
  expect(await rules(page.evaluate(() => window.audit.reach()))).toEqual(['reach'])
  await show('<button class="k-button-primary" style="position:fixed;bottom:0">记下</button>')
  expect(await page.evaluate(() => window.audit.reach())).toEqual([])
})
