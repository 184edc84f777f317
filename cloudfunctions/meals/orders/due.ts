/** Meals whose standing orders are to be looked at: a note a slot, made by whatever changes what they will be. */
import type { Meal } from '@domain/meals/contract'
import type { Later } from '../../_kit/react'
import type { Doc, Store, Tx } from '../../_kit/store/port'
import type { MenuDoc } from '../docs'

/** Under the slot's id. `n` goes up with every mark: a look that began before one does not put it away. */
export type DueDoc = Doc & { kitchen: string; day: string; meal: Meal; due: number; n: number }

/** This meal is looked at by the clock from `due` on (ms). */
export async function mark(
  tx: Pick<Tx, 'get' | 'put'>,
  slot: Pick<DueDoc, '_id' | 'kitchen' | 'day' | 'meal'>,
  due: number,
): Promise<void> {
  const before = await tx.get<DueDoc>('standing_due', slot._id)
  const { _id, kitchen, day, meal } = slot
  await tx.put<DueDoc>('standing_due', { _id, kitchen, day, meal, due: Math.min(due, before?.due ?? due), n: (before?.n ?? 0) + 1 })
}

/** A menu was published or changed. Facts: { slot, kitchen, day, meal }. */
export const slotChanged: Later = async (kit, facts) => {
  const { slot, kitchen, day, meal } = facts as { [name: string]: string }
  await kit.write(tx => mark(tx, { _id: slot, kitchen, day, meal: meal as Meal }, kit.now))
}

/** What standing orders will be has changed from a day on (until a day). Facts: { kitchen, meal, from, until? }. */
export const standingChanged: Later = async (kit, facts) => {
  const { kitchen, meal, from, until } = facts as { [name: string]: string }
  const menus = await published(kit.store, kitchen, from, until)
  await kit.write(async tx => {
    for (const menu of menus) if (menu.meal === meal) await mark(tx, menu, kit.now)
  })
}

/** The published menus of a kitchen from a day on; no kitchen plans more than some weeks ahead. */
export async function published(store: Pick<Store, 'find'>, kitchen: string, from: string, until = '9999-12-31'): Promise<MenuDoc[]> {
  const where = { kitchen, day: { gte: from, lte: until } }
  const { items } = await store.find<MenuDoc>('menus', { where, order: ['day'], limit: 200 })
  return items.filter(menu => menu.published)
}
