/** A kitchen, its menus and its eaters in tests: made through the door, as its own people would. */
import type { OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import type { DishForm, ItemForm, KitchenForm } from '@domain/meals/contract/kitchens'
import type { Someone, Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'

export const COMMUNITY = '210102025015'
export const GRID = '210102025015001'

/** Open all week; lunch 11:00-12:30, ordered until 09:30 of the day. */
export const kitchenForm = (more: Partial<KitchenForm> = {}): KitchenForm => ({
  ...{ name: '妈妈厨房', kind: 'kitchen', address: '5号楼一层', phone: '024-12345678', weekdays: [0, 1, 2, 3, 4, 5, 6] },
  servings: [{ meal: 'lunch', from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }],
  ...{ holidays: [], serves: [], ways: ['delivery', 'pickup', 'eatin'] },
  ...more,
})

export const dishForm = (name: string, more: Partial<DishForm> = {}): DishForm => ({
  ...{ name, kind: 'main', ingredients: [], allergens: [], textures: [], price: 1000 },
  ...more,
})

/** A set, two mains, a side, a soup and a dessert. Pork is in the set and in the first main, peanuts are in the dessert. */
export const DISHES = {
  set: dishForm('两荤一素套餐', { kind: 'set', ingredients: ['猪肉', '白菜', '米饭'], textures: ['soft'], price: 1200 }),
  main: dishForm('红烧肉', { ingredients: ['猪肉', '酱油'], price: 1000 }),
  other: dishForm('清炖鸡块', { ingredients: ['鸡肉', '土豆'], textures: ['soft', 'less_oil'], price: 900 }),
  side: dishForm('炒土豆丝', { kind: 'side', ingredients: ['土豆'], price: 300 }),
  soup: dishForm('萝卜汤', { kind: 'soup', ingredients: ['萝卜'], textures: ['liquid'], price: 200 }),
  dessert: dishForm('花生糕', { kind: 'dessert', ingredients: ['花生', '面粉'], allergens: ['花生'], price: 200 }),
}
export type Dish = keyof typeof DISHES

export interface TestKitchen {
  id: string
  community: string
  cook: Someone
  dishes: Record<Dish, string>
}

/** A kitchen with a cook and six dishes. Its name must differ where a test has several. */
export async function kitchenIn(town: Town, community = COMMUNITY, more: Partial<KitchenForm> = {}): Promise<TestKitchen> {
  const office = await town.as('community', community, { name: '社区的人' })
  const cook = await town.as('kitchen', community, { name: '张玉华' })
  const { id } = await office.call('meals.add_kitchen', { community, form: kitchenForm(more) })
  const dishes: Partial<Record<Dish, string>> = {}
  for (const [key, form] of Object.entries(DISHES) as [Dish, DishForm][])
    dishes[key] = (await cook.call('meals.save_dish', { kitchen: id, form })).id
  return { id, community, cook, dishes: dishes as Record<Dish, string> }
}

export interface TestMenu {
  meal?: Meal
  /** Portions a dish; 50 of each when left out. A dish with 0 is on the menu with nothing left; one not named in `only` is not on it. */
  portions?: Partial<Record<Dish, number>> | number
  only?: Dish[]
  /** Changes of the day's items: a price, a recipe, what is given instead. */
  items?: Partial<Record<Dish, Partial<ItemForm>>>
  /** false leaves a draft. */
  published?: boolean
}

/** The menu of a day (today when left out), published unless told otherwise. Answers its slot's id. */
export async function menuOn(town: Town, kitchen: TestKitchen, day = dayOf(town.now()), menu: TestMenu = {}): Promise<string> {
  const { meal = 'lunch', portions = {}, only = Object.keys(DISHES) as Dish[], items = {}, published = true } = menu
  const form = only.map(dish => ({
    ...{ dish: kitchen.dishes[dish], portions: typeof portions === 'number' ? portions : (portions[dish] ?? 50) },
    ...items[dish],
  }))
  const { id } = await kitchen.cook.call('meals.save_menu', { kitchen: kitchen.id, day, meal, version: 0, items: form })
  if (published) await kitchen.cook.call('meals.publish_menus', { kitchen: kitchen.id, from: day, until: day })
  return id
}

/** A menu as the kitchen sees it now. */
export const menuNow = async (kitchen: TestKitchen, day: string, meal: Meal = 'lunch'): Promise<OutputOf<'meals.menus'>[number]> => {
  const menus = await kitchen.cook.call('meals.menus', { kitchen: kitchen.id, from: day, days: 1 })
  return menus.filter(one => one.meal === meal)[0]
}

export interface Living {
  name?: string
  sex?: 'male' | 'female'
  born?: string
  phone?: string
  tags?: string[]
  building?: string
  unit?: string
  room?: string
  /** A household to move into instead of a new one. */
  household?: string
}
export interface TestEater {
  id: string
  household: string
  /** Signed in as themselves. */
  me: Someone
}

const counts = new WeakMap<Town, { doors: number; clerks: Map<string, Someone> }>()
const countsOf = (town: Town) => {
  const known = counts.get(town) ?? { doors: 0, clerks: new Map() }
  counts.set(town, known)
  return known
}
async function clerkOf(town: Town, community: string): Promise<Someone> {
  const { clerks } = countsOf(town)
  const clerk = clerks.get(community) ?? (await town.as('community', community, { name: '社区的人' }))
  clerks.set(community, clerk)
  return clerk
}

/** Somebody who eats: a registered resident of a household of their own (80 years old, 张桂兰, unless told otherwise), with an account. */
export async function eaterIn(town: Town, grid = GRID, living: Living = {}): Promise<TestEater> {
  const { name = '张桂兰', sex = 'female', born = '1946-05-01', phone = '13800138000', tags = [] } = living
  const clerk = await clerkOf(town, grid.slice(0, 12))
  const n = countsOf(town).doors++
  const { building = String(50 + Math.floor(n / 90)), unit = String(1 + (Math.floor(n / 30) % 3)), room = String(101 + (n % 30)) } = living
  const household = living.household ?? (await clerk.call('people.add_household', { grid, address: { building, unit, room } })).id
  const person = { name, sex, born, phones: [phone], relation: '户主', living: 'living' as const }
  const { id } = await clerk.call('people.add_resident', { household, person })
  for (const tag of tags) await clerk.call('people.set_tag', { resident: id, tag, since: '2026-01-01' })
  return { id, household, me: await town.as('resident', grid.slice(0, 12), { name, resident: id }) }
}

/** Their daughter, with recorded consent: an account that acts for them. */
export async function daughterOf(town: Town, eater: TestEater, grid = GRID): Promise<Someone> {
  const clerk = await clerkOf(town, grid.slice(0, 12))
  const { id } = await clerk.call('people.consent', {
    ...{ resident: eater.id, name: '王秀兰', phone: '13600136000', relation: '女儿', since: '2026-01-01', how: 'in_person' },
  })
  const carer = await town.as('family', grid.slice(0, 12), { name: '王秀兰' })
  await town.store.load('memberships', [
    { _id: `family|${id}`, account: carer.id, role: 'family', scope: grid.slice(0, 12), since: '2020-01-01' },
  ])
  return carer
}

/** Many eaters at once, loaded as the registry keeps them, without accounts: for races and property tests. Answers their ids. */
export async function crowdIn(town: Town, many: number, grid = GRID, { born = '1946-05-01', tags = [] }: Living = {}): Promise<string[]> {
  const first = countsOf(town).doors
  countsOf(town).doors += many
  const ids = Array.from({ length: many }, (_, n) => `crowd-${first + n}`)
  const place = { grid, community: grid.slice(0, 12) }
  const held = tags.map(code => ({ code, since: '2026-01-01', by: '社区' }))
  const door = (n: number) => ({ building: String(200 + Math.floor(n / 60)), unit: '1', room: String(101 + (n % 60)) })
  await town.store.load(
    'residents',
    ids.map(_id => ({
      ...{ _id, ...place, household: `home-${_id}`, name: '李国富', sex: 'male', born, relation: '户主', living: 'living' },
      ...{ phones: [], phoneBlinds: [], phoneMasks: [], tags: held, tagCodes: tags, pinyin: '', initials: '', label: '', version: 1 },
    })),
  )
  await town.store.load(
    'households',
    ids.map((_id, n) => {
      const address = door(first + n)
      const label = `${address.building}号楼 1单元 ${address.room}`
      const walk = [address.building, '1', address.room].map(part => part.padStart(4, '0')).join('|')
      return {
        ...{ _id: `home-${_id}`, ...place, door: '', address, walk, label, head: '李**', count: 1, members: [_id], tags, version: 1 },
      }
    }),
  )
  return ids
}
