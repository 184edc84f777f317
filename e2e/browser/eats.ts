/** The kitchen of the demo community and people who eat from it, set up behind the screens. */
import type { OutputOf } from '@domain'
import type { ItemForm, Menu } from '@domain/meals/contract/kitchens'
import type { OrderForm } from '@domain/meals/contract/orders'
import { until } from '../patience'
import { asDemo, type Caller, caller } from './api'
import { enterByCode } from './enter'
import type { Person } from './person'
import type { Stage } from './stage'

export type Table = OutputOf<'meals.table'>
type Item = Menu['items'][number]
const KITCHEN = '妈妈厨房'
let room = 100

/** Somebody who eats: their record, and the phone they sign in with. */
export interface Eater {
  id: string
  phone: string
  home: string
}

export class Kitchen {
  private constructor(
    private readonly stage: Stage,
    readonly id: string,
    readonly staff: Caller & { division: string },
    readonly cook: Caller,
  ) {}

  static async open(stage: Stage): Promise<Kitchen> {
    const staff = await asDemo(stage.server.url, 'community')
    const found = (await staff.call('meals.kitchens', { division: staff.division })).find(one => one.name === KITCHEN)
    if (!found) throw new Error(`the demo has no ${KITCHEN}`)
    return new Kitchen(stage, found.id, staff, await asDemo(stage.server.url, 'kitchen'))
  }

  /** A neighbour at a door of their own, who signs in with their phone. */
  async neighbour(name: string, phone: string, born = '1950-03-02'): Promise<Eater> {
    const { id: home } = await this.staff.call('people.add_household', {
      grid: `${this.staff.division}001`,
      address: { building: '2', unit: '1', room: String(900 + room++) },
    })
    const person = { name, sex: 'male' as const, born, phones: [phone], relation: '户主', living: 'living' as const }
    const { id } = await this.staff.call('people.add_resident', { household: home, person })
    await this.stage.server.tick()
    return { id, phone, home }
  }

  /** With their phone in hand, at home. */
  async at(eater: Pick<Eater, 'phone'>): Promise<Person> {
    const person = await this.stage.arrives()
    await enterByCode(person, this.stage.server, eater.phone)
    return person
  }

  table = (eater: string): Promise<Table> => this.staff.call('meals.table', { eater, days: 8 })
  /** The order of a day's lunch, however it stands. */
  async lunch(eater: string, day: string) {
    const { days } = await this.table(eater)
    return days.find(slot => slot.day === day && slot.meal === 'lunch' && slot.kitchen === this.id)?.order
  }
  /** Waits until the day's lunch stands like this; undefined: it was never ordered. */
  async stands(eater: string, day: string, state: string | undefined): Promise<void> {
    await until(async () => (await this.lunch(eater, day))?.state === state, `the lunch of ${day} being ${state}`)
  }

  async menu(day: string): Promise<Menu> {
    const menus = await this.cook.call('meals.menus', { kitchen: this.id, from: day, days: 1 })
    const found = menus.find(one => one.meal === 'lunch')
    if (!found) throw new Error(`no lunch on ${day}`)
    return found
  }
  /** The cook changes dishes of a published menu. */
  async changes(day: string, change: (item: Item) => Partial<ItemForm>): Promise<void> {
    const { version, items } = await this.menu(day)
    const forms = items.map(item => {
      const { dish, portions, price, ingredients, allergens, textures, instead, special } = item
      const form: ItemForm = {
        dish,
        portions,
        price,
        ingredients,
        allergens,
        textures,
        ...(instead ? { instead } : {}),
        ...(special ? { special } : {}),
      }
      return { ...form, ...change(item) }
    })
    await this.cook.call('meals.save_menu', { kitchen: this.id, day, meal: 'lunch', version, items: forms })
  }

  form = (day: string, dish: string, more: Partial<OrderForm> = {}): OrderForm => ({
    ...{ kitchen: this.id, day, meal: 'lunch', lines: [{ dish, quantity: 1 }], way: 'delivery', pay: 'cash' },
    ...more,
  })
  order = (eater: string, ...forms: OrderForm[]) => this.staff.call('meals.order', { eater, forms })

  /** A session of an eater's own, apart from any browser. */
  session = async ({ phone }: Pick<Eater, 'phone'>): Promise<Caller> =>
    caller(this.stage.server.url, await this.stage.server.session(phone))
}
