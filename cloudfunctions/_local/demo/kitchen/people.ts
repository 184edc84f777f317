/** Who eats: about forty old people of the neighbourhood with a standing order, what some of them must not eat, and how they pay. */
import { ageOn } from '@domain/days'
import type { DinerForm, StandingForm } from '@domain/meals/contract/orders'
import { type Chance, chance } from '../chance'
import type { Home } from '../town'
import type { DemoKitchen } from './index'

/** A household as it was settled: ids in the order of its people. */
export interface Settled {
  residents: { id: string; name: string }[]
}
export interface DemoEater {
  id: string
  name: string
  building: string
  way: StandingForm['days'][number]['way']
  pay: StandingForm['pay']
  alone: boolean
  age: number
}
/** Of each of the four grids. */
const MANY = 10
const SEED = 88

/** The same forty every time, ten a grid: those who live alone first, then the oldest of the others. `but` is left out: he orders for himself. */
export function eatersIn(homes: Home[], settled: Settled[], today: string, but: string): DemoEater[] {
  const luck = chance(SEED)
  const old = homes.flatMap(({ grid, address, people }, at) =>
    people.flatMap(({ form, tags }, n) => {
      const age = form.born ? ageOn(form.born, today) : 0
      const { id, name } = settled[at].residents[n]
      const alone = tags.some(one => one.tag === 'alone')
      return age < 68 || name === but ? [] : [{ id, name, age, alone, grid, building: address.building }]
    }),
  )
  old.sort((a, b) => Number(b.alone) - Number(a.alone) || b.age - a.age)
  const first = [0, 1, 2, 3].flatMap(number => old.filter(one => one.grid === number).slice(0, MANY))
  return first.map(({ grid: _, ...one }) => ({ ...one, way: wayOf(luck, one.age), pay: luck.one(['cash', 'account', 'bill', 'bill']) }))
}

const wayOf = (luck: Chance, age: number) => (age >= 80 || luck.hit(0.5) ? 'delivery' : luck.hit(0.6) ? 'eatin' : 'pickup')

/** Somebody over eighty who lives alone in the first grid: whose meal nobody takes today. */
export const missing = (eaters: DemoEater[]) =>
  eaters.find(one => one.alone && one.age >= 80 && ['1', '2', '3'].includes(one.building)) ?? eaters[0]

/** The set of the day on every day, or what they like best first. */
export const standingOf = (eater: DemoEater, { id: kitchen, dishes }: DemoKitchen, since: string, luck: Chance): StandingForm => ({
  ...{ kitchen, meal: 'lunch', pay: eater.pay, since },
  days: [0, 1, 2, 3, 4, 5, 6]
    .filter(day => eater.age >= 80 || (day !== 0 && day !== 6))
    .map(weekday => ({ weekday, dishes: luck.hit(0.2) ? [dishes.meatballs, dishes.tofu] : [], quantity: 1, way: eater.way })),
})

const NONE: DinerForm = { ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash' }
/** What a dozen of them told the kitchen. */
const TOLD: Partial<DinerForm>[] = [
  { allergens: ['花生'], note: '吃花生会起疹子' },
  { ingredients: ['猪肉', '五花肉', '猪里脊', '排骨'], note: '回民，不吃猪肉' },
  { textures: ['soft'], note: '牙不好，要软烂' },
  { textures: ['soft', 'less_salt'], doorNote: '门铃坏了，请敲门' },
  { allergens: ['鱼', '虾'] },
  { textures: ['less_salt', 'less_oil'], note: '血压高，少盐少油' },
  { dislikes: ['酸菜白肉'] },
  { textures: ['less_sugar'], ingredients: ['糖'], note: '糖尿病' },
  { doorNote: '耳朵背，多敲几下' },
  { textures: ['soft'], allergens: ['鸡蛋'] },
  { doorNote: '钥匙在对门李姨家' },
  { ingredients: ['青椒'] },
]
/** Every third of them has something to say, in turn. */
export function dinersOf(eaters: DemoEater[]): { eater: DemoEater; form: DinerForm }[] {
  return TOLD.flatMap((told, n) => {
    const eater = eaters[n * 3 + 1]
    return eater ? [{ eater, form: { ...NONE, pay: eater.pay, ...told } }] : []
  })
}
