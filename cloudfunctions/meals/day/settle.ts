/** What stands in the way of an order, settled one at a time: a dish somebody cannot have, an address, a route. */
import type { InputOf, OutputOf } from '@domain'
import { clashesOf } from '@domain/meals/clash'
import type { Line } from '@domain/meals/contract/orders'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import { broughtTo } from '../brought'
import { type DinerDoc, type MenuDoc, type OrderDoc, slotId } from '../docs'
import { eaterOn } from '../eaters'
import { menuOf } from '../kitchens/read'
import { withState } from '../orders/change'
import { remembered } from '../orders/keep'
import { movePortions, type Need, whilePortionsLast } from '../orders/portions'
import { routeFor } from '../rounds/route'

const noOrder = () => notThere('meals', '这份订餐')
const by = ({ now, person }: Context) => ({ now, by: person?.name ?? '' })

/** An order of a kitchen of the caller's that can still be changed. */
function mustBeOpen(order: OrderDoc | null): OrderDoc {
  if (!order || order.cancelled) throw noOrder()
  if (order.handed || order.state === 'taken') throw refuse('meals.already_taken', '这份饭已经送到或取走了，改不了了')
  return order
}

/** The eater pays what they would have paid: it was the kitchen that changed the dish. */
export const settle_clash: Work<InputOf<'meals.settle_clash'>, OutputOf<'meals.settle_clash'>> = async (context, input) => {
  const { order: id, version, dish, give } = input
  const seen = mustBeOpen(await context.store.get<OrderDoc>('orders', id))
  const [menu, diner] = await Promise.all([
    menuOf(context.system, slotId(seen.kitchen, seen.day, seen.meal)),
    context.system.get<DinerDoc>('diners', seen.eater),
  ])
  const other = give === undefined ? undefined : instead(menu, diner, give)
  return whilePortionsLast(context.system, () =>
    context.write({ target: id, division: seen.home || seen.community }, async tx => {
      const before = mustBeOpen(await tx.get<OrderDoc>('orders', id))
      if (before.version !== version) throw refuse('meals.changed_meanwhile', '这份订餐刚刚改过，请再看一眼')
      const line = before.lines.find(one => one.dish === dish)
      if (!line) throw refuse('meals.not_on_menu', '这份订餐里没有这道菜了，请再看一眼', 'dish')
      const next: OrderDoc = {
        ...before,
        ...(other
          ? {
              lines: before.lines.map(one => (one === line ? swapped(one, other) : one)),
              accepted: before.accepted.filter(one => one !== other.dish),
            }
          : { accepted: [...new Set([...before.accepted, dish])] }),
        ...{ touched: true, earlier: remembered(before, 'changed', by(context)), version: version + 1 },
      }
      await tx.put('orders', withState(next))
      if (other) await movePortions(tx, exchanged(before.slot, line, other))
      return { id, version: next.version }
    }),
  )
}

/** The dish that is given, which the eater may have. Refuses meals.not_on_menu, meals.clash. */
function instead(menu: MenuDoc | null, diner: DinerDoc | null, give: string): MenuDoc['items'][number] {
  const item = menu?.items.find(one => one.dish === give)
  if (!menu || !item) throw refuse('meals.not_on_menu', '这道菜不在这一餐的菜单上，请换一道', 'give')
  const [clash] = clashesOf(diner, menu.items, [give])
  if (clash) throw refuse('meals.clash', `${clash.name}也不行：${clash.why}。请换一道`, 'give')
  return item
}

const swapped = (line: Line, { dish, name, kind }: MenuDoc['items'][number]): Line => ({
  ...{ dish, name, kind, quantity: line.quantity, price: line.price },
  instead: line.instead ?? line.name,
})
const exchanged = (slot: string, { dish, name, quantity }: Line, to: { dish: string; name: string }): Need[] => [
  { slot, dish, name, n: -quantity },
  { slot, dish: to.dish, name: to.name, n: quantity },
]

/** The address as the registry has it now, and the route that passes it. */
export const find_route: Work<InputOf<'meals.find_route'>, OutputOf<'meals.find_route'>> = async (context, { order: id }) => {
  const seen = mustBeOpen(await context.store.get<OrderDoc>('orders', id))
  return context.write({ target: id, division: seen.home || seen.community }, async (tx, whole) => {
    const before = mustBeOpen(await tx.get<OrderDoc>('orders', id))
    const resident = await eaterOn(whole, before.eater, before.day)
    const who = resident && (await broughtTo(whole, before, resident))
    const { door = before.door, building = before.building, walk = before.walk } = who ?? {}
    if (!door || !building) throw refuse('meals.no_address', '册子里还没有门牌。请社区补上，或者改成自己来取')
    const route = await routeFor(whole, before.kitchen, building)
    if (!route) throw refuse('meals.no_route', '还没有路线经过这栋楼，请先把它放进一条路线')
    const version = before.version + 1
    await tx.put('orders', { ...before, door, building, walk, route, version })
    return { id, version }
  })
}
