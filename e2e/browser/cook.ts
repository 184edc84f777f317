/** A kitchen with a morning's orders, made through the door as its people would: one has no route, one clashes with what its eater must not have. */
import type { OutputOf } from '@domain'
import type { Texture } from '@domain/meals/contract'
import type { DishForm, ItemForm } from '@domain/meals/contract/kitchens'
import type { OrderForm } from '@domain/meals/contract/orders'
import { asDemo, type Caller } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import type { Server } from './server'
import type { Stage } from './stage'

export const DAY = '2026-11-24'
/** Before and after the cut-off of lunch. */
export const MORNING = `${DAY}T08:30`
export const CLOSED = `${DAY}T09:40`
export const KITCHEN = '新楼厨房'
/** Both are walked by the one route; the third is walked by nobody yet. */
const [EAST, WEST, LOST] = ['88', '89', '77']

const food = (name: string, more: Partial<DishForm> = {}): DishForm => ({
  ...{ name, kind: 'main', ingredients: [], allergens: [], textures: [], price: 1000 },
  ...more,
})
const FOOD = {
  set: food('萝卜炖牛肉套餐', {
    kind: 'set',
    textures: ['soft', 'less_salt'],
    ingredients: ['牛肉'],
    needs: [{ ingredient: '牛肉', unit: 'g', amount: 90 }],
  }),
  peanuts: food('宫保鸡丁', { ingredients: ['鸡肉', '花生'], allergens: ['花生'] }),
  chicken: food('清炒鸡丁', { ingredients: ['鸡肉'], textures: ['soft'] }),
  soup: food('紫菜蛋花汤', { kind: 'soup', price: 200, textures: ['soft', 'less_salt', 'liquid'] }),
}
type Food = keyof typeof FOOD

interface Eats {
  name: string
  building: string
  way: OrderForm['way']
  food: Food[]
  note?: string
  textures?: Texture[]
  allergens?: string[]
}
const NAMES = ['张桂兰', '王秀英', '李玉珍', '赵素芬', '孙淑华', '周凤英', '吴桂芝', '郑玉兰', '冯淑珍', '陈秀兰', '褚玉芬', '卫桂英']
const some = (n: number): Eats => ({
  ...{ name: NAMES[n % NAMES.length], building: n % 2 ? EAST : WEST, food: n % 3 ? ['set', 'soup'] : ['chicken', 'soup'] },
  way: n % 5 === 4 ? 'eatin' : n % 4 === 3 ? 'pickup' : 'delivery',
  ...(n === 1 ? { note: '门铃坏了，请敲门，敲响一点，老人耳朵背', textures: ['soft', 'less_salt'] as Texture[] } : {}),
})
/** Nobody else in the neighbourhood is called so: what stands in the way is told by name. */
const STUCK: Eats[] = [
  { name: '欧阳秀', building: LOST, way: 'delivery', food: ['set'] },
  { name: '司徒敏', building: EAST, way: 'delivery', food: ['peanuts', 'soup'], allergens: ['花生'] },
]

export interface Morning {
  kitchen: string
  dishes: Record<Food, string>
  /** The cook with a fresh session: the clock is moved by hand. */
  cook(): Promise<Caller>
  /** What the server would print. */
  papers(): Promise<OutputOf<'meals.papers'>>
  prep(): Promise<OutputOf<'meals.prep'>>
  /** Orders by somebody new. */
  orders(eats: Eats): Promise<string>
}

/** `many` ordinary orders; with `stuck`, two more that stand in the way. */
export async function setMorning(server: Server, { many = 12, stuck = true } = {}): Promise<Morning> {
  const [office, cook] = [await asDemo(server.url, 'community'), await asDemo(server.url, 'kitchen')]
  const { kitchen, dishes } = await openKitchen(office, cook)
  const [{ code: grid }] = await office.call('people.grids', { community: office.division })
  let door = 0
  const orders = async (eats: Eats) => {
    const address = { building: eats.building, unit: String(1 + (door % 3)), room: `${1 + Math.floor(door / 3)}0${1 + (door++ % 3)}` }
    const { id: household } = await office.call('people.add_household', { grid, address })
    const person = { name: eats.name, sex: 'female' as const, born: '1944-03-01', phones: [], relation: '户主', living: 'living' as const }
    const { id: eater } = await office.call('people.add_resident', { household, person })
    const lines = eats.food.map(one => ({ dish: dishes[one], quantity: 1 }))
    const form: OrderForm = {
      kitchen,
      day: DAY,
      meal: 'lunch',
      lines,
      way: eats.way,
      pay: 'cash',
      ...(eats.note ? { note: eats.note } : {}),
    }
    await office.call('meals.order', { eater, forms: [form] })
    // what they must not have is known only after they ordered: that is how a clash comes about
    const { allergens = [], textures = [] } = eats
    const diner = { ingredients: [], allergens, dislikes: [], textures, pay: 'cash' as const, doorNote: '敲门轻一点' }
    await office.call('meals.set_diner', { eater, version: 0, form: diner, ...(eats.note ? { alert: '一个人住，心脏不好' } : {}) })
    return eater
  }
  for (let n = 0; n < many; n++) await orders(some(n))
  if (stuck) for (const one of STUCK) await orders(one)
  const route = { id: 'r88', name: '新楼一线', buildings: [WEST, EAST], by: 'foot' as const, capacity: 6 }
  await cook.call('meals.save_routes', { kitchen, version: 0, routes: [route] })
  await cook.call('meals.make_rounds', { kitchen, day: DAY, meal: 'lunch' })
  const again = () => asDemo(server.url, 'kitchen')
  const slot = { kitchen, day: DAY, meal: 'lunch' as const }
  return {
    ...{ kitchen, dishes, orders, cook: again },
    papers: async () => (await again()).call('meals.papers', slot),
    prep: async () => (await again()).call('meals.prep', slot),
  }
}

async function openKitchen(office: Caller & { division: string }, cook: Caller) {
  const servings = [{ meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }]
  const place = { kind: 'kitchen' as const, address: '88 号楼', weekdays: [0, 1, 2, 3, 4, 5, 6], holidays: [], serves: [] }
  const form = { ...place, name: KITCHEN, servings, ways: ['delivery' as const, 'pickup' as const, 'eatin' as const] }
  const { id: kitchen } = await office.call('meals.add_kitchen', { community: office.division, form })
  const dishes = {} as Record<Food, string>
  for (const [key, one] of Object.entries(FOOD) as [Food, DishForm][])
    dishes[key] = (await cook.call('meals.save_dish', { kitchen, form: one })).id
  const items: ItemForm[] = Object.entries(dishes).map(([key, dish]) => ({
    ...{ dish, portions: 200 },
    ...(key === 'peanuts' ? { instead: dishes.chicken } : {}),
  }))
  await cook.call('meals.save_menu', { kitchen, day: DAY, meal: 'lunch', version: 0, items })
  await cook.call('meals.publish_menus', { kitchen, from: DAY, until: DAY })
  return { kitchen, dishes }
}

/** The cook with a printer that is counted, not opened. */
export async function atPrinter(stage: Stage, how: { wide?: boolean } = {}): Promise<Person> {
  const person = await stage.arrives(how)
  await person.context.addInitScript(() => {
    const pages = window as unknown as { printed: number }
    pages.printed = 0
    window.print = () => void pages.printed++
  })
  await person.reopens()
  await enterDemo(person, '张玉华')
  return person
}
/** The cook at a page of this kitchen's lunch. */
export const lunchPage = (page: string, { kitchen }: Morning) => `/#/meals/pages/${page}/index?kitchen=${kitchen}&day=${DAY}&meal=lunch`
