/** Tells a community's staff of something that happened in their division. */
import { accountsOf, heldIn } from '../_kit/holders'
import type { Later } from '../_kit/react'
import { notify } from './notify'

/** Facts: { community, title, body, to, at } (`at` in ms). Everybody who works for the community today gets one notice an event, however often it is drained. */
export const tellCommunity: Later = async (kit, facts, event) => {
  const { community, title, body, to } = facts as { [name: string]: string }
  const accounts = accountsOf(await heldIn(kit.store, community, 'community', kit.today))
  await kit.write(async tx => {
    for (const account of accounts)
      await notify(tx, { now: Number(facts.at), id: `${event}.${account}` }, { account, title, body, to, urgent: true })
  })
}
