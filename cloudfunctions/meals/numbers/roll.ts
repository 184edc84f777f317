/**
 * The clock's counting: every kitchen and day is counted from its orders again and again, seldom once it is old, so that what is put right later is in
 * the numbers without anybody having to say so. Counting twice changes nothing.
 */
import { addDays, daysBetween } from '@domain/days'
import { NONE } from '@domain/meals/count'
import type { Job, Ticking } from '../../_kit/clock'
import { all } from '../../_kit/pages'
import type { Reaction } from '../../_kit/react'
import type { Store } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { countDay } from './count'
import { type DayDoc, dayId, type EatersDoc, levelsOf, type MonthDoc, type RolledDoc } from './docs'

const MINUTE = 60_000
/** Days a kitchen is counted back when the clock meets it for the first time, and after which a day is counted no more. */
const BACK = 40
const CHUNK = 50

/** When a day is counted again: today and yesterday in five minutes, this week in an hour, then daily. */
function dueAgain(day: string, today: string, now: number): number | undefined {
  const age = daysBetween(day, today)
  if (age <= 1) return now + 5 * MINUTE
  if (age <= 7) return now + 60 * MINUTE
  return age <= BACK ? now + 24 * 60 * MINUTE : undefined
}

/** A kitchen's day is new or changed long afterwards: it is counted at the next tick. Facts: { kitchen, day }. */
export const dayChanged: Reaction = async (tx, facts, { now }) => {
  await tx.update('meal_days', dayId(String(facts.kitchen), String(facts.day)), { set: { due: now } })
}

const isOwn = ({ kind, ended }: KitchenDoc, today: string) =>
  kind !== 'point' && kind !== 'drop' && (ended ?? '9999') >= addDays(today, -BACK)

/** Lays out the days that are not there yet. Answers for how many kitchens. */
async function layOut({ store, today }: Ticking): Promise<number> {
  let laid = 0
  for (const kitchen of (await all<KitchenDoc>(store, 'kitchens', { where: {} })).filter(one => isOwn(one, today))) {
    const rolled = await store.get<RolledDoc>('meal_rolls', kitchen._id)
    if (rolled && rolled.until >= today) continue
    const first = rolled ? addDays(rolled.until, 1) : addDays(today, -BACK)
    const days = Array.from({ length: daysBetween(first, today) + 1 }, (_, n) => addDays(first, n))
    const levels = levelsOf(kitchen.community)
    await store.transaction(async tx => {
      for (const day of days)
        await tx.put<DayDoc>('meal_days', { _id: dayId(kitchen._id, day), kitchen: kitchen._id, ...levels, day, ...NONE, at: 0, due: 0 })
      await tx.put<RolledDoc>('meal_rolls', { _id: kitchen._id, until: today })
    })
    laid++
  }
  return laid
}

/** Counts a day and writes it. */
export async function rollDay(store: Store, before: DayDoc, { now, today }: { now: number; today: string }): Promise<void> {
  const { kitchen, day, community } = before
  const { numbers, eaters } = await countDay(store, before)
  const due = dueAgain(day, today, now)
  const { _id, street, district, city } = before
  const after: DayDoc = { _id, kitchen, community, street, district, city, day, ...numbers, at: now, ...(due === undefined ? {} : { due }) }
  const had = await store.get<EatersDoc>('meal_eaters', _id)
  const same = had?.eaters.join() === eaters.join()
  await store.transaction(async tx => {
    await tx.put('meal_days', after)
    if (!same) await tx.put<EatersDoc>('meal_eaters', { _id, kitchen, day, eaters })
  })
  if (!same) await rollMonth(store, after)
}

async function rollMonth(store: Store, { kitchen, community, day }: DayDoc): Promise<void> {
  const month = day.slice(0, 7)
  const days = await all<EatersDoc>(store, 'meal_eaters', { where: { kitchen, day: { prefix: month } } })
  const people = new Set(days.flatMap(one => one.eaters)).size
  await store.transaction(tx =>
    tx.put<MonthDoc>('meal_months', { _id: `${kitchen}|${month}`, kitchen, ...levelsOf(community), month, people }),
  )
}

export const jobs: Job[] = [
  { name: 'lay_out_days', every: MINUTE, run: layOut },
  { name: 'count_meals', every: MINUTE, run: countDue },
]

/** A chunk of the days that are due; each is due again later. */
async function countDue(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<DayDoc>('meal_days', { where: { due: { lte: kit.now } }, order: ['due'], limit: CHUNK })
  for (const one of items) await rollDay(kit.store, one, kit)
  return items.length
}
