/** Tells those who run a community's kitchen of something to put right. */
import type { MembershipDoc } from '../_kit/identity'
import type { Later } from '../_kit/react'
import { notify } from './notify'

/** Facts: { community, title, body, to, at } (`at` in ms). Everybody who runs the kitchen today gets one notice an event. */
export const tellKitchen: Later = async (kit, facts, event) => {
  const { community, title, body, to } = facts as { [name: string]: string }
  const { items } = await kit.store.find<MembershipDoc>('memberships', { where: { scope: community }, limit: 500 })
  const holds = ({ role, since, until }: MembershipDoc) => role === 'kitchen' && since <= kit.today && (until ?? '9999') >= kit.today
  const accounts = [...new Set(items.filter(holds).map(one => one.account))]
  await kit.write(async tx => {
    for (const account of accounts) await notify(tx, { now: Number(facts.at), id: `${event}.${account}` }, { account, title, body, to })
  })
}
