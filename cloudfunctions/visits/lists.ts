/** What a worker goes by: today's list, the pack for without signal, one door. */
import type { InputOf, OutputOf } from '@domain'
import { ageOn, daysBetween } from '@domain/days'
import { tagsOn } from '@domain/visits/interval'
import { ordered, type Placed, placeOf } from '@domain/visits/order'
import type { Context, Work } from '../_kit/context'
import { notThere } from '../_kit/refuse'
import type { DoorDoc, KnocksDoc, ResidentDoc } from './docs'
import { namesOf, type Reader, readerOf } from './kinds'
import { derived } from './refresh'
import { doorFor } from './show'

const PAGE = 100

export const today: Work<InputOf<'visits.today'>, OutputOf<'visits.today'>> = async (context, { grid, after }) => {
  const [reader, due, counter] = await Promise.all([
    readerOf(context),
    dueDoors(context, grid),
    context.store.get<KnocksDoc>('knocks', `${grid}|${context.today}`),
  ])
  const placed = ordered(due.map(door => ({ ...placedOf(door, context.today), door })))
  const left = after ? placed.filter(one => placeOf(one) > after) : placed
  const items = left.slice(0, PAGE)
  const last = left.length > PAGE ? items.at(-1) : undefined
  return {
    day: context.today,
    at: context.now,
    counts: { due: due.length, done: counter?.done ?? 0, knocked: counter?.knocked ?? 0, met: counter?.met ?? 0 },
    items: items.map(({ door }) => doorFor(door, reader)),
    ...(last ? { after: placeOf(last) } : {}),
  }
}

/** Every door due in a grid; a grid has at most some hundreds. */
async function dueDoors(context: Context, grid: string): Promise<DoorDoc[]> {
  const doors: DoorDoc[] = []
  let after: string | undefined
  do {
    const page = await context.store.find<DoorDoc>('doors', {
      where: { grid, due: { lte: context.today } },
      order: ['due'],
      limit: 1000,
      after,
    })
    doors.push(...page.items)
    after = page.after
  } while (after)
  return doors
}

const placedOf = ({ _id, walk, urgent, weight, every, due, asked }: DoorDoc, day: string): Placed => ({
  ...{ household: _id, walk, urgent, weight, every, asked: (asked?.length ?? 0) > 0 },
  over: daysBetween(due ?? day, day),
})

export const pack: Work<InputOf<'visits.pack'>, OutputOf<'visits.pack'>> = async (context, { grid, after }) => {
  const reader = await readerOf(context)
  const doors = await context.store.find<DoorDoc>('doors', { where: { grid }, order: ['walk'], limit: PAGE, after })
  const residents = await behindAll(context, doors.items)
  const items = doors.items
    .filter(door => !door.ended)
    .map(door => ({ door: doorFor(door, reader), residents: (residents.get(door._id) ?? []).map(one => named(one, reader)) }))
  return { day: context.today, at: context.now, items, ...(doors.after ? { after: doors.after } : {}) }
}

async function behindAll(context: Context, doors: DoorDoc[]): Promise<Map<string, ResidentDoc[]>> {
  const by = new Map<string, ResidentDoc[]>()
  if (!doors.length) return by
  const where = { household: { in: doors.map(door => door._id) } }
  let after: string | undefined
  do {
    const page = await context.store.find<ResidentDoc>('residents', { where, limit: 1000, after })
    for (const one of page.items)
      if (one.living === 'living' || one.living === 'unknown') by.set(one.household, [...(by.get(one.household) ?? []), one])
    after = page.after
  } while (after)
  return by
}

const named = ({ _id, name, born, relation, tags }: ResidentDoc, { kinds, roles, today: day }: Reader) => ({
  ...{ id: _id, name, relation, tags: namesOf(tagsOn(tags, day), kinds, roles) },
  ...(born === undefined ? {} : { age: ageOn(born, day) }),
})

export const door: Work<InputOf<'visits.door'>, OutputOf<'visits.door'>> = async (context, { household }) => {
  const reader = await readerOf(context)
  const kept = await context.store.get<DoorDoc>('doors', household)
  if (kept) return doorFor(kept, reader)
  // the scoped store answers for the household: outside the caller's reach it is not there
  const reached = await context.store.get('households', household)
  const fresh = reached && (await derived(context.system, household, context))
  if (!fresh) throw notThere('visits', '这一户')
  return doorFor(fresh, reader)
}
