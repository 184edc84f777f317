/** How a meal is served on a day: rounds walked stop by stop, plates taken at the counter, a round closed when nothing is open in it. */
import type { OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import type { HandForm } from '@domain/meals/contract/rounds'
import { momentsOf } from '@domain/meals/serving'
import { startOf } from '../../../_kit/time'
import { type Chance, chance } from '../chance'
import { type Ask, each, type Loading } from '../loading'
import { MAMA } from './houses'
import type { DemoKitchen } from './index'

export interface Crew {
  cook: string
  office: string
  /** The volunteers' accounts by name. */
  volunteers: Map<string, string>
}
export interface Service {
  at: Loading
  crew: Crew
  kitchen: DemoKitchen
  meal: Meal
  ago: number
  /** The eater whose meal is left open. */
  but?: string
}
type Rounds = OutputOf<'meals.rounds'>['rounds']

const minuteOf = (at: Loading, ago: number, moment: number) => Math.round((moment - startOf(at.day(ago))) / 60_000)
const SAID = ['', '', '', '夸包子好吃', '在看电视，精神好', '说昨天的汤有点淡', '刚量完血压', '']
const handedAt = (luck: Chance): HandForm => {
  const note = luck.one(SAID)
  const said = note ? { note } : {}
  if (luck.hit(0.08)) return { outcome: 'left', with: luck.one(['放门口椅子上', '交给对门', '挂门把手上']), ...said }
  return { outcome: 'handed', wellbeing: luck.hit(0.06) ? 'soso' : 'well', ...said }
}

/** Serves a meal as far as it has come by `until` (minutes of the day): everybody, when it is over by then. */
export async function serve({ at, crew, kitchen, meal, ago, but }: Service, until: number): Promise<void> {
  const day = at.day(ago)
  const { from, to } = momentsOf(MAMA, day, meal)
  const [begins, ends] = [minuteOf(at, ago, from), minuteOf(at, ago, to)]
  if (until < begins + 8) return
  at.moveTo(ago, Math.min(until, ends - 2))
  const luck = chance(ago * 7 + begins)
  const names = [...crew.volunteers.keys()]
  const [cook, ...asks] = await Promise.all([at.as(crew.cook), ...names.map(name => at.as(crew.volunteers.get(name) ?? ''))])
  const carriers = new Map(names.map((name, n) => [name, asks[n]]))
  const { rounds } = await cook('meals.rounds', { kitchen: kitchen.id, day, meal })
  const asOf = (name = '') => carriers.get(name) ?? cook
  const share = Math.min(1, (until - begins) / (ends - begins - 5))
  await Promise.all([
    each(rounds, round => walk({ at, ago, but, begins, until, ask: asOf(round.volunteer?.name) }, round)),
    counter(cook, { kitchen: kitchen.id, meal, luck, share }),
  ])
}

type Walking = Pick<Service, 'at' | 'ago' | 'but'> & { ask: Ask; begins: number; until: number }

/** A stop every three minutes from five after the beginning; a round without anything open is closed. */
async function walk({ at, ago, but, ask, begins, until }: Walking, card: Rounds[number]) {
  const round = await ask('meals.round', { round: card.id })
  const luck = chance(ago * 31 + round.list.length)
  const stops = round.list.map((stop, n) => ({ stop, minute: begins + 5 + n * 3, form: handedAt(luck) }))
  const waiting = stops.filter(({ stop }) => stop.state === 'open')
  const now = waiting.filter(({ stop, minute }) => minute <= until && !stop.id.startsWith(`${but}|`))
  const moment = (minute: number) => startOf(at.day(ago)) + minute * 60_000
  await each(now, ({ stop, minute, form }) => ask('meals.hand_over', { order: stop.id, round: card.id, at: moment(minute), form }))
  if (round.list.length > 0 && now.length === waiting.length) await ask('meals.close_round', { round: card.id })
}

interface AtCounter {
  kitchen: string
  meal: Meal
  luck: Chance
  /** How much of the service is over, 0 to 1. */
  share: number
}
/** Those who come themselves, one by one, and a few passers-by at lunch. */
async function counter(cook: Ask, { kitchen, meal, luck, share }: AtCounter) {
  const { items, menu } = await cook('meals.counter', { kitchen, meal })
  const waiting = items.filter(one => one.state === 'open')
  await each(waiting.slice(0, Math.ceil(waiting.length * share)), one => cook('meals.serve', { kitchen, meal, order: one.id }))
  const dish = menu.find(one => one.left > 20)
  const guests = meal === 'lunch' && dish ? Math.round(luck.whole(1, 3) * share) : 0
  const plate = { kitchen, meal, lines: [{ dish: dish?.dish ?? '', quantity: 1 }] }
  await each(Array.from({ length: guests }), () => cook('meals.serve_guest', plate))
}
