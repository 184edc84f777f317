/** Ordering, for oneself or for somebody: one meal or several, all of them or none. */
import type { InputOf, OutputOf } from '@domain'
import { momentsOf } from '@domain/meals/serving'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { type KitchenDoc, type OrderDoc, orderId } from '../docs'
import type { When } from '../money/charge'
import { ownOf } from './expect'
import { mustAgree, type Ready, readied, spokenDay, tooLate } from './form'
import { keep, remembered } from './keep'
import { movePortions, type Need, whilePortionsLast } from './portions'
import { standingChange } from './standing'
import { undoUntil } from './undo'

type Placed = OutputOf<'meals.order'>['orders'][number]

export const order: Work<InputOf<'meals.order'>, OutputOf<'meals.order'>> = async (context, { eater, forms }) => {
  const all: Ready[] = []
  for (const form of forms) all.push(await readied(context.system, eater, form, context.now))
  for (const ready of all) mustAgree(ready)
  const own = await ownOf(context, eater, all)
  const about = { target: eater, division: all[0].who.home }
  return whilePortionsLast(context.system, () =>
    context.write(about, async (_, whole) => {
      const [placed, needs]: [Placed[], Need[]] = [[], []]
      for (const ready of all) {
        const id = orderId(eater, ready.form.day, ready.form.meal)
        const before = await whole.get<OrderDoc>('orders', id)
        if (before && !before.cancelled) throw alreadyOrdered(before)
        const next = orderOf(context, ready, before)
        const kept = await keep(whole, before, next, ready, by(context))
        needs.push(...kept.needs)
        placed.push(placedOf(kept.order, ready.cutoff))
      }
      for (const { standing, day } of own.replaced) await standingChange(whole, standing, day, day)
      await movePortions(whole, own.held(needs))
      return { orders: placed }
    }),
  )
}

const alreadyOrdered = ({ day, lines }: OrderDoc) =>
  refuse('meals.already_ordered', `${spokenDay(day)}这一餐已经订了${lines.map(line => line.name).join('、')}，要改请在订单里改`, 'day')

/** Who does it and when, for the books and the history. */
export const by = (context: Pick<Context, 'now' | 'person'>): When => ({ now: context.now, by: context.person?.name ?? '' })

const HOW = { self: 'self', family: 'family', staff: 'staff' } as const

/** The order as it is to be; a cancelled one comes to life again, with its history. */
export function orderOf(context: Context, ready: Ready, before: OrderDoc | null): OrderDoc {
  const { form, who, kitchen } = ready
  const placed = { at: context.now, by: context.person?.name ?? '', account: context.person?.id ?? '' }
  return {
    ...{ _id: orderId(who.id, form.day, form.meal), eater: who.id, kitchen: kitchen._id, community: kitchen.community },
    ...{ slot: ready.slot, day: form.day, meal: form.meal, ...placeOf(ready), ...wishOf(ready) },
    ...{ code: '', placed: { ...placed, how: HOW[context.acting ?? 'self'] }, touched: true, state: 'open' },
    ...(before?.standing ? { standing: before.standing } : {}),
    earlier: remembered(before, 'ordered', by(context)),
    version: (before?.version ?? 0) + 1,
  }
}

/** Where the eater lives, as of now, and who brings it. */
export const placeOf = ({ who, route }: Pick<Ready, 'who' | 'route'>) => ({
  ...{ call: who.call, home: who.home, household: who.household, door: who.door, building: who.building, walk: who.walk },
  ...(route ? { route } : {}),
})

/** What they want. The price is settled when it is written. */
const wishOf = ({ form, lines, price }: Pick<Ready, 'form' | 'lines' | 'price'>) => ({
  ...{ way: form.way, lines, accepted: form.accepted ?? [], pay: form.pay, price },
  ...(form.point ? { point: form.point } : {}),
  ...(form.note?.trim() ? { note: form.note.trim() } : {}),
})

function placedOf(doc: OrderDoc, cutoff: number): Placed {
  const until = undoUntil(doc, cutoff)
  const code = doc.way === 'delivery' ? {} : { code: doc.code }
  return { id: doc._id, day: doc.day, meal: doc.meal, price: doc.price, ...code, ...(until ? { undoUntil: until } : {}) }
}

export const change: Work<InputOf<'meals.change'>, OutputOf<'meals.change'>> = async (context, { eater, order: id, version, form }) => {
  const seen = await theirs(context, eater, id)
  if (orderId(eater, form.day, form.meal) !== id) throw refuse('meals.not_there', '换一天或换一餐，请取消这份再订那一份', 'form.day')
  mustBeOpen(seen)
  await mustBeEarly(context, seen)
  const ready = await readied(context.system, eater, form, context.now)
  mustAgree(ready)
  return whilePortionsLast(context.system, () =>
    context.write({ target: id, division: seen.home }, async (_, whole) => {
      const before = await whole.get<OrderDoc>('orders', id)
      if (!before || before.version !== version) throw refuse('meals.changed_meanwhile', '这份订餐刚刚改过，请再看一眼')
      if (before.cancelled) throw notThere('meals', '这份订餐')
      mustBeOpen(before)
      const next: OrderDoc = {
        ...orderOf(context, ready, before),
        ...{ placed: before.placed, earlier: remembered(before, 'changed', by(context)) },
        ...(before.round && ready.route === before.route && before.slot === ready.slot ? { round: before.round } : {}),
      }
      const kept = await keep(whole, before, next, ready, by(context))
      const { price, undoUntil: until } = placedOf(kept.order, ready.cutoff)
      await movePortions(whole, kept.needs)
      return { id, price, ...(until ? { undoUntil: until } : {}) }
    }),
  )
}

/** An order of this eater; anybody else's is as if absent. */
export async function theirs(context: Context, eater: string, id: string): Promise<OrderDoc> {
  const doc = await context.system.get<OrderDoc>('orders', id)
  if (!doc || doc.eater !== eater) throw notThere('meals', '这份订餐')
  return doc
}

export function mustBeOpen({ state, handed }: OrderDoc): void {
  if (state === 'taken' || handed) throw refuse('meals.already_taken', '这份饭已经送到或取走了，改不了了')
}

/** The order's cut-off by its own kitchen. Refuses meals.too_late after it. */
export async function mustBeEarly(context: Context, doc: OrderDoc): Promise<number> {
  const cutoff = await cutoffOf(context.system, doc)
  if (context.now >= cutoff) throw tooLate(doc, cutoff, '厨房已经备料了，有事请打电话给厨房')
  return cutoff
}

/** Until when an order may be changed (ms). */
export async function cutoffOf(from: Pick<Context['system'], 'get'>, { kitchen, day, meal }: OrderDoc): Promise<number> {
  const doc = await from.get<KitchenDoc>('kitchens', kitchen)
  return momentsOf(doc ?? { servings: [] }, day, meal).cutoff
}
