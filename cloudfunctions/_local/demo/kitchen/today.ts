/** Today until now, at whatever hour the demonstration begins: what is over is over, what goes on goes on, and one meal was not taken just now. */
import type { Meal } from '@domain/meals/contract'
import type { SafetyEntry } from '@domain/meals/contract/safety'
import { startOf } from '../../../_kit/time'
import { orderId, slotId } from '../../../meals/docs'
import type { Ask } from '../loading'
import type { Eating } from './eating'
import { missing } from './people'
import { serve } from './service'

const MEALS: { meal: Meal; from: number; over: number }[] = [
  { meal: 'breakfast', from: 7 * 60, over: 8 * 60 + 30 },
  { meal: 'lunch', from: 11 * 60, over: 12 * 60 + 30 },
  { meal: 'dinner', from: 17 * 60, over: 18 * 60 + 30 },
]
/** Nobody answered this many minutes ago: the check has climbed to the grid worker. */
const AGO = 12

/** The meal that is not taken: the one that has begun last, or breakfast before the first has. */
const current = (minute: number) => MEALS.filter(one => one.from + 20 <= minute).at(-1) ?? MEALS[0]

export async function today(eating: Eating) {
  const { at, eaters } = eating
  const [minute, now] = [at.minute, current(at.minute)]
  const her = missing(eaters).id
  for (const one of MEALS) {
    // rounds are made before the meal; a tick after its end counts what nobody took
    const made = Math.min(minute, one.from - 15)
    if (one.from - 15 > minute && one !== now) break
    at.moveTo(0, Math.max(0, one === now ? Math.min(made, minute - AGO - 1) : made))
    await at.rounds()
    if (minute >= one.from - 15) await settled(eating, one.meal)
    await serve({ ...eating, meal: one.meal, ago: 0, but: one === now ? her : undefined }, minute)
    if (one === now) break
    at.moveTo(0, one.over + 1)
    await at.checks()
  }
  await nobodyAnswers(eating, now.meal, her, minute)
  await safety(eating, minute)
}

/** Before a meal is carried out, what clashes is settled: they were asked, and want it all the same. */
async function settled({ at, crew, kitchen }: Eating, meal: Meal) {
  const cook = await at.as(crew.cook)
  const { blocked } = await cook('meals.prep', { kitchen: kitchen.id, day: at.day(0), meal })
  for (const { order, version, dish } of blocked) if (dish) await cook('meals.settle_clash', { order, version, dish })
}

/** The volunteer stands at the door and nobody opens; the kitchen lead rings up in vain; the floor leader is on the way. */
async function nobodyAnswers({ at, crew, kitchen }: Eating, meal: Meal, eater: string, minute: number) {
  const order = orderId(eater, at.day(0), meal)
  const begun = Math.max(0, minute - AGO)
  at.moveTo(0, begun)
  const cook = await at.as(crew.cook)
  const { rounds } = await cook('meals.rounds', { kitchen: kitchen.id, day: at.day(0), meal })
  const round = await inRound(cook, rounds, order)
  if (!round) throw new Error(`the demo community has no round with ${slotId(kitchen.id, at.day(0), meal)}`)
  const carrier = await at.as(crew.volunteers.get(round.name) ?? crew.cook)
  const moment = startOf(at.day(0)) + begun * 60_000
  await carrier('meals.hand_over', { order, round: round.id, at: moment, form: { outcome: 'no_answer', note: '敲了三遍，里面没动静' } })
  const check = `${eater}|${at.day(0)}`
  at.moveTo(0, Math.min(minute, begun + 3))
  await (await at.as(crew.cook))('meals.step_check', { check, rung: 'call', result: 'no_answer', words: '座机手机都没人接' })
  at.moveTo(0, Math.min(minute, begun + 6))
  await (await at.as(crew.cook))('meals.step_check', { check, rung: 'neighbour', result: 'told', words: '给楼长打了电话，马上上楼看' })
  await (await at.as(crew.volunteers.get(round.name) ?? crew.cook))('meals.close_round', { round: round.id }).catch(() => undefined)
  at.moveTo(0, minute)
  await at.follow()
}

type Cards = { id: string; volunteer?: { name: string } }[]
async function inRound(ask: Ask, cards: Cards, order: string) {
  for (const { id, volunteer } of cards) {
    const { list } = await ask('meals.round', { round: id })
    if (list.some(stop => stop.id === order)) return { id, name: volunteer?.name ?? '' }
  }
  return undefined
}

/** What the food safety log holds by now. */
async function safety({ at, crew, kitchen: { id: kitchen, dishes } }: Eating, minute: number) {
  const log = async (when: number, entry: SafetyEntry) => {
    if (when > minute) return
    at.moveTo(0, when)
    await (await at.as(crew.cook))('meals.log_safety', { kitchen, entry })
  }
  await log(6 * 60 + 40, { kind: 'fridge', place: '冷藏柜', frozen: false, celsius: 4 })
  await log(6 * 60 + 42, { kind: 'fridge', place: '冰柜', frozen: true, celsius: -18 })
  await log(10 * 60 + 40, { kind: 'core', meal: 'lunch', dish: dishes.set, celsius: 82 })
  await log(10 * 60 + 50, { kind: 'sample', meal: 'lunch', dish: dishes.set, grams: 150, place: '留样柜' })
}
