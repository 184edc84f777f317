/** The living kitchen, from its opening to this minute. */
import type { Loading } from '../loading'
import { RESIDENT, STAFF } from '../staff'
import type { Home } from '../town'
import { settleAround, settleDonations, settleNotes, settleParty } from './around'
import { past, settleEaters } from './eating'
import { settleKitchens } from './index'
import { settleLarder } from './larder'
import { eatersIn, type Settled } from './people'
import { today } from './today'

interface Wanted {
  /** Accounts by name. */
  staff: Map<string, string>
  town: Home[]
  homes: Settled[]
  wang: { resident: string; account: string }
}

/** Answers the kitchen's id. */
export async function settleKitchen(at: Loading, { staff, town, homes, wang }: Wanted): Promise<string> {
  const named = (role: string) => STAFF.filter(one => one.role === role).map(one => one.name)
  const account = (name: string) => staff.get(name) ?? ''
  const volunteers = new Map(named('volunteer').map(name => [name, account(name)]))
  const crew = { cook: account(named('kitchen')[0]), office: account(named('community')[0]), volunteers }
  const { mama: kitchen } = await settleKitchens(at, crew.cook)
  at.moveTo(20)
  await settleAround(await at.as(crew.office), await at.as(crew.cook), kitchen, [...volunteers.values()])
  const eaters = eatersIn(town, homes, at.day(0), RESIDENT.name)
  const eating = { at, crew, kitchen, eaters, wang }
  await settleEaters(eating)
  await past(eating)
  at.moveTo(1, 20 * 60)
  await settleParty(at, await at.as(crew.cook), await at.as(crew.office))
  await settleNotes(at, await at.as(crew.cook), await at.as(crew.office), eaters)
  await settleDonations(at, await at.as(crew.cook), kitchen)
  await settleLarder(at, crew.cook, kitchen)
  await today(eating)
  return kitchen.id
}
