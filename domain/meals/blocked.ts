/** What stands in the way of printing. An order is never left out of the kitchen's papers; it stops them instead, until somebody has settled it. */
import { fromKey } from './building'
import { clashesOf } from './clash'
import type { Blocked } from './contract/day'
import type { Clash } from './contract/orders'
import { byWalk, type Dish, type Ordered, type Slate } from './ordered'

const MOST_CHOICES = 6

/** Every order without an address or a route where it needs one, and every clash nobody has settled; in walking order. What is in somebody's hands already stops nothing. */
export function blockedIn({ orders, menu, diners }: Slate): Blocked[] {
  return orders
    .filter(order => !order.taken)
    .sort(byWalk)
    .flatMap(order => [
      ...astray(order),
      ...clashesIn({ orders, menu, diners }, order).map(clash => clashing(order, clash, menu, diners[order.eater])),
    ])
}

/** The clashes of an order that its eater was not asked about. */
export function clashesIn({ menu, diners }: Slate, { eater, lines, accepted }: Ordered): Clash[] {
  const dishes = lines.map(line => line.dish).filter(dish => !accepted.includes(dish))
  return clashesOf(diners[eater], menu, dishes)
}

const about = ({ id, version, eater, call, door, building }: Ordered) => ({ order: id, version, eater, call, door, building })

function astray(order: Ordered): Blocked[] {
  if (order.way !== 'delivery') return []
  if (!order.door.trim() || !order.building.trim()) {
    const words = '要送到家，可是没有门牌'
    return [{ ...about(order), why: 'address', words, todo: '请社区把门牌补上，或者改成自己来取', choices: [] }]
  }
  if (order.route) return []
  const words = `没有人送${sayBuilding(fromKey(order.building).building)}`
  return [{ ...about(order), why: 'route', words, todo: '把这栋楼放进一条路线', choices: [] }]
}

/** '3' -> ' 3 号楼'; a building with a name of its own stays as it is. The community, where it is another one, is said by the door. */
const sayBuilding = (building: string) => (/^\d+$/.test(building) ? ` ${building} 号楼` : building)

function clashing(order: Ordered, clash: Clash, menu: Dish[], diner: Slate['diners'][string]): Blocked {
  const item = menu.find(one => one.dish === clash.dish)
  const had = new Set(order.lines.map(line => line.dish))
  const fit = menu.filter(one => one.dish !== clash.dish && clashesOf(diner, menu, [one.dish]).length === 0)
  const choice = ({ dish, name, left }: Dish) => ({ dish, name, left })
  const instead = clash.instead && fit.find(one => one.dish === clash.instead?.dish)
  const alike = fit.filter(one => one.kind === item?.kind && one.dish !== instead?.dish && one.left > 0 && !had.has(one.dish))
  return {
    ...about(order),
    why: 'clash',
    words: `${clash.name}：${clash.why}`,
    todo: instead ? `换成${instead.name}，或者问问本人` : '换一道菜，或者问问本人',
    ...{ dish: clash.dish, name: clash.name },
    ...(instead ? { instead: choice(instead) } : {}),
    choices: alike.slice(0, MOST_CHOICES).map(choice),
  }
}

/** "还有 2 份没弄好：张奶奶（3-2-501）没有人送 3 号楼；王大爷 ...": all of them, named. */
export const sayBlocked = (blocked: readonly Blocked[]) =>
  `还有 ${new Set(blocked.map(one => one.order)).size} 份没弄好，先不能打印。${blocked
    .map(({ call, door, words }) => `${call}${door ? `（${door}）` : ''}，${words}`)
    .join('；')}`
