/** Whose rules: a kitchen's, or a division's. */
import type { Context } from '../../_kit/context'
import { isWithin } from '../../_kit/reach'
import { notThere } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { placesOf } from './price'

export interface RulesPlace {
  /** The id its rules are kept under. */
  id: string
  name: string
  /** Who reaches them: the division, or the kitchen's community. */
  division: string
  kitchen?: string
  /** Itself, then the wider places whose rules count here when it has none. */
  chain: string[]
}
type Named = Doc & { name: string }

/** Refuses: meals.not_there (a kitchen elsewhere; a division that does not exist or, for a write, is not the caller's). */
export async function placeOf(context: Context, input: { division: string; kitchen?: string }, writing = false): Promise<RulesPlace> {
  if (input.kitchen) {
    const kitchen = await context.store.get<KitchenDoc>('kitchens', input.kitchen)
    if (!kitchen?.community.startsWith(input.division)) throw notThere('meals', '这个厨房')
    return { id: kitchen._id, name: kitchen.name, division: kitchen.community, kitchen: kitchen._id, chain: placesOf(kitchen) }
  }
  const division = input.division.slice(0, 12)
  const named = await context.system.get<Named>('divisions', division)
  if (!named || (writing && !isWithin(division, context.divisions))) throw notThere('meals', '这个地方')
  return { id: division, name: named.name, division, chain: placesOf({ _id: division, community: division }).filter(widening(division)) }
}

/** A division's chain begins with itself and never comes back to a narrower or the same code. */
const widening = (division: string) => (code: string, at: number) => at === 0 || code.length < division.length

/** What a place of the chain is called. */
export async function nameOf(context: Context, place: string): Promise<string> {
  const doc = (await context.system.get<Named>('kitchens', place)) ?? (await context.system.get<Named>('divisions', place))
  return doc?.name ?? '这里'
}
