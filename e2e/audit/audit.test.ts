/** @jest-environment node */
/**
 * Every page of the app, as its people see it: standard and elder mode; loading, empty, full, failing, without signal.
 * axe (WCAG 2.2 AA) and the project's own rules; nothing is listed by hand but the subject a page needs.
 */
import type { Browser } from 'playwright-core'
import { openBrowser } from '../browser/chrome'
import { appPages } from './app'
import type { Failure } from './inpage/rules'
import { ROWS, Stage } from './stage'
import { SUBJECTS, type Who } from './subjects'
import { failuresOf, type Mode, STATES, type State } from './visit'

/** Two cores: more lanes only wait for each other. */
const LANES = 3
const MINUTES = 8
const only = process.env.AUDIT ?? ''

interface Look {
  page: string
  who: Who
  mode: Mode
  state: State
}
const nameOf = ({ page, who, mode, state }: Look) => `${page} · ${who} · ${mode} · ${state}`
const looks: Look[] = appPages()
  .flatMap(page =>
    (SUBJECTS[page]?.who ?? []).flatMap(who =>
      (['standard', 'elder'] as const).flatMap(mode => STATES.map(state => ({ page, who, mode, state }))),
    ),
  )
  .filter(look => nameOf(look).includes(only))
const found = new Map<string, Failure[]>()
let browser: Browser
let stage: Stage

async function lookAt({ page, who, mode, state }: Look): Promise<Failure[]> {
  const { query, lists, wide } = SUBJECTS[page]
  const empty = state === 'empty'
  const asked = new URLSearchParams(query?.(stage.facts)).toString()
  const url = `${(await stage.server(empty)).url}/#/${page}${asked && `?${asked}`}`
  return failuresOf(await stage.context(who, mode, empty), { url, mode, state, rows: lists && ROWS, wide })
}

/** A look that could not be taken is a failure of that look; the others go on. */
const failed = (error: unknown): Failure[] => [{ rule: 'stage', at: 'page', what: String(error).slice(0, 400) }]

/** Lanes take the next look as they come free. */
async function lookAtAll(): Promise<void> {
  const queue = [...looks]
  const lane = async () => {
    for (let look = queue.shift(); look; look = queue.shift()) found.set(nameOf(look), await lookAt(look).catch(failed))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}

beforeAll(async () => {
  browser = await openBrowser()
  stage = await Stage.open(browser)
  await lookAtAll()
}, MINUTES * 60_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('every page of the app has somebody who looks at it', () => {
  expect(appPages().filter(page => !SUBJECTS[page])).toEqual([])
  expect(Object.keys(SUBJECTS).filter(page => !appPages().includes(page))).toEqual([])
})

test.each(looks.map(nameOf))('%s', name => {
  const failures = (found.get(name) ?? []).map(({ rule, at, what }) => `${rule}: ${at} — ${what}`)
  expect([...new Set(failures)].slice(0, 12)).toEqual([])
})
