/** What a payer owes for the meals of a month: the same meals in the table, the CSV and the workbook. */
import { createHash } from 'node:crypto'
import type { InputOf } from '@domain'
import { ageOn } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import { maskName } from '@domain/people/mask'
import type { Context } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Doc } from '../../_kit/store/port'
import type { KitchenDoc, OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { csvOf, workbookOf } from './files'
import { owedBy } from './read'

type Asked = Omit<InputOf<'meals.claim_file'>, 'form'>

/** One meal behind a claim, whole. */
export interface Claimed {
  order: string
  eater: string
  day: string
  meal: Meal
  kitchen: string
  name: string
  born?: string
  /** As of the meal. */
  age?: number
  door: string
  why: string
  /** The price, what the eater paid, what is claimed; 分. */
  total: number
  own: number
  fen: number
}

/** Every meal of the claim, by day. Refuses nothing: without kitchens or meals it is empty. */
export async function claimed(context: Context, { community, giver, month }: Asked): Promise<Claimed[]> {
  const kitchens = await context.store.find<KitchenDoc>('kitchens', { where: { community }, limit: 100 })
  const people = new Map<string, Promise<Person>>()
  const meals: Claimed[] = []
  for (const kitchen of kitchens.items)
    for (const owed of await owedBy(context.system, giver, kitchen._id, month)) {
      const order = await context.system.get<OrderDoc>('orders', owed.order)
      if (!order) continue
      const known = people.get(order.eater) ?? personOf(context, order)
      people.set(order.eater, known)
      meals.push(rowOf(order, kitchen.name, await known, owed.fen))
    }
  return meals.sort((a, b) => (a.day + a.name < b.day + b.name ? -1 : 1))
}

type Person = { name: string; born?: string; door: string }
async function personOf({ system }: Context, order: OrderDoc): Promise<Person> {
  const eater = await eaterOn(system, order.eater, order.day)
  return { name: eater?.name ?? order.call, born: eater?.born, door: order.door || (eater?.door ?? '') }
}

const rowOf = ({ _id, eater, day, meal, price }: OrderDoc, kitchen: string, { name, born, door }: Person, fen: number): Claimed => ({
  ...{ order: _id, eater, day, meal, kitchen, name, door, why: price.why, total: price.total, own: price.payers.eater, fen },
  ...(born ? { born, age: ageOn(born, day) } : {}),
})

const sum = (meals: Claimed[], of: (one: Claimed) => number) => meals.reduce((all, one) => all + of(one), 0)

/** By person, whoever is claimed most for first. */
function byPerson(meals: Claimed[]) {
  const groups = new Map<string, Claimed[]>()
  for (const one of meals) groups.set(one.eater, [...(groups.get(one.eater) ?? []), one])
  return [...groups.values()]
    .map(own => ({ last: own[own.length - 1], meals: own.length, total: sum(own, one => one.total), fen: sum(own, one => one.fen) }))
    .sort((a, b) => b.fen - a.fen)
}

const GIVERS = { government: '政府补助', enterprise: '企业资助', charity: '慈善资助' }

export const claim: Pick<Operations<'meals'>, 'claim' | 'claim_file'> = {
  async claim(context, asked) {
    const meals = await claimed(context, asked)
    return {
      rows: byPerson(meals).map(({ last, ...figures }) => ({
        ...{ who: `${maskName(last.name)} ${last.door}`.trim(), ...figures },
        ...(last.age === undefined ? {} : { age: last.age }),
      })),
      ...{ meals: meals.length, total: sum(meals, one => one.total), fen: sum(meals, one => one.fen) },
    }
  },

  async claim_file(context, { form, ...asked }) {
    const meals = await claimed(context, asked)
    if (meals.length === 0) throw refuse('meals.nothing_to_claim', '这个月没有要申报的餐')
    const place = (await context.system.get<Doc & { name: string }>('divisions', asked.community))?.name ?? ''
    const title = `${place}${asked.month} ${GIVERS[asked.giver]}`
    const bytes = form === 'csv' ? csvOf(meals, asked.giver) : await workbookOf(meals, byPerson(meals), asked.giver)
    const [file, name] = [createHash('sha256').update(bytes).digest('hex'), `${title}.${form}`]
    await context.blobs.put(file, bytes)
    const note = `${asked.month} ${GIVERS[asked.giver]}，${meals.length} 餐`
    return context.write({ target: asked.community, division: asked.community, note }, async tx => {
      const facts = { file, division: asked.community, kind: 'claim', name, bytes: bytes.length, by: context.person?.id ?? '' }
      await tx.happened('meals.claim_made', facts)
      return { id: `${asked.community}|${asked.giver}|${asked.month}`, file, name }
    })
  },
}
