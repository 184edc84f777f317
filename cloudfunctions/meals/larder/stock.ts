/** Stock moves: what is bought, given, used, thrown away, counted. Every movement stays. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { Unit } from '@domain/meals/contract'
import type { Lot, MoveWhy } from '@domain/meals/contract/larder'
import { needed, putInto, sayAmount, sumOf, takeFrom } from '@domain/meals/larder'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type KitchenDoc, slotId } from '../docs'
import { menuOf, ownKitchen } from '../kitchens/read'
import { type MoveDoc, type StockDoc, stockId, type TripDoc, type UsedDoc, type WasteDoc } from './docs'
import { cookingOf, stocksOf } from './shopping'

const MOVES = 50
const WEEK = 7

export const stock: Work<InputOf<'meals.stock'>, OutputOf<'meals.stock'>> = async (context, { kitchen: id }) => {
  await ownKitchen(context, id)
  const [stocks, moves, wastes] = await Promise.all([
    stocksOf(context.system, id),
    context.system.find<MoveDoc>('stock_moves', { where: { kitchen: id }, order: ['-at'], limit: MOVES }),
    context.system.find<WasteDoc>('wastes', {
      where: { kitchen: id, day: { gte: addDays(context.today, -WEEK) } },
      order: ['-day'],
      limit: 100,
    }),
  ])
  return {
    day: context.today,
    items: stocks
      .filter(one => one.amount > 0)
      .map(one => shown(one, context.today))
      .sort((a, b) => ((a.expires ?? '9999') + a.ingredient < (b.expires ?? '9999') + b.ingredient ? -1 : 1)),
    moves: moves.items.map(({ _id, ingredient, unit, moved, why, words, at, by }) => ({
      id: _id,
      ingredient,
      unit,
      by: moved,
      why,
      words,
      at,
      who: by,
    })),
    wastes: wastes.items.map(({ _id, kitchen: _1, community: _2, ...one }) => ({ id: _id, ...one })),
  }
}

function shown({ ingredient, unit, amount, lots }: StockDoc, today: string) {
  const expires = lots
    .map(lot => lot.expires)
    .filter(Boolean)
    .sort()[0]
  const expired = sumOf(lots.filter(lot => lot.expires && lot.expires < today))
  return { ingredient, unit, amount, lots, expired, ...(expires ? { expires } : {}) }
}

interface Moving {
  context: Context
  kitchen: KitchenDoc
  why: MoveWhy
  words: string
  more?: { trip?: string; slot?: string }
}
type Thing = { ingredient: string; unit: Unit }

/** Writes a stock's lots anew and the movement that explains it. */
async function moved(
  tx: Tx,
  { context, kitchen, why, words, more = {} }: Moving,
  thing: Thing,
  change: (lots: Lot[]) => Lot[],
  expires?: string,
) {
  const id = stockId(kitchen._id, thing.ingredient, thing.unit)
  const before = await tx.get<StockDoc>('stocks', id)
  const lots = change(before?.lots ?? [])
  const amount = sumOf(lots)
  const about = { kitchen: kitchen._id, community: kitchen.community, ...thing }
  await tx.put<StockDoc>('stocks', { _id: id, ...about, amount, lots })
  await tx.insert<MoveDoc>('stock_moves', {
    ...{ _id: context.id(), ...about, moved: Math.round((amount - (before?.amount ?? 0)) * 100) / 100, why, words, ...more },
    ...{ day: context.today, at: context.now, by: context.person?.name ?? '' },
    ...(expires ? { expires } : {}),
  })
}

const tidy = ({ ingredient, unit }: Thing): Thing => ({ ingredient: ingredient.trim(), unit })

export const buy: Work<InputOf<'meals.buy'>, OutputOf<'meals.buy'>> = async (context, { kitchen: id, form }) => {
  const kitchen = await ownKitchen(context, id)
  const trip = context.id()
  const total = form.items.reduce((sum, one) => sum + one.cost, 0)
  const words = `${form.buyer}买的${form.shop?.trim() ? `，${form.shop.trim()}` : ''}`
  return context.write({ target: trip, division: kitchen.community }, async tx => {
    const about = { kitchen: id, community: kitchen.community, at: context.now, by: context.person?.name ?? '' }
    await tx.insert<TripDoc>('trips', { _id: trip, ...form, total, ...about })
    for (const { amount, expires, ...thing } of form.items) {
      const lot: Lot = { amount, since: form.day, ...(expires ? { expires } : {}) }
      await moved(tx, { context, kitchen, why: 'bought', words, more: { trip } }, tidy(thing), lots => putInto(lots, lot), expires)
    }
    return { id: trip }
  })
}

export const move_stock: Work<InputOf<'meals.move_stock'>, OutputOf<'meals.move_stock'>> = async (context, input) => {
  const { kitchen: id, why, amount, expires, note = '' } = input
  const kitchen = await ownKitchen(context, id)
  const thing = tidy(input)
  const target = stockId(id, thing.ingredient, thing.unit)
  return context.write({ target: id, division: kitchen.community, note: why }, async tx => {
    const had = (await tx.get<StockDoc>('stocks', target))?.amount ?? 0
    const lot: Lot = { amount, since: context.today, ...(expires ? { expires } : {}) }
    const change = (lots: Lot[]): Lot[] => {
      if (why === 'donated') return putInto(lots, lot)
      if (why === 'counted') return counted(lots, amount, had, lot)
      const taken = takeFrom(lots, amount)
      if (taken.missing > 0) throw notSoMuch(thing, had)
      return taken.lots
    }
    await moved(tx, { context, kitchen, why, words: note.trim() }, thing, change, expires)
    return { id }
  })
}

const notSoMuch = ({ ingredient, unit }: Thing, had: number) =>
  refuse('meals.not_so_much', `账上只有${ingredient} ${sayAmount(had, unit)}，请先盘点一下，再记`, 'amount')

/** Counted: less goes out of what expires first; more is a lot of its own. */
function counted(lots: Lot[], amount: number, had: number, lot: Lot): Lot[] {
  if (amount <= had) return takeFrom(lots, had - amount).lots
  return putInto(lots, { ...lot, amount: Math.round((amount - had) * 100) / 100 })
}

/** Once a meal. What is not there is said, and the stock stands at nothing. */
export const use_stock: Work<InputOf<'meals.use_stock'>, OutputOf<'meals.use_stock'>> = async (context, { kitchen: id, day, meal }) => {
  const kitchen = await ownKitchen(context, id)
  const slot = slotId(id, day, meal)
  const menu = await menuOf(context.system, slot)
  if (!menu) throw notThere('meals', '这一餐')
  const takes = needed(await cookingOf(context.system, menu, 'ordered'))
  if (takes.length === 0) throw refuse('meals.nothing_known', '这一餐的菜还没写用量，没法从库存里减。可以在菜里填上每份用多少')
  return context.write({ target: slot, division: kitchen.community }, async tx => {
    if (await tx.get('stock_used', slot)) throw refuse('meals.already_used', '这一餐用掉的已经减过了')
    const about = { kitchen: id, community: kitchen.community, day, meal, at: context.now, by: context.person?.name ?? '' }
    await tx.insert<UsedDoc>('stock_used', { _id: slot, ...about })
    const short: OutputOf<'meals.use_stock'>['short'] = []
    for (const { need, dishes, ...thing } of takes) {
      const change = (lots: Lot[]) => {
        const { lots: rest, missing } = takeFrom(lots, need)
        if (missing > 0) short.push({ ...thing, missing })
        return rest
      }
      await moved(tx, { context, kitchen, why: 'used', words: dishes.join('、'), more: { slot } }, thing, change)
    }
    return { id: slot, short }
  })
}

export const waste: Work<InputOf<'meals.waste'>, OutputOf<'meals.waste'>> = async (context, { kitchen: id, words = '', ...what }) => {
  const kitchen = await ownKitchen(context, id)
  const _id = context.id()
  return context.write({ target: _id, division: kitchen.community }, async tx => {
    const about = { kitchen: id, community: kitchen.community, at: context.now, by: context.person?.name ?? '' }
    await tx.insert<WasteDoc>('wastes', { _id, ...what, ...about, words: words.trim() })
    return { id: _id }
  })
}
