/** What is printed for a meal, and that it was. Nothing is printed while an order stands in the way: it is named, never left out. */
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain'
import { sayBlocked } from '@domain/meals/blocked'
import type { Ordered } from '@domain/meals/ordered'
import { labelsOf, sheetsOf, type Walk } from '@domain/meals/papers'
import { remembered } from '@domain/meals/since'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { ownKitchen } from '../kitchens/read'
import type { PrintingDoc, PrintsDoc } from './docs'
import { markOn, type Prepared, prepared } from './prep'

const KEPT = 100

export const papers: Work<InputOf<'meals.papers'>, OutputOf<'meals.papers'>> = async (context, input) => {
  const all = await ready(context, input)
  const { prep, seen, prints } = all
  const walks = walksOf(all)
  const labelled = new Map(prints?.last.labels?.orders.map(one => [one.id, one.mark]))
  const printed = (order: Ordered) => labelled.get(order.id) === markOn(order)
  return { prep, labels: labelsOf(seen.slate, walks, printed), sheets: sheetsOf(seen.slate, walks), mark: markOfAll(all) }
}

export const print: Work<InputOf<'meals.print'>, OutputOf<'meals.print'>> = async (context, { what, mark, ...slot }) => {
  const all = await ready(context, slot)
  if (markOfAll(all) !== mark) throw refuse('meals.changed_meanwhile', '刚刚有人订餐或改了单，请看一眼新的，再打印')
  const { prep, seen } = all
  const about = { kitchen: prep.kitchen, community: prep.community, day: prep.day }
  return context.write({ target: seen.slot, division: prep.community, note: what }, async tx => {
    const before = (await tx.get<PrintsDoc>('prints', seen.slot)) ?? { _id: seen.slot, ...about, log: [], last: {} }
    const n = before.log.filter(one => one.what === what).length + 1
    const printing: PrintingDoc = { what, n, at: context.now, by: context.person?.name ?? '', covers: prep.covers, mark }
    const last = { ...before.last, [what]: remembered(seen.slate.orders, markOn) }
    await tx.put<PrintsDoc>('prints', { ...before, log: [...before.log, printing].slice(-KEPT), last })
    const { mark: _, ...said } = printing
    return said
  })
}

/** The meal, with nothing in the way. Refuses meals.not_ready. */
async function ready(context: Context, { kitchen: id, day, meal }: Omit<InputOf<'meals.papers'>, 'what'>): Promise<Prepared> {
  const kitchen = await ownKitchen(context, id)
  const all = await prepared(context.system, kitchen, { day, meal, now: context.now })
  if (all.prep.blocked.length > 0) throw refuse('meals.not_ready', sayBlocked(all.prep.blocked))
  return all
}

/** Rounds with their doors; routes while rounds are not made. */
function walksOf({ seen: { rounds, routes } }: Prepared): Walk[] {
  const made = [...rounds].sort((a, b) => place(routes, a) - place(routes, b) || a.n - b.n)
  return [
    ...made.map(({ _id: id, name, volunteerName: carrier, stops }) => ({ id, name, stops, ...(carrier ? { carrier } : {}) })),
    ...routes.map(({ id, name }) => ({ id, name, stops: [] })),
  ]
}
const place = (routes: { id: string }[], { route }: { route: string }) => routes.findIndex(one => one.id === route)

/** Names everything that is on the papers: when it differs, the papers are others. */
function markOfAll(all: Prepared): string {
  const walks = walksOf(all).map(({ id, name, stops }) => [id, name, stops])
  const { orders, diners } = all.seen.slate
  const marks = orders
    .map(one => [one.id, markOn(one), one.call, diners[one.eater] ?? null])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([marks, walks]))
    .digest('base64url')
}
