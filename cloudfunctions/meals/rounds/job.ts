/** The clock's part: rounds follow their orders all day until the service is over; one that nobody has closed by then is told. */
import type { Meal } from '@domain/meals/contract'
import { momentsOf } from '@domain/meals/serving'
import type { Job, Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { KitchenDoc } from '../docs'
import type { RoundDoc, RoutesDoc } from './docs'
import { isDue, look, make } from './make'

/** How long after the end of service a round may still be on its way. */
const GRACE = 15 * 60_000

export const job: Job = { name: 'meals.rounds', every: 60_000, run }

async function run(kit: Ticking): Promise<number> {
  let done = 0
  for (const kitchen of await kitchens(kit))
    for (const { meal } of kitchen.servings) done += (await made(kit, kitchen, meal)) + (await unclosed(kit, kitchen, meal))
  return done
}

/** Only kitchens that have routes have rounds. */
async function kitchens({ store }: Ticking): Promise<KitchenDoc[]> {
  const books = await store.find<RoutesDoc>('routes', { where: { _id: { gt: '' } }, limit: 1000 })
  const found = await Promise.all(books.items.map(one => store.get<KitchenDoc>('kitchens', one._id)))
  return found.flatMap(one => (one ? [one] : []))
}

async function made({ store, now, today }: Ticking, kitchen: KitchenDoc, meal: Meal): Promise<number> {
  if (now > momentsOf(kitchen, today, meal).to) return 0
  const seen = await look(store, { kitchen: kitchen._id, community: kitchen.community, day: today, meal })
  return isDue(seen) ? store.transaction(tx => make(tx, seen)) : 0
}

/** Once a round: its document remembers that it was told. */
async function unclosed(kit: Ticking, kitchen: KitchenDoc, meal: Meal): Promise<number> {
  if (kit.now <= momentsOf(kitchen, kit.today, meal).to + GRACE) return 0
  const { items } = await kit.store.find<RoundDoc>('rounds', { where: { slot: `${kitchen._id}|${kit.today}|${meal}` }, limit: 1000 })
  const late = items.filter(round => !round.closed && !round.told && round.stops.length > 0)
  for (const round of late) await kit.store.transaction(tx => tell(telling(tx, kit.reactions, kit), round, kit.now))
  return late.length
}

async function tell(tx: ReturnType<typeof telling>, { _id, name, volunteerName, kitchen, community }: RoundDoc, at: number) {
  const marked = await tx.update<RoundDoc>('rounds', _id, { set: { told: true } }, { when: { told: null } })
  if (!marked) return
  const body = `${name}${volunteerName ? `（${volunteerName}）` : '，没有人送'}，饭点已经过了，还没有收尾`
  await tx.happened('meals.round_unclosed', { kitchen, community, title: '有一趟饭没送完', body, to: '/meals/pages/rounds/index', at })
}
