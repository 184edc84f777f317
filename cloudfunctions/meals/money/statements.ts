/** A community's month in money. */
import { maskName } from '@domain/people/mask'
import type { Context } from '../../_kit/context'
import type { Operations } from '../../_kit/serve'
import type { OrderDoc } from '../docs'
import { eaterOn } from '../eaters'
import { kitchensOf, sumsOf } from './account'
import type { EntryDoc } from './docs'
import { ledgerIn, takenIn } from './read'

const NEAR = ['kitchen', 'community']

export const statements: Pick<Operations<'meals'>, 'statements'> = {
  async statements(context, { community, month }) {
    const taken = await takenIn(context.store, { community }, month)
    const names = await kitchensOf(context, taken)
    // somebody of the street who also cooks in one of its communities sees persons of that one only
    const persons = context.person?.memberships.some(({ role, scope }) => NEAR.includes(role) && community.startsWith(scope))
    return {
      month,
      kitchens: grouped(taken, 'kitchen').map(([kitchen, meals]) => ({
        ...{ kitchen, name: names.get(kitchen) ?? '', meals: meals.length },
        ...sumsOf(meals),
      })),
      bills: persons ? await billsOf(context, taken) : [],
      accounts: accountsOf(await ledgerIn(context.store, community, month)),
    }
  },
}

const grouped = (orders: OrderDoc[], by: 'kitchen' | 'eater'): [string, OrderDoc[]][] => {
  const groups = new Map<string, OrderDoc[]>()
  for (const order of orders) groups.set(order[by], [...(groups.get(order[by]) ?? []), order])
  return [...groups]
}

/** The meals of the month that went on a bill, by person. */
async function billsOf(context: Context, taken: OrderDoc[]) {
  const billed = taken.filter(one => one.pay === 'bill' && one.price.payers.eater > 0)
  const bills = grouped(billed, 'eater').map(async ([eater, meals]) => ({
    ...{ eater, who: await masked(context, eater, meals[0]), meals: meals.length },
    fen: meals.reduce((sum, one) => sum + one.price.payers.eater, 0),
  }))
  return (await Promise.all(bills)).sort((a, b) => b.fen - a.fen)
}

/** "张** 3号楼 2单元 501"; guests have no more than their order says. */
export async function masked(context: Context, eater: string, { call, door, day }: OrderDoc): Promise<string> {
  const known = await eaterOn(context.system, eater, day)
  return `${maskName(known?.name ?? call)} ${known?.door ?? door}`.trim()
}

function accountsOf(entries: EntryDoc[]) {
  const sums = { topUps: 0, spent: 0, givenBack: 0 }
  for (const { account, what, fen } of entries) {
    if (!account.startsWith('eater:')) continue
    if (what === 'charge' || what === 'refund') sums.spent -= fen
    // a correction goes the other way: + takes back money given back, - takes back a top-up
    else if (what === 'pay_out' || (what === 'correction' && fen > 0)) sums.givenBack -= fen
    else sums.topUps += fen
  }
  // a month that only takes back what an earlier one did has nothing of its own
  return { topUps: Math.max(0, sums.topUps), spent: Math.max(0, sums.spent), givenBack: Math.max(0, sums.givenBack) }
}
