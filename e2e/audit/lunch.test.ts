/** @jest-environment node */
/** The pages of eating on a morning that is lived: something ordered to be fetched, something standing, something paused. The audit's own full community has no menus so far ahead. */
import type { Browser } from 'playwright-core'
import { openBrowser } from '../browser/chrome'
import { Kitchen } from '../browser/eats'
import { enterByCode } from '../browser/enter'
import { Person } from '../browser/person'
import { Server } from '../browser/server'
import { inject } from './inject'
import { failuresOf, type Mode } from './visit'

const TODAY = '2026-11-24'
const PHONE = '19900007201'
const slot = (kitchen: string, day: string) => encodeURIComponent(`${kitchen}|${day}|lunch`)

let browser: Browser
let server: Server
let person: Person
let kitchen: Kitchen

jest.setTimeout(120_000)
beforeAll(async () => {
  server = await Server.start({ demo: true, now: `${TODAY}T08:40` })
  browser = await openBrowser()
  const arrives = () => Person.arrives(browser, server.url)
  kitchen = await Kitchen.open({ browser, server, arrives })
  const eater = await kitchen.neighbour('高清早', PHONE, '1938-03-12')
  const { items } = await kitchen.menu(TODAY)
  await kitchen.order(eater.id, kitchen.form(TODAY, items[0].dish, { way: 'pickup', note: '少放盐' }))
  const days = [4, 5].map(weekday => ({ weekday, dishes: [], quantity: 1, way: 'delivery' as const }))
  await kitchen.staff.call('meals.set_standing', {
    ...{ eater: eater.id, version: 0, form: { kitchen: kitchen.id, meal: 'lunch', pay: 'cash', since: TODAY, days } },
  })
  await kitchen.staff.call('meals.pause', { eater: eater.id, from: '2026-11-28', until: '2026-11-29', why: 'children' })
  const { items: tomorrow } = await kitchen.menu('2026-11-25')
  const [ingredient] = tomorrow[1].ingredients
  const diner = { ingredients: [ingredient], allergens: ['花生'], dislikes: [], textures: [], pay: 'cash' as const }
  await kitchen.staff.call('meals.set_diner', { eater: eater.id, version: 0, form: diner })
  person = await arrives()
  await enterByCode(person, server, PHONE)
  await inject(person.context)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const PAGES: [name: string, path: () => string][] = [
  ['home', () => 'pages/home/index'],
  ['the week', () => 'meals/pages/week/index'],
  ['ordering for tomorrow', () => `meals/pages/order/index?slot=${slot(kitchen.id, '2026-11-25')}`],
  ['changing what is ordered', () => `meals/pages/order/index?slot=${slot(kitchen.id, TODAY)}`],
  ['my orders', () => 'meals/pages/mine/index'],
  ['standing orders and pauses', () => 'meals/pages/standing/index'],
  ['what must not be eaten', () => 'meals/pages/diner/index'],
]
const looks = PAGES.flatMap(([name, path]) => (['standard', 'elder'] as Mode[]).map(mode => ({ name, path, mode })))

test.each(looks)('$name · $mode', async ({ path, mode }) => {
  const failures = await failuresOf(person.context, { url: `${server.url}/#/${path()}`, mode, state: 'full' })
  expect([...new Set(failures.map(({ rule, at, what }) => `${rule}: ${at} — ${what}`))].slice(0, 12)).toEqual([])
})
