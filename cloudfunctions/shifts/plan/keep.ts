/**
 * Shifts of a series as it says now: missing ones are made four weeks ahead, empty ones follow, and those with people in them only when the editor
 * said so. It may run any number of times: what is as it should be is not written.
 */
import { addDays } from '@domain/days'
import { opens } from '@domain/meals/serving'
import { touchesPeople } from '@domain/shifts/changed'
import type { ShiftForm } from '@domain/shifts/contract/plan'
import { AHEAD, fateOf, planOn, runsOn } from '@domain/shifts/rhythm'
import { momentAt } from '@domain/shifts/times'
import type { WriteTx } from '../../_kit/context'
import type { Kit, Later } from '../../_kit/react'
import type { Doc, Store, Tx } from '../../_kit/store/port'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from '../docs'
import { isLive } from '../seat'
import { applyChange, MOST_MOVED } from './apply'
import { callOff } from './cancel'
import { type RosterDoc, type SeriesDoc, type SeriesPlan, seriesShift } from './docs'
import { fieldsOf } from './form'
import { makeShift } from './make'
import { signupsOf } from './read'
import { standAll } from './stand'

export type Writing = Pick<Kit, 'store' | 'now' | 'today'> & { write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> }
type Kitchen = Doc & Parameters<typeof opens>[0] & { name: string }

/** Why there is no shift on a day although its weekday comes, if so: the kitchen is shut. */
export type Shut = (day: string) => string | undefined
export async function shutFor(store: Pick<Store, 'get'>, series: SeriesDoc): Promise<Shut> {
  const kitchen = series.kitchen ? await store.get<Kitchen>('kitchens', series.kitchen) : null
  return day => {
    const meal = planOn(series, day)?.meal
    if (!kitchen || !meal) return undefined
    const opening = opens(kitchen, day, meal)
    return 'shut' in opening ? `${kitchen.name}${opening.shut}` : undefined
  }
}

/** The form of one day's shift. */
export const formFor = ({ since: _, too: __, companion: ___, weekdays: ____, ...form }: SeriesPlan, day: string): ShiftForm => ({
  ...form,
  day,
})
const lastDay = (today: string) => addDays(today, AHEAD)

/** A shift as its series makes it on that day, and whether it is so already. */
export function wantedOf(shift: ShiftDoc, plan: SeriesPlan): { after: ShiftDoc; same: boolean } {
  const { _id, community, day, series, by, version } = shift
  const bare = { _id, community, ...fieldsOf(formFor(plan, day), plan.companion), ...(series ? { series } : {}), by, version }
  const same = JSON.stringify(sorted(bare)) === JSON.stringify(sorted(shift))
  return { after: { ...bare, version: version + 1 }, same }
}
const sorted = (doc: Doc) => Object.entries(doc).sort(([a], [b]) => (a < b ? -1 : 1))

/** Shifts of a series from today on that have not begun and still stand. */
export async function aheadOf(
  store: Pick<Store, 'find'>,
  series: string,
  { now, today }: { now: number; today: string },
): Promise<ShiftDoc[]> {
  const { items } = await store.find<ShiftDoc>('shifts', { where: { series, day: { gte: today } }, order: ['day'], limit: 1000 })
  return items.filter(one => one.from > now)
}

/** Nobody has a seat or waits for one. */
export async function isEmpty(from: Pick<Tx, 'get'>, shift: ShiftDoc): Promise<boolean> {
  const seats = await Promise.all(shift.roles.map(({ id }) => from.get<SeatDoc>('seats', seatId(shift._id, id))))
  return seats.every(seat => !seat || (seat.left === seat.need && seat.queue.length === 0))
}

/**
 * Whether a shift with people in it can become another one at all: no role below who has a seat in it, and not too many to be moved at once. Where
 * it cannot, it stays as those in it agreed to.
 */
export async function canChange(from: Pick<Tx, 'get'>, shift: ShiftDoc, after: ShiftDoc, live: number): Promise<boolean> {
  if (live > MOST_MOVED && touchesPeople(shift, after)) return false
  const seats = await Promise.all(shift.roles.map(({ id }) => from.get<SeatDoc>('seats', seatId(shift._id, id))))
  return seats.every(seat => !seat || seat.need - seat.left <= (after.roles.find(one => one.id === seat.role)?.need ?? 0))
}

/** Brings the shifts of a series in line, one transaction each, and those who always stand there. */
export async function keepUp(kit: Writing, id: string): Promise<void> {
  const series = await kit.store.get<SeriesDoc>('shift_series', id)
  if (!series) return
  const shut = await shutFor(kit.store, series)
  const standing = await aheadOf(kit.store, id, kit)
  for (const shift of standing) if (!shift.cancelled) await align(kit, series, shift, shut)
  const { items: rosters } = await kit.store.find<RosterDoc>('shift_rosters', { where: { series: id }, limit: 1000 })
  for (const day of missing(series, standing, shut, kit)) await makeDay(kit, series, day)
  await standAll(kit, rosters.sort(byAge), await aheadOf(kit.store, id, kit))
  await kit.write(async tx => {
    const now = await tx.get<SeriesDoc>('shift_series', id)
    const made = (series.until ?? '9999') < kit.today ? '9999' : lastDay(kit.today)
    if (now?.version === series.version) await tx.update('shift_series', id, { set: { made } })
  })
}
const byAge = (a: RosterDoc, b: RosterDoc) => (a.since === b.since ? (a._id < b._id ? -1 : 1) : a.since < b.since ? -1 : 1)

/** Days up to the horizon that should have a shift and never had one. */
export function missing(
  series: SeriesDoc,
  standing: readonly ShiftDoc[],
  shut: Shut,
  { now, today }: { now: number; today: string },
): string[] {
  const had = new Set(standing.map(one => one.day))
  const days = Array.from({ length: AHEAD + 1 }, (_, n) => addDays(today, n))
  return days.filter(day => {
    const plan = runsOn(series, day)
    return plan && !had.has(day) && !shut(day) && momentAt(day, plan.from) > now
  })
}

async function makeDay(kit: Writing, series: SeriesDoc, day: string) {
  const id = seriesShift(series._id, day)
  await kit.write(async tx => {
    const [now, shift] = await Promise.all([tx.get<SeriesDoc>('shift_series', series._id), tx.get<ShiftDoc>('shifts', id)])
    const plan = now && runsOn(now, day)
    if (!plan || shift) return
    const { community, by } = series
    const making = { id, community, by, series: series._id, ...(plan.companion ? { with: plan.companion } : {}) }
    await makeShift(tx, formFor(plan, day), making)
  })
}

/** One shift that stands already, as it is now: a transaction of its own, so that those in it and the shift change together. */
async function align(kit: Writing, series: SeriesDoc, seen: ShiftDoc, shut: Shut) {
  const people = await signupsOf(kit.store, seen._id)
  await kit.write(async tx => {
    const [now, shift] = await Promise.all([tx.get<SeriesDoc>('shift_series', series._id), tx.get<ShiftDoc>('shifts', seen._id)])
    if (!now || !shift || shift.cancelled || now.version !== series.version) return
    const closed = shut(shift.day)
    const doing = { at: kit.now, by: series.by, why: closed ?? '这个每周的班改了' }
    const plan = closed ? null : runsOn(now, shift.day)
    const { after, same } = plan ? wantedOf(shift, plan) : { after: shift, same: false }
    const too = closed !== undefined || (planOn(now, shift.day)?.too ?? false)
    const fate = fateOf({ loose: shift.loose ?? false, empty: await isEmpty(tx, shift), same }, { runs: plan !== null, too })
    const live = people.filter(isLive)
    if (fate === 'follows' || (fate === 'changes' && (await canChange(tx, shift, after, live.length))))
      await applyChange(tx, { before: shift, after, people: live, doing })
    if (fate === 'cancelled') await callOff(tx, shift, doing)
    if (fate === 'removed') await takeAway(tx, shift, people, doing)
  })
}

/** An empty shift goes without a trace; one that somebody once signed up for is kept for its history, as cancelled. */
async function takeAway(tx: WriteTx, shift: ShiftDoc, people: readonly SignupDoc[], doing: { at: number; by: string; why: string }) {
  if (people.length > 0) return callOff(tx, shift, doing)
  await tx.remove('shifts', shift._id)
  for (const { id } of shift.roles) await tx.remove('seats', seatId(shift._id, id))
}

/** Facts: { series }. */
export const seriesChanged: Later = (kit, facts) => keepUp(kit, String(facts.series))

/** A kitchen's times or holidays changed: its series follow. Facts: { kitchen }. */
export const kitchenChanged: Later = async (kit, facts) => {
  const where = { kitchen: String(facts.kitchen) }
  const { items } = await kit.store.find<SeriesDoc>('shift_series', { where, limit: 1000 })
  for (const one of items) await keepUp(kit, one._id)
}
