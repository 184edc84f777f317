/** @jest-environment node */
/** What comes out of the printer: pages as many and as large as they should be, everybody on exactly one label and one list, nothing cut, nothing small. */
import type { Page } from 'playwright-core'
import { atPrinter, CLOSED, lunchPage, MORNING, type Morning, setMorning } from './cook'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: MORNING })
let morning: Morning

beforeAll(async () => {
  morning = await setMorning(stage.server, { many: 44, stuck: false })
  await stage.server.moveTo(CLOSED)
})

interface Sheet {
  width: number
  height: number
}
/** Pages of a PDF as Chromium writes it, in mm: page objects lie open in the file. */
function pagesOf(pdf: Buffer): Sheet[] {
  const objects = pdf.toString('latin1').split('endobj')
  return objects
    .filter(one => /\/Type\s*\/Page\b(?!s)/.test(one))
    .map(one => {
      const [, width = '0', height = '0'] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(one) ?? []
      return { width: Number(width) * 0.352778, height: Number(height) * 0.352778 }
    })
}

/** Everything drawn on the paper: its words, how large, in which colour, and whether a box cuts it off. */
const drawn = (page: Page, one: string) =>
  page.evaluate(selector => {
    const boxes = Array.from(document.querySelectorAll<HTMLElement>(`.k-paper ${selector}`))
    const leaves = (box: HTMLElement) =>
      Array.from(box.querySelectorAll<HTMLElement>('*')).filter(it => it.children.length === 0 && it.textContent)
    return boxes.map(box => {
      const frame = box.getBoundingClientRect()
      const words = leaves(box).map(leaf => {
        const style = getComputedStyle(leaf)
        const at = leaf.getBoundingClientRect()
        const over = Math.max(at.bottom - frame.bottom, at.right - frame.right, frame.top - at.top, frame.left - at.left)
        return { text: leaf.textContent ?? '', points: Number.parseFloat(style.fontSize) * 0.75, colour: style.color, over }
      })
      const cut = Math.max(box.scrollHeight - box.clientHeight, box.scrollWidth - box.clientWidth)
      return { words, cut, text: box.textContent ?? '' }
    })
  }, one)

/** Asks for a paper and answers it as a PDF; the browser's own dialog is not opened. */
async function paper(person: Person, name: string): Promise<Buffer> {
  await person.page.goto(stage.server.url + lunchPage('print', morning))
  await person.page.evaluate(() => Object.assign(window, { printed: 0 }))
  await person.tap(name)
  await person.page.waitForFunction(() => (window as unknown as { printed: number }).printed > 0)
  const pdf = await person.page.pdf({ preferCSSPageSize: true })
  await person.page.emulateMedia({ media: 'print' })
  return pdf
}
const printer = () => atPrinter(stage, { wide: true })
const around = (pages: Sheet[], width: number, height: number) =>
  pages.filter(one => Math.abs(one.width - width) < 1 && Math.abs(one.height - height) < 1).length
const times = (texts: string[], words: string) => texts.filter(one => one.includes(words)).length

test('labels: one a meal, 60 x 40 mm, with name, door and dishes, nothing cut', async () => {
  const person = await printer()
  const pdf = await paper(person, '打印餐盒标签')
  const { labels } = await morning.papers()
  const pages = pagesOf(pdf)
  expect({ pages: pages.length, fit: around(pages, 60, 40) }).toEqual({ pages: labels.length, fit: labels.length })
  const boxes = await drawn(person.page, '.p-label')
  expect(boxes.length).toBe(labels.length)
  expect(boxes.filter(one => one.cut > 0 || one.words.some(word => word.over > 0.5))).toEqual([])
  const texts = boxes.map(one => one.text)
  for (const { call, door, dishes } of labels) {
    const mine = texts.filter(one => one.includes(door))
    expect({ door, labels: mine.length, named: mine[0]?.includes(call) }).toEqual({ door, labels: 1, named: true })
    for (const { name } of dishes) expect(mine[0]).toContain(name)
  }
  expect(texts.filter(one => one.includes('11月24日 午饭')).length).toBe(labels.length)
  expect(times(texts, '软烂、少盐')).toBe(1)
  expect(new Set(boxes.flatMap(one => one.words.map(word => word.colour)))).toEqual(new Set(['rgb(0, 0, 0)']))
})

test('lists: A4 by round in walking order, everybody on exactly one, 14 pt and more', async () => {
  const person = await printer()
  const pdf = await paper(person, '打印送餐单')
  const { sheets, labels } = await morning.papers()
  const pages = pagesOf(pdf)
  expect(around(pages, 210, 297)).toBe(pages.length)
  expect(pages.length).toBeGreaterThanOrEqual(sheets.length)
  const lists = await drawn(person.page, '.p-page')
  expect(lists.length).toBe(sheets.length)
  expect(lists.filter(one => one.words.some(word => word.over > 0.5))).toEqual([])
  expect(Math.min(...lists.flatMap(one => one.words.map(word => word.points)))).toBeGreaterThanOrEqual(14)
  expect(new Set(lists.flatMap(one => one.words.map(word => word.colour)))).toEqual(new Set(['rgb(0, 0, 0)']))
  const rows = await drawn(person.page, '.p-row')
  for (const { door, call } of labels)
    expect({ door, rows: rows.filter(one => one.text.includes(door) && one.text.includes(call)).length }).toEqual({ door, rows: 1 })
  expect(rows.map(one => one.words[0].text)).toEqual(sheets.flatMap(one => one.stops.map(stop => String(stop.n))))
  const all = lists.map(one => one.text).join()
  for (const words of ['到门口：敲门轻一点', '留意：一个人住，心脏不好', '收 12 元', '本人说：门铃坏了']) expect(all).toContain(words)
})

test('the prep sheet is one A4', async () => {
  const person = await printer()
  const pages = pagesOf(await paper(person, '打印备餐单'))
  expect({ pages: pages.length, fit: around(pages, 210, 297) }).toEqual({ pages: 1, fit: 1 })
  const [sheet] = await drawn(person.page, '.p-page')
  const { prep } = await morning.papers()
  for (const { name, quantity } of prep.dishes.filter(one => one.quantity > 0))
    expect(sheet.text).toMatch(new RegExp(`${name}.*?${quantity} 份`))
  expect(sheet.text).toContain(`${prep.covers} 份，送 ${prep.ways.delivery}，来取 ${prep.ways.pickup}，在这吃 ${prep.ways.eatin}`)
  expect(sheet.words.filter(one => one.over > 0.5)).toEqual([])
})

test('on the screen there is no paper, and without it a page prints as itself', async () => {
  const person = await printer()
  await paper(person, '打印备餐单')
  await person.page.emulateMedia({ media: 'screen' })
  expect(await person.page.locator('.k-paper').isVisible()).toBe(false)
  await person.page.goto(`${stage.server.url}/#/pages/home/index`)
  await person.page.emulateMedia({ media: 'print' })
  await person.sees(/今天/)
})
