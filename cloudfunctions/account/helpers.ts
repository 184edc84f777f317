/** Who is there for somebody at home. A worker's number is given to the people of their own grid and community, as it hangs on the notice board there. */

import type { Role } from '@domain/contract'
import type { Context } from '../_kit/context'
import { heldIn } from '../_kit/holders'
import type { Account, MembershipDoc } from '../_kit/identity'
import type { Operations } from '../_kit/serve'
import type { Doc } from '../_kit/store/port'
import { placeOf } from './me'

/** The grid (15 digits) or community (12) somebody lives in: their resident record's, else that of a membership. */
async function homeOf({ system, person }: Context): Promise<string | undefined> {
  const record = person?.resident ? await system.get<Doc & { grid: string }>('residents', person.resident) : null
  return record?.grid ?? person?.memberships.find(({ scope }) => scope.length >= 12)?.scope
}

/** Those who hold a role in exactly this division today, whoever stands in for somebody first. */
async function holders(context: Context, role: Role, scope: string): Promise<MembershipDoc[]> {
  const { today, person } = context
  const now = (await heldIn(context.system, scope, role, today)).filter(one => one.account !== person?.id)
  return now.sort((a, b) => Number(Boolean(b.for)) - Number(Boolean(a.for))).slice(0, 2)
}

export const helping: Pick<Operations<'account'>, 'helpers'> = {
  async helpers(context) {
    const home = await homeOf(context)
    if (!home) return []
    const worker = home.length === 15 ? await holders(context, 'grid', home) : []
    const office = await holders(context, 'community', home.slice(0, 12))
    const shown = [...worker, ...office].map(async ({ account, role, scope }) => {
      const who = await context.system.get<Account>('accounts', account)
      if (!who || who.disabled) return null
      const phone = context.secrets.open(who.phone, { collection: 'accounts', id: who._id, field: 'phone' })
      return { name: who.name, role, place: await placeOf(context.system, scope), phone }
    })
    return (await Promise.all(shown)).filter(one => one !== null)
  },
}
