/** Portions: taken and given back by one conditional `inc` a dish, the last thing a transaction does. left + held + sold = portions, always. */
import type { Line } from '@domain/meals/contract/orders'
import { refuse } from '../../_kit/refuse'
import type { Store, Tx } from '../../_kit/store/port'
import type { MenuDoc, PortionsDoc } from '../docs'

export const portionsId = (slot: string, dish: string) => `${slot}|${dish}`

/** How many portions of which dish of which meal. `held`: so many of them may come from those held for standing orders, and are taken there first. */
export interface Need {
  slot: string
  dish: string
  name: string
  n: number
  held?: number
}

/** Thrown out of a transaction when a dish has run out; `soldOut` makes it a sentence. */
export class SoldOut extends Error {
  constructor(readonly need: Need) {
    super(`sold out: ${need.name}`)
  }
}

/** What an order's lines need, each dish once. */
export function needsOf(slot: string, lines: Pick<Line, 'dish' | 'name' | 'quantity'>[], sign: 1 | -1 = 1): Need[] {
  return lines.map(({ dish, name, quantity }) => ({ slot, dish, name, n: sign * quantity }))
}

/** Needs of the same dish added up; what cancels out is left alone. In the order of their ids, so that two orders never wait for each other. */
export function together(needs: Need[]): Need[] {
  const sums = new Map<string, Need>()
  for (const need of needs) {
    const id = portionsId(need.slot, need.dish)
    const had = sums.get(id)
    sums.set(id, had ? { ...had, n: had.n + need.n, held: (had.held ?? 0) + (need.held ?? 0) } : need)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, need]) => (need.n === 0 ? [] : [need]))
}

/** Takes (n > 0) and gives back (n < 0) portions. Call it last. Throws SoldOut, which undoes the whole transaction. */
export async function movePortions(tx: Pick<Tx, 'update'>, needs: Need[]): Promise<void> {
  for (const need of together(needs)) {
    if (need.n < 0) await tx.update<PortionsDoc>('portions', portionsId(need.slot, need.dish), { inc: { left: -need.n, sold: need.n } })
    else await take(tx, need)
  }
}

/** From the held ones first, as far as they are meant for this order; the rest, or all of it, from what is left. */
async function take(tx: Pick<Tx, 'update'>, need: Need): Promise<void> {
  const id = portionsId(need.slot, need.dish)
  for (let held = Math.min(need.n, need.held ?? 0); held >= 0; held--) {
    const [inc, when] = split(need.n, held)
    if (await tx.update<PortionsDoc>('portions', id, { inc }, { when })) return
  }
  throw new SoldOut(need)
}

function split(n: number, held: number): [{ [field: string]: number }, { [field: string]: { gte: number } }] {
  const [left, sold] = [n - held, n]
  return [
    { ...(left > 0 ? { left: -left } : {}), ...(held > 0 ? { held: -held } : {}), sold },
    { ...(left > 0 ? { left: { gte: left } } : {}), ...(held > 0 ? { held: { gte: held } } : {}) },
  ]
}

/** Runs a write whose portions may run out; then says what is left: "红烧肉刚刚订完了，还有酸菜炖粉条". Refuses meals.sold_out. */
export async function whilePortionsLast<T>(store: Store, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof SoldOut) throw await soldOut(store, error.need)
    throw error
  }
}

/** The refusal for a dish that has run out, with what can still be ordered of the same kind, or at all. */
export async function soldOut(store: Store, { slot, dish, name }: Need) {
  const [menu, portions] = await Promise.all([
    store.get<MenuDoc>('menus', slot),
    store.find<PortionsDoc>('portions', { where: { slot }, limit: 100 }),
  ])
  const left = new Map(portions.items.map(one => [one.dish, one.left]))
  const few = left.get(dish) ?? 0
  const others = (menu?.items ?? []).filter(item => item.dish !== dish && (left.get(item.dish) ?? 0) > 0)
  const kind = menu?.items.find(item => item.dish === dish)?.kind
  const alike = others.filter(item => item.kind === kind)
  const names = (alike.length > 0 ? alike : others).slice(0, 3).map(item => item.name)
  const gone = few > 0 ? `${name}只剩 ${few} 份了` : `${name}刚刚订完了`
  return refuse('meals.sold_out', names.length > 0 ? `${gone}，还有${names.join('、')}` : `${gone}，这一餐没有别的菜了`, 'lines')
}

/** The portions of a slot, by dish. */
export async function portionsOf(system: Pick<Store, 'find'>, slot: string): Promise<Map<string, PortionsDoc>> {
  const { items } = await system.find<PortionsDoc>('portions', { where: { slot }, limit: 100 })
  return new Map(items.map(one => [one.dish, one]))
}
