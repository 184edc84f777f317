/** A kitchen, or a place where its meals are collected, shuts on days that are ordered for already: those meals are called off, paid back, and everybody is told. Nobody is looked for because of it. */
import { closedOn, dayWords, MEAL_WORDS, momentsOf, opens } from '@domain/meals/serving'
import type { Kit, Later } from '../../_kit/react'
import type { Store } from '../../_kit/store/port'
import type { KitchenDoc, OrderDoc } from '../docs'
import { cancelled } from '../orders/cancel'
import { mark, published } from '../orders/due'
import { movePortions } from '../orders/portions'
import { kitchenOf } from './read'

const WEEK = '/meals/pages/week/index'

/** Its times, holidays or end changed. Facts: { kitchen }. */
export const kitchenChanged: Later = async (kit, facts) => {
  const kitchen = await kitchenOf(kit.store, String(facts.kitchen))
  if (kitchen?.parent) return pointChanged(kit, kitchen, kitchen.parent)
  if (!kitchen) return
  for (const order of await openOf(kit.store, kitchen._id, kit.today)) {
    const opening = opens(kitchen, order.day, order.meal)
    if ('shut' in opening && kit.now < momentsOf(kitchen, order.day, order.meal).from) await callOff(kit, kitchen, order._id, opening.shut)
  }
  // what standing orders hold on these days is let go, or held again
  const menus = await published(kit.store, kitchen._id, kit.today)
  await kit.write(async tx => {
    for (const menu of menus) await mark(tx, menu, kit.now)
  })
}

/** A point shuts: who would have collected there cannot. */
async function pointChanged(kit: Parameters<Later>[0], point: KitchenDoc, parent: string): Promise<void> {
  const cooks = await kitchenOf(kit.store, parent)
  for (const order of await openOf(kit.store, parent, kit.today)) {
    const closed = order.point === point._id ? closedOn(point, order.day) : undefined
    if (closed !== undefined && kit.now < momentsOf(cooks ?? point, order.day, order.meal).from)
      await callOff(kit, point, order._id, closed)
  }
}

/** Orders of today and later that still stand. */
async function openOf(store: Pick<Store, 'find'>, kitchen: string, from: string): Promise<OrderDoc[]> {
  const found: OrderDoc[] = []
  let after: string | undefined
  do {
    const page = await store.find<OrderDoc>('orders', { where: { kitchen, day: { gte: from } }, order: ['day'], limit: 1000, after })
    found.push(...page.items.filter(one => one.state === 'open'))
    after = page.after
  } while (after)
  return found
}

/** One order, in its own transaction: one that was cancelled or taken meanwhile is left as it is. */
async function callOff(kit: Kit & Parameters<Later>[0], { name }: KitchenDoc, id: string, shut: string): Promise<void> {
  await kit.write(async tx => {
    const before = await tx.get<OrderDoc>('orders', id)
    if (before?.state !== 'open') return
    const why = `${name}${shut}`
    // as if paused by the kitchen: a standing order is made anew should the day open again
    const { needs } = await cancelled(tx, before, why, { now: kit.now, by: name }, `shut|${before.kitchen}`)
    const title = `${dayWords(before.day)}的${MEAL_WORDS[before.meal]}取消了`
    const body = `${why}，这一顿不做了，付过的钱会退。要吃饭可以看看别的厨房，或者打电话给厨房`
    await tx.happened('meals.eaters_told', { eaters: [{ eater: before.eater, call: before.call }], title, body, to: WEEK, at: kit.now })
    await movePortions(tx, needs)
  })
}
