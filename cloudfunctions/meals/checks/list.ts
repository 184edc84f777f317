/** Reading checks: the community's and grid worker's list, the kitchen's own, one in full, an eater's own. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { Check } from '@domain/meals/contract/checks'
import type { Context, Work } from '../../_kit/context'
import { isWithin, outermost } from '../../_kit/reach'
import { notThere } from '../../_kit/refuse'
import type { Page } from '../../_kit/store/port'
import type { DinerDoc } from '../docs'
import type { CheckDoc } from './docs'
import { callableFor, type Known, namesBy } from './people'
import { checkFor, closedFor, isNear, reaches } from './show'

const PAGE = 50
const LEVEL: { [length: number]: string } = { 12: 'community', 15: 'grid' }

type Listing = InputOf<'meals.checks'>

export const checks: Work<Listing, OutputOf<'meals.checks'>> = async (context, input) => {
  const page = context.roles.some(role => role !== 'kitchen') ? await ofPlace(context, input) : await ofKitchens(context, input)
  const items = await Promise.all(page.items.map(check => (check.open ? named(context, check) : checkFor(check))))
  return { now: context.now, items, ...(page.after ? { after: page.after } : {}) }
}

/** The caller's places of those roles inside the division, or the division itself when it lies inside one of them. */
function placesOf({ person, divisions }: Context, division: string, roles: string[]): string[] {
  const mine = (person?.memberships ?? []).filter(one => roles.includes(one.role)).map(one => one.scope)
  if (isWithin(division, mine)) return [division]
  return outermost(mine.filter(one => one.startsWith(division) && isWithin(one, divisions)))
}

async function ofPlace(context: Context, { division, closed, after }: Listing): Promise<Page<CheckDoc>> {
  const ways = placesOf(context, division, ['grid', 'community']).map(code => ({ [LEVEL[code.length]]: code, open: !closed }))
  if (ways.length === 0) return { items: [] }
  // the places are the caller's own, see above
  return context.system.find<CheckDoc>('checks', { where: { any: ways }, order: ['sort'], limit: PAGE, after })
}

/** Those a kitchen's community cooked for, wherever they live; asked for a grid, those who live there. */
async function ofKitchens(context: Context, { division, closed, after }: Listing): Promise<Page<CheckDoc>> {
  const [place] = placesOf(context, division, ['kitchen'])
  if (!place) return { items: [] }
  const where = { open: !closed, cooks: { has: place.slice(0, 12) } }
  const page = await context.system.find<CheckDoc>('checks', { where, order: ['sort'], limit: PAGE, after })
  return { ...page, items: page.items.filter(check => division.length < 15 || check.grid === division) }
}

async function named(context: Context, check: CheckDoc): Promise<Check> {
  return checkFor(check, namesBy(await knownTo(context, check)))
}

const knownTo = (context: Context, check: CheckDoc): Promise<Known[]> =>
  callableFor({ store: context.system, today: context.today, near: isNear(context, check) }, check)

/** A check the caller reaches, or as if it were not there. */
export async function reachedCheck(context: Context, id: string): Promise<CheckDoc> {
  const check = await context.system.get<CheckDoc>('checks', id)
  if (!check || !reaches(context, check)) throw notThere('meals', '这件事')
  return check
}

export const check: Work<InputOf<'meals.check'>, OutputOf<'meals.check'>> = async (context, input) => {
  const doc = await reachedCheck(context, input.check)
  const known = await knownTo(context, doc)
  const diner = await context.system.get<DinerDoc>('diners', doc.eater)
  return {
    check: checkFor(doc, namesBy(known)),
    now: context.now,
    callable: known.map(({ whom, rung, name, words }) => ({ whom, rung, name, words })),
    notes: [diner?.alert, diner?.doorNote].flatMap(one => (one?.trim() ? [one] : [])),
    earlier: doc.earlier.map(({ since, closed }) => ({ since, closed: closedFor(closed) })),
  }
}

const DAYS = 14
export const my_checks: Work<InputOf<'meals.my_checks'>, OutputOf<'meals.my_checks'>> = async (context, { eater }) => {
  const where = { eater, day: { gte: addDays(context.today, -DAYS) } }
  const page = await context.system.find<CheckDoc>('checks', { where, order: ['-day'], limit: PAGE })
  return { now: context.now, items: await Promise.all(page.items.map(one => (one.open ? mine(context, one) : checkFor(one)))) }
}

/** The family sees who is asked, not their neighbours' names. */
async function mine(context: Context, doc: CheckDoc): Promise<Check> {
  const known = await callableFor({ store: context.system, today: context.today, near: false }, doc)
  return checkFor(doc, namesBy(known.filter(one => one.rung === 'knock')))
}
