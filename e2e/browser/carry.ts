/** A kitchen with one round of six doors, made through the door as its people would, apart from whatever the demo community eats. */
import type { OrderForm } from '@domain/meals/contract/orders'
import { until } from '../patience'
import { asDemo, type Caller } from './api'
import { enterByCode } from './enter'
import type { Person } from './person'
import type { Server } from './server'
import type { Stage } from './stage'

export const DAY = '2026-11-24'
/** When the scene is made: before lunch can no longer be ordered. */
export const MORNING = `${DAY}T08:30`
export const NOON = `${DAY}T11:20`
export const VOLUNTEER = { name: '吴小兵', phone: '13555550001' }
const BUILDING = '88'
const NAMES = ['张桂兰', '王秀英', '李玉珍', '赵素芬', '孙淑华', '刘凤云']

export interface Scene {
  kitchen: string
  round: string
  cook: Caller
  /** What the server holds of the round by now. */
  held(): Promise<{ [door: string]: string }>
  close(): Promise<string>
}

export async function setScene(server: Server): Promise<Scene> {
  const office = await asDemo(server.url, 'community')
  const cook = await asDemo(server.url, 'kitchen')
  const community = office.division
  const kitchen = await openKitchen(office, cook, community)
  const { dish } = kitchen
  await orders(office, kitchen.id, dish, community)
  await office.call('account.assign', { ...VOLUNTEER, role: 'volunteer', scope: community, since: '2026-11-01' })
  const route = { id: 'r88', name: '新楼一线', buildings: [BUILDING], by: 'foot' as const, capacity: 20 }
  await cook.call('meals.save_routes', { kitchen: kitchen.id, version: 0, routes: [route] })
  await cook.call('meals.make_rounds', { kitchen: kitchen.id, day: DAY, meal: 'lunch' })
  const { rounds, carriers } = await cook.call('meals.rounds', { kitchen: kitchen.id, day: DAY })
  const account = carriers.find(one => one.name === VOLUNTEER.name)?.account ?? ''
  const round = rounds[0].id
  await cook.call('meals.assign_round', { round, account })
  const look = () => asDemo(server.url, 'kitchen').then(again => again.call('meals.round', { round }))
  return {
    ...{ kitchen: kitchen.id, round, cook },
    held: async () => Object.fromEntries((await look()).list.map(stop => [stop.call, stop.said?.form.outcome ?? stop.state])),
    close: async () => (await look()).state,
  }
}

async function openKitchen(office: Caller, cook: Caller, community: string) {
  const servings = [{ meal: 'lunch' as const, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 }]
  const place = { kind: 'kitchen' as const, address: '88 号楼', weekdays: [0, 1, 2, 3, 4, 5, 6], holidays: [], serves: [] }
  const form = { ...place, name: '新楼厨房', servings, ways: ['delivery' as const, 'pickup' as const] }
  const { id } = await office.call('meals.add_kitchen', { community, form })
  const food = { name: '萝卜炖牛肉套餐', kind: 'set' as const, ingredients: [], allergens: [], textures: [], price: 1200 }
  const { id: dish } = await cook.call('meals.save_dish', { kitchen: id, form: food })
  await cook.call('meals.save_menu', { kitchen: id, day: DAY, meal: 'lunch', version: 0, items: [{ dish, portions: 50 }] })
  await cook.call('meals.publish_menus', { kitchen: id, from: DAY, until: DAY })
  return { id, dish }
}

async function orders(office: Caller, kitchen: string, dish: string, community: string) {
  const [{ code: grid }] = await office.call('people.grids', { community })
  const form: OrderForm = { kitchen, day: DAY, meal: 'lunch', lines: [{ dish, quantity: 1 }], way: 'delivery', pay: 'cash' }
  for (const [n, name] of NAMES.entries()) {
    const address = { building: BUILDING, unit: '1', room: `${n + 1}01` }
    const { id: household } = await office.call('people.add_household', { grid, address })
    const person = {
      name,
      sex: 'female' as const,
      born: '1944-03-01',
      phones: ['13800138000'],
      relation: '户主',
      living: 'living' as const,
    }
    const { id: eater } = await office.call('people.add_resident', { household, person })
    await office.call('meals.order', { eater, forms: [form] })
  }
}

/** The volunteer with their phone, on the page of their round. */
export async function comes(stage: Stage, round: string): Promise<Person> {
  const person = await stage.arrives()
  await enterByCode(person, stage.server, VOLUNTEER.phone)
  await person.page.goto(`${stage.server.url}${roundPage(round)}`)
  return person
}
export const roundPage = (round: string) => `/#/meals/pages/round/index?round=${encodeURIComponent(round)}`

/** The door in front is that of somebody else by now. */
export const at = (person: Person, call: string) => person.page.locator('.r-call', { hasText: call }).filter({ visible: true }).waitFor()
export const becomes = (scene: Scene, call: string, outcome: string) =>
  until(async () => (await scene.held())[call] === outcome, `${call} ${outcome}`)
