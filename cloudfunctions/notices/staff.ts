/** Tells a community's staff of something that happened in their division. */
import type { MembershipDoc } from '../_kit/identity'
import type { Later } from '../_kit/react'
import { notify } from './notify'

/** Facts: { community, title, body, to, at } (`at` in ms). Everybody who works for the community today gets one notice an event, however often it is drained. */
export const tellCommunity: Later = async (kit, facts, event) => {
  const { community, title, body, to } = facts as { [name: string]: string }
  const staff = await kit.store.find<MembershipDoc>('memberships', { where: { scope: community }, limit: 500 })
  const holds = ({ role, since, until }: MembershipDoc) => role === 'community' && since <= kit.today && (until ?? '9999') >= kit.today
  const accounts = [...new Set(staff.items.filter(holds).map(one => one.account))]
  await kit.write(async tx => {
    for (const account of accounts)
      await notify(tx, { now: Number(facts.at), id: `${event}.${account}` }, { account, title, body, to, urgent: true })
  })
}
