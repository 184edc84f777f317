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
/** A pattern over the names of looks, to look again at some. */
const only = new RegExp(process.env.AUDIT ?? '')

interface Look {
  page: string
  who: Who
  mode: Mode
  state: State
}
const nameOf = ({ page, who, mode, state }: Look) => `${page} · ${who} · ${mode} · ${state}`

/** Loading, failing and offline look the same to everybody: the first who look at a page see all its states, the others see it full and empty. */
const statesFor = (at: number): readonly State[] => (at === 0 ? STATES : ['empty', 'full'])
const looksAt = (page: string): Look[] =>
  (SUBJECTS[page]?.who ?? []).flatMap((who, at) =>
    (['standard', 'elder'] as const).flatMap(mode => statesFor(at).map(state => ({ page, who, mode, state }))),
  )
const looks = appPages()
  .flatMap(looksAt)
  .filter(look => only.test(nameOf(look)))

/** What every look found, or will have found. */
const found = new Map<string, Promise<Failure[]>>()
let browser: Browser
let stage: Stage

async function lookAt({ page, who, mode, state }: Look): Promise<Failure[]> {
  const { query, lists, wide } = SUBJECTS[page]
  const when = state === 'empty' ? 'empty' : lists ? 'later' : 'today'
  const asked = new URLSearchParams(query?.(await stage.facts(when))).toString()
  const url = `${(await stage.server(when)).url}/#/${page}${asked && `?${asked}`}`
  return failuresOf(await stage.context(who, mode, when), {
    url,
    mode,
    state,
    rows: lists && who === SUBJECTS[page].who[0] ? ROWS : undefined,
    wide,
  })
}

/** A look that could not be taken is a failure of that look; the others go on. */
const failed = (error: unknown): Failure[] => [{ rule: 'stage', at: 'page', what: String(error).slice(0, 400) }]

/** Each lane takes its looks one after the other; tests wait for theirs. */
function begin(): void {
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve())
  for (const [at, look] of looks.entries()) {
    const result = lanes[at % LANES].then(() => lookAt(look)).catch(failed)
    found.set(nameOf(look), result)
    lanes[at % LANES] = result
  }
}

jest.setTimeout(MINUTES * 60_000)
beforeAll(async () => {
  browser = await openBrowser()
  stage = await Stage.open(browser)
  begin()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

test('every page of the app has somebody who looks at it', () => {
  expect(appPages().filter(page => !SUBJECTS[page])).toEqual([])
  expect(Object.keys(SUBJECTS).filter(page => !appPages().includes(page))).toEqual([])
})

test.each(looks.map(nameOf))('%s', async name => {
  const failures = ((await found.get(name)) ?? []).map(({ rule, at, what }) => `${rule}: ${at} — ${what}`)
  const lines = [...new Set(failures)]
  if (lines.length) process.stderr.write(`${name}\n${lines.map(line => `    ${line}\n`).join('')}`)
  expect(lines.slice(0, 12)).toEqual([])
})
