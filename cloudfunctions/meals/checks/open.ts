/** A welfare check opens: a meal was not taken, nobody answered the door, or whoever did did not look well. */
import type { MissedWhy } from '@domain/meals/contract/checks'
import { FAST, isFast, NORMAL, shorter } from '@domain/meals/ladder'
import type { WriteTx } from '../../_kit/context'
import { dayOf } from '../../_kit/time'
import type { OrderDoc } from '../docs'
import { type Eater, eaterOn } from '../eaters'
import { climbed, rungCounts } from './climb'
import { close } from './close'
import { count, levelsOf } from './count'
import { type CheckDoc, type CheckDoorDoc, type CheckFields, checkId, type LadderDoc, type MissedDoc } from './docs'
import { factsOf } from './facts'
import { wasSeenSince } from './seen'

export interface Opening {
  why: MissedWhy
  now: number
  /** When it was there: the end of service for a meal not taken. Absent: now. */
  since?: number
}
/** Later than this after the end of service is late. */
const LATE = 5 * 60_000
const MINUTE = 60_000
/** So many checks a door remembers, open or not. */
const REMEMBERED = 6

/**
 * Opens the check of an order's eater, or adds the meal to the one of that day; the same meal and reason twice is one. Reads by id only, and
 * leaves the order itself to the caller. Answers null for a guest: nobody knows where they live.
 * Whoever calls it for "no answer" asks `explainedBy` first, before the transaction: somebody in hospital is not looked for.
 */
export async function openCheck(tx: WriteTx, order: OrderDoc, opening: Opening): Promise<CheckDoc | null> {
  if (order.eater.startsWith('guest')) return null
  const had = await tx.get<CheckDoc>('checks', checkId(order.eater, order.day))
  if (had && isKnown(had, order, opening)) return had
  const missed = missedOf(order, opening)
  if (had?.open) return add(tx, had, missed, opening)
  const eater = await eaterOn(tx, order.eater, order.day)
  return begin(tx, await fresh(tx, order, eater, opening), had, missed, opening)
}

/** The end of service adds nothing to a meal that is known; nobody answering again after a check had ended is something new. */
const isKnown = (had: CheckDoc, order: OrderDoc, { why }: Opening) =>
  had.meals.some(one => one.order === order._id && one.taken === undefined && (why === 'not_taken' || (had.open && one.why === why)))

const missedOf = (order: OrderDoc, { why, now }: Opening): MissedDoc => ({
  ...{ order: order._id, kitchen: order.kitchen, meal: order.meal, why, at: now },
})

/** Another meal, or something worse about the same one: the shorter limits hold from now on when somebody did not look well. */
async function add(tx: WriteTx, had: CheckDoc, missed: MissedDoc, { why, now }: Opening): Promise<CheckDoc> {
  const hurried = why === 'worrying' ? { fast: true, limits: shorter(had.limits, FAST) } : {}
  const { after: climbing, fresh } = climbed({ ...had, ...hurried, meals: [...had.meals, missed] }, now)
  const after = { ...climbing, version: had.version + 1 }
  await tx.put('checks', after)
  await tx.happened('meals.check_climbed', { ...factsOf(after), fresh, now })
  if (fresh.length > 0) await count(tx, had, rungCounts(fresh))
  return after
}

type Begun = { _id: string } & Omit<CheckFields, 'meals' | 'version' | 'sort' | 'earlier'>

async function fresh(tx: WriteTx, order: OrderDoc, eater: Eater | null, { why, now, since = now }: Opening): Promise<Begun> {
  const grid = eater?.home ?? order.home
  const ladder = await tx.get<LadderDoc>('ladders', grid.slice(0, 12))
  const fast = why === 'worrying' || isFast({ age: eater?.age, codes: eater?.categories ?? [] })
  return {
    ...{ _id: checkId(order.eater, order.day), eater: order.eater, day: order.day, call: eater?.call ?? order.call },
    ...(eater?.age === undefined ? {} : { age: eater.age }),
    ...{ household: eater?.household ?? order.household, building: eater?.building ?? order.building, door: eater?.door ?? order.door },
    ...{ ...levelsOf(grid), cooks: [order.community, order.community.slice(0, 9)], since, opened: now, fast },
    limits: fast ? (ladder?.fast ?? FAST) : (ladder?.normal ?? NORMAL),
    ...{ steps: [], rungs: [], open: true },
  }
}

async function begin(tx: WriteTx, begun: Begun, had: CheckDoc | null, missed: MissedDoc, { now, why }: Opening): Promise<CheckDoc> {
  const sort = String(begun.since).padStart(16, '0')
  const doc = {
    ...begun,
    sort,
    meals: [...(had?.meals ?? []), missed],
    earlier: had ? earlierOf(had) : [],
    version: (had?.version ?? 0) + 1,
  }
  const cooks = [...new Set([...(had?.cooks ?? []), ...begun.cooks])]
  const { after, fresh } = climbed({ ...(doc as CheckDoc), cooks }, now)
  await tx.put('checks', after)
  const door = await tx.get<CheckDoorDoc>('check_doors', after.household)
  await tx.put<CheckDoorDoc>('check_doors', {
    _id: after.household,
    checks: [...new Set([...(door?.checks ?? []), after._id])].slice(-REMEMBERED),
  })
  await tx.happened('meals.check_opened', { ...factsOf(after), fresh, now, why })
  const late = now - after.since > LATE ? 1 : 0
  const openMinutes = Math.round((now - after.since) / MINUTE)
  await count(tx, after, { opened: 1, late, openMinutes, ...rungCounts(fresh) })
  return after
}

export const earlierOf = (had: CheckDoc): CheckDoc['earlier'] =>
  had.closed
    ? [...had.earlier, { since: had.since, opened: had.opened, steps: had.steps, rungs: had.rungs, closed: had.closed }]
    : had.earlier

/** Handed over or eaten: somebody saw them. Picked up or left with a neighbour, the meal is settled but nobody was seen. */
const SEEN = ['handed', 'eaten']

/**
 * A meal was taken after all: its check ends when nothing else is missing. Another meal of the day put into their own hands ends it too.
 * Call it whenever a meal is taken; does nothing when no check is open. `order` is as it is after the handing over.
 */
export async function settleTaken(tx: WriteTx, order: OrderDoc, when: { now: number }): Promise<void> {
  if (order.eater.startsWith('guest') || !order.handed) return
  const check = await tx.get<CheckDoc>('checks', checkId(order.eater, order.day))
  if (!check?.open) return
  const meals = check.meals.map(one =>
    one.order === order._id && one.why !== 'worrying' && one.taken === undefined ? { ...one, taken: order.handed?.at ?? when.now } : one,
  )
  const { handed } = order
  const seen = SEEN.includes(handed.outcome) && wasSeenSince({ ...check, meals }, handed.at)
  const seenWell = seen && handed.wellbeing !== 'worrying'
  const worried = check.meals.some(one => one.why === 'worrying')
  // an earlier round of the day had an outcome of its own
  const settled = meals.every(one => one.taken !== undefined || one.at < check.opened) || (seenWell && !worried)
  if (!settled) {
    if (meals.some((one, i) => one !== check.meals[i])) await tx.put('checks', { ...check, meals, version: check.version + 1 })
    return
  }
  const words = `${dayOf(handed.at) === check.day ? '' : '第二天'}${saidOf(handed.outcome)}`
  await close(tx, { ...check, meals }, { at: when.now, by: handed.by, account: handed.account, outcome: 'taken', words })
}

const SAID: { [outcome: string]: string } = { handed: '送到手里了', left: '放在说好的地方了', picked: '来取了', eaten: '在食堂吃了' }
const saidOf = (outcome: string) => SAID[outcome] ?? '取了'
