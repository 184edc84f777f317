/** Opens one page in one state and lists everything that is wrong with it. */
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page, Request, Route } from 'playwright-core'
import { until } from '../patience'
import type { Failure } from './inpage/rules'

export const STATES = ['loading', 'error', 'empty', 'full', 'offline'] as const
export type State = (typeof STATES)[number]
export type Mode = 'standard' | 'elder'
export const LEAST = { standard: { target: 44, font: 13 }, elder: { target: 60, font: 18 } } as const
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PHONE = { width: 375, height: 812 }
const DESK = { width: 1280, height: 800 }

export interface Visit {
  /** Where: '/#/visits/pages/today/index?grid=...' below the server's address. */
  url: string
  mode: Mode
  state: State
  /** How many rows a full list must show. */
  rows?: number
  /** Also looked at on a desk's screen. */
  wide?: boolean
}

const BUG = JSON.stringify({ refused: { code: 'call.bug', message: '系统出了点问题，请稍后再试。问题编号 a1b2c3' } })
const ANSWERS: Partial<Record<State, (route: Route) => Promise<void> | undefined>> = {
  // Never answered: closing the page ends it.
  loading: () => undefined,
  error: route => route.fulfill({ status: 500, contentType: 'application/json', body: BUG }),
  offline: route => route.abort('internetdisconnected'),
}

/** Opening a window costs more than a look: a page that was left is used again in its own context and mode. */
const left = new WeakMap<BrowserContext, { page: Page; mode: Mode }[]>()
const underWay = new WeakMap<Page, Set<Request>>()

/** Sets the mode before the app starts, where the app itself keeps it. */
async function pageIn(context: BrowserContext, mode: Mode): Promise<Page> {
  const pages = left.get(context) ?? []
  const at = pages.findIndex(one => one.mode === mode)
  if (at >= 0) return pages.splice(at, 1)[0].page
  const page = await context.newPage()
  countAsking(page)
  const preferences = JSON.stringify({ data: JSON.stringify({ elder: mode === 'elder', scale: 1, listen: false }) })
  await page.addInitScript(value => localStorage.setItem('lianglin.preferences', value), preferences)
  return page
}

/** A page as of a fresh window: what an earlier look had routed or left unanswered is gone. */
export async function openIn(context: BrowserContext, { url, mode, state }: Visit): Promise<Page> {
  const page = await pageIn(context, mode)
  const answer = ANSWERS[state]
  if (answer) await page.route('**/api/**', route => answer(route))
  await page.goto(url)
  return page
}

async function leave(context: BrowserContext, page: Page, mode: Mode): Promise<void> {
  try {
    page.removeAllListeners('pageerror')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.goto('about:blank')
    await page.setViewportSize(PHONE)
    underWay.get(page)?.clear()
    left.set(context, [...(left.get(context) ?? []), { page, mode }])
  } catch {
    await page.close()
  }
}

/** Counts what the page has asked and not been answered. */
function countAsking(page: Page): void {
  const asked = new Set<Request>()
  underWay.set(page, asked)
  page.on('request', request => void asked.add(request))
  page.on('requestfinished', request => void asked.delete(request))
  page.on('requestfailed', request => void asked.delete(request))
}
const quiet = (page: Page) => until(() => underWay.get(page)?.size === 0, 'the end of what was asked')

/** Ready when the page has its heading and, unless it is to stay loading, no skeleton and nothing under way. */
export async function settled(page: Page, state: State): Promise<void> {
  await page.locator('h1').filter({ visible: true }).first().waitFor()
  if (state === 'loading') return
  const still = () =>
    document.querySelectorAll('.k-skeleton, .k-busy').length === 0 ||
    ![...document.querySelectorAll('.k-skeleton, .k-busy')].some(it => it.checkVisibility())
  await page.waitForFunction(still)
  await quiet(page)
  await page.waitForFunction(still)
}

const ROW = '[role=listitem], tbody tr, .k-rows > *'

/** Long lists are drawn in steps: as many are asked for as are wanted. */
async function fill(page: Page, rows: number): Promise<number> {
  const drawn = page.locator(ROW).filter({ visible: true })
  const more = page.getByRole('button', { name: /^(再(看|往后看|往前看)|后面还有)/ }).filter({ visible: true })
  for (let count = await drawn.count(); count < rows && (await more.count()) > 0; count = await drawn.count()) {
    await more.first().click()
    await until(async () => (await drawn.count()) > count, `more than ${count} rows`)
  }
  return drawn.count()
}

/** On a screen as high as the page, so that nothing lies under the bars at its foot that could be scrolled up from there. */
const axeOn = async (page: Page): Promise<Failure[]> => {
  const size = page.viewportSize() ?? PHONE
  const height = await page.evaluate(() => Math.max(...[...document.querySelectorAll('html, .taro_page')].map(it => it.scrollHeight)))
  await resize(page, { ...size, height: Math.max(size.height, Math.min(height, 20_000)) })
  const { violations } = await page.evaluate(tags => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return axe.run({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  }, WCAG)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => ({
      rule: `axe ${id}`,
      at: node.target.join(' '),
      what: (node.failureSummary ?? '').split('\n').slice(1, 3).join(' ').trim(),
    })),
  )
}

/** Presses Enter and Space on one of each kind of target; a press is caught on its way in, so that nothing really happens. */
async function keyboard(page: Page): Promise<Failure[]> {
  const kinds = await page.evaluate(() => {
    window.caught = []
    const hold = (event: Event) => {
      window.caught.push((event.target as Element).closest<HTMLElement>('[data-kind]')?.dataset.kind ?? '')
      event.stopImmediatePropagation()
      event.preventDefault()
    }
    window.addEventListener('click', hold, { capture: true })
    return window.audit.markKinds()
  })
  const failures: Failure[] = []
  for (const [at, name] of kinds.entries())
    for (const key of ['Enter', 'Space']) {
      await page.evaluate(kind => {
        window.caught.length = 0
        document.querySelector<HTMLElement>(`[data-kind="${kind}"]`)?.focus()
      }, at)
      await page.keyboard.press(key)
      const caught = await page.evaluate(() => window.caught)
      if (!caught.includes(String(at))) failures.push({ rule: 'keyboard', at: name, what: `${key} does nothing` })
    }
  return failures
}

/** The app may lay itself out anew: two frames later it has. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
}
const resized = async (page: Page, size: { width: number; height: number }, rule: string) => {
  await resize(page, size)
  return page.evaluate(name => window.audit.reflow(name), rule)
}

/** Everything wrong with a page in a state. The costly checks (keys, 320 px, 200 % text, a desk's screen) are done where the page is full. */
export async function failuresOf(context: BrowserContext, visit: Visit): Promise<Failure[]> {
  const page = await openIn(context, visit)
  const problems: Failure[] = []
  page.on('pageerror', error => problems.push({ rule: 'script', at: 'page', what: String(error).slice(0, 200) }))
  try {
    await settled(page, visit.state)
    const full = visit.state === 'full'
    const rows = full && visit.rows ? await fill(page, visit.rows) : 0
    if (full && visit.rows && rows < visit.rows)
      problems.push({ rule: 'rows', at: 'page', what: `${rows} rows, a full page has ${visit.rows}` })
    problems.push(...(await page.evaluate(least => window.audit.look(least), LEAST[visit.mode])), ...(await axeOn(page)))
    problems.push(...(await resized(page, { ...PHONE, width: 320 }, 'reflow 320')))
    if (full) problems.push(...(await deeper(page, visit)))
  } catch (error) {
    problems.push({ rule: 'opens', at: 'page', what: String(error).split('\n')[0].slice(0, 300) })
  } finally {
    await leave(context, page, visit.mode)
  }
  return problems
}

async function deeper(page: Page, visit: Visit): Promise<Failure[]> {
  const desk = visit.wide ? [...(await resized(page, DESK, 'reflow 1280')), ...(await axeOn(page))] : []
  await resize(page, PHONE)
  const reach = await page.evaluate(() => window.audit.reach())
  const keys = await keyboard(page)
  const large = await page.evaluate(() => window.audit.enlarge('200 % text'))
  return [...desk, ...reach, ...keys, ...large]
}
