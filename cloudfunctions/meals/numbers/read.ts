/** The numbers of a division or a kitchen, for a day or a month. */
import type { InputOf } from '@domain'
import type { NumbersOf } from '@domain/meals/contract/numbers'
import { added, daysOf } from '@domain/meals/count'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { countDay } from './count'
import { type DayDoc, dayId, type EatersDoc, type MonthDoc } from './docs'

const LEVEL: { [length: number]: string } = { 4: 'city', 6: 'district', 9: 'street', 12: 'community', 15: 'community' }
type Asked = Omit<InputOf<'meals.numbers'>, 'form'>
type Row = DayDoc & { eaters?: string[] }

/** Refuses: meals.not_there. */
export const numbers: Work<Asked, NumbersOf> = async (context, { division, kitchen, period }) => {
  const own = kitchen === undefined ? null : await context.store.get<KitchenDoc>('kitchens', kitchen)
  if (kitchen !== undefined && !own?.community.startsWith(division.slice(0, 12))) throw notThere('meals', '这个厨房')
  const near = division.length >= 12
  const where: { [field: string]: string } = kitchen ? { kitchen } : { [LEVEL[division.length]]: division.slice(0, 12) }
  const { from, until } = daysOf(period, context.today)
  const kept = await all<DayDoc>(context.store, 'meal_days', { where: { ...where, day: { gte: from, lte: until } }, order: ['day'] })
  const rows = near ? await named(context, await withToday(context, kept, { division, kitchen, from, until }), { from, until }) : kept
  const months = near ? [] : await all<MonthDoc>(context.store, 'meal_months', { where: { ...where, month: period.slice(0, 7) } })
  const people = !near && period.length === 7 ? new Map(months.map(one => [one.kitchen, one.people])) : undefined
  const below = kitchen ? undefined : PART[division.length]
  return { ...(await shown(context, period, rows, people)), places: below ? await placesOf(context, rows, below, people) : [] }
}

/** Today is counted as it is now. */
async function withToday(
  context: Context,
  kept: DayDoc[],
  asked: { division: string; kitchen?: string; from: string; until: string },
): Promise<Row[]> {
  const { today, now } = context
  if (today < asked.from || today > asked.until) return kept
  const where = { community: asked.division.slice(0, 12) }
  const kitchens = await all<KitchenDoc>(context.store, 'kitchens', { where })
  const open = kitchens.filter(one => (asked.kitchen ?? one._id) === one._id && one.kind !== 'point' && one.kind !== 'drop')
  const live = open.map(async ({ _id: kitchen, community }): Promise<Row> => {
    const { numbers, eaters } = await countDay(context.system, { kitchen, community, day: today })
    return { _id: dayId(kitchen, today), kitchen, community, street: '', district: '', city: '', day: today, ...numbers, at: now, eaters }
  })
  return [...kept.filter(one => one.day !== today), ...(await Promise.all(live))]
}

/** With who took a meal, so that nobody is counted twice in a community. */
async function named({ system }: Context, rows: Row[], { from, until }: { from: string; until: string }): Promise<Row[]> {
  const kitchens = [...new Set(rows.map(one => one.kitchen))]
  const where = (kitchen: string) => ({ kitchen, day: { gte: from, lte: until } })
  const docs = await Promise.all(kitchens.map(kitchen => all<EatersDoc>(system, 'meal_eaters', { where: where(kitchen) })))
  const eaters = new Map(docs.flat().map(one => [one._id, one.eaters]))
  return rows.map(row => ({ ...row, eaters: row.eaters ?? eaters.get(row._id) ?? [] }))
}

/** How long the codes one level below are. */
const PART: { [length: number]: number } = { 4: 6, 6: 9, 9: 12 }

async function placesOf({ system }: Context, rows: Row[], length: number, months?: Map<string, number>): Promise<NumbersOf['places']> {
  const places = [...grouped(rows, one => one.community.slice(0, length))].map(async ([division, own]) => {
    const doc = await system.get<Doc & { name: string }>('divisions', division)
    const kitchens = [...new Set(own.map(one => one.kitchen))]
    const sum = together(own)
    const people = months ? kitchens.reduce((all, one) => all + (months.get(one) ?? 0), 0) : sum.people
    return { division, name: doc?.name ?? '', ...sum, people }
  })
  return (await Promise.all(places)).sort((a, b) => b.covers - a.covers || a.division.localeCompare(b.division))
}

async function shown(context: Context, period: string, rows: Row[], months?: Map<string, number>): Promise<Omit<NumbersOf, 'places'>> {
  const days = grouped(rows, one => one.day)
  const kitchens = grouped(rows, one => one.kitchen)
  const byKitchen = await Promise.all(
    [...kitchens].map(async ([kitchen, own]) => {
      const sum = together(own)
      return { ...(await nameOf(context, kitchen)), ...sum, people: months?.get(kitchen) ?? sum.people }
    }),
  )
  const sum = together(rows)
  return {
    ...{ period, today: context.today, at: rows.reduce((oldest, one) => Math.min(oldest, one.at || oldest), context.now) },
    sum: { ...sum, people: months ? byKitchen.reduce((all, one) => all + one.people, 0) : sum.people },
    days: [...days].filter(([, own]) => own.some(hasAny)).map(([day, own]) => ({ day, ...together(own) })),
    kitchens: byKitchen.sort((a, b) => b.covers - a.covers || a.name.localeCompare(b.name)),
  }
}

const hasAny = ({ ordered, waste, checks }: Row) => ordered + waste + checks > 0

/** Sums; people are counted once where they are known, and added up where they are not. */
function together(rows: Row[]) {
  const sum = added(rows)
  const known = rows.every(one => one.eaters)
  return known ? { ...sum, people: new Set(rows.flatMap(one => one.eaters ?? [])).size } : sum
}

function grouped<T>(rows: T[], by: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return groups
}

async function nameOf({ system }: Context, kitchen: string) {
  const doc = await system.get<KitchenDoc>('kitchens', kitchen)
  const place = doc && (await system.get<Doc & { name: string }>('divisions', doc.community))
  return { kitchen, name: doc?.name ?? '已经关了的厨房', community: place?.name ?? '' }
}
