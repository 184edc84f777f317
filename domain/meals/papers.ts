/** Labels and lists, from the same orders as the prep sheet: every order on exactly one of each. Pure. */
import type { LabelPaper, SheetPaper, StopPaper } from './contract/day'
import { coversOf } from './covers'
import { byWalk, type Ordered, type Slate, textureWords } from './ordered'

/** A round with its doors as they are walked, or a route while rounds are not made yet (no stops). */
export interface Walk {
  id: string
  name: string
  carrier?: string
  stops: string[]
}

const COUNTERS = { pickup: '来取', eatin: '在这吃' } as const
const LOOSE = '还没定谁送'

/** What a box must say of what is inside: "不放花生", "不吃香菜", "软烂". */
export function careOf({ eater, accepted, lines }: Ordered, diners: Slate['diners']): string[] {
  const diner = diners[eater]
  if (!diner) return []
  const never = [...new Set([...diner.allergens, ...diner.ingredients].map(one => one.trim()).filter(Boolean))]
  const kept = lines.filter(line => accepted.includes(line.dish)).map(line => `${line.name}本人要的`)
  return [
    ...(never.length > 0 ? [`不放${never.join('、')}`] : []),
    ...(diner.textures.length > 0 ? [textureWords(diner.textures)] : []),
    ...kept,
  ]
}

const dishesOf = ({ lines }: Ordered) => lines.map(({ name, quantity, instead }) => ({ name, quantity, ...(instead ? { instead } : {}) }))

const boxOf = (order: Ordered, diners: Slate['diners']) => ({
  ...{ order: order.id, call: order.call, door: order.door, dishes: dishesOf(order), care: careOf(order, diners) },
  ...(order.note?.trim() ? { note: order.note.trim() } : {}),
})

interface Group {
  id: string
  name: string
  way: Ordered['way']
  carrier?: string
  orders: Ordered[]
}

/** Every order in one group: its round, else its route, else the deliveries nobody has yet; the counter; the tables. */
function groups(orders: Ordered[], walks: Walk[]): Group[] {
  const walked = [...orders].sort(byWalk)
  const found = new Map<string, Group>()
  const into = (group: Omit<Group, 'orders'>, order: Ordered) => {
    const had = found.get(group.id) ?? { ...group, orders: [] }
    found.set(group.id, { ...had, orders: [...had.orders, order] })
  }
  for (const order of walked) {
    if (order.way !== 'delivery') into({ id: order.way, name: COUNTERS[order.way], way: order.way }, order)
    else {
      const walk = walks.find(one => one.id === order.round) ?? walks.find(one => one.id === order.route)
      into({ ...(walk ? { id: walk.id, name: walk.name, carrier: walk.carrier } : { id: 'loose', name: LOOSE }), way: 'delivery' }, order)
    }
  }
  const rank = ({ id, way }: Group) => (way === 'delivery' ? (id === 'loose' ? 1 : 0) : way === 'pickup' ? 2 : 3)
  const place = ({ id }: Group) => walks.findIndex(one => one.id === id)
  return [...found.values()].map(group => inOrder(group, walks)).sort((a, b) => rank(a) - rank(b) || place(a) - place(b))
}

/** A round's own order of doors wins over the walk. */
function inOrder(group: Group, walks: Walk[]): Group {
  const stops = walks.find(one => one.id === group.id)?.stops ?? []
  const place = ({ id }: Ordered) => (stops.includes(id) ? stops.indexOf(id) : stops.length)
  return { ...group, orders: [...group.orders].sort((a, b) => place(a) - place(b) || byWalk(a, b)) }
}

export function sheetsOf({ orders, diners }: Slate, walks: Walk[]): SheetPaper[] {
  return groups(orders, walks).map(({ id, name, way, carrier, orders: all }) => ({
    ...{ id, name, way, covers: all.reduce((sum, order) => sum + coversOf(order.lines), 0) },
    ...(carrier ? { carrier } : {}),
    stops: all.map((order, at) => stopOf(order, at + 1, diners)),
  }))
}

function stopOf(order: Ordered, n: number, diners: Slate['diners']): StopPaper {
  const { doorNote, alert } = diners[order.eater] ?? {}
  const delivery = order.way === 'delivery'
  return {
    ...boxOf(order, diners),
    n,
    ...(delivery && doorNote?.trim() ? { doorNote: doorNote.trim() } : {}),
    ...(alert?.trim() ? { alert: alert.trim() } : {}),
    ...(order.pay === 'cash' && order.owes > 0 ? { cash: order.owes } : {}),
    ...(delivery ? {} : { code: order.code }),
  }
}

/** One a box, in the order of the lists, so that a stack of labels is a round. `printed` says what is on paper already. */
export function labelsOf(slate: Slate, walks: Walk[], printed: (order: Ordered) => boolean): LabelPaper[] {
  return groups(slate.orders, walks).flatMap(({ name, way, orders }) =>
    orders.map((order, at) => ({
      ...boxOf(order, slate.diners),
      ...{ way, place: way === 'delivery' ? `${name} 第 ${at + 1} 家` : name, covers: coversOf(order.lines), fresh: !printed(order) },
      ...(way === 'delivery' ? {} : { code: order.code }),
    })),
  )
}
