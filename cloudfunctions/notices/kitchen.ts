/** Tells those who run a community's kitchen of something to put right. */
import { accountsOf, heldIn } from '../_kit/holders'
import type { Later } from '../_kit/react'
import { notify } from './notify'

/** Facts: { community, title, body, to, at } (`at` in ms). Everybody who runs the kitchen today gets one notice an event. */
export const tellKitchen: Later = async (kit, facts, event) => {
  const { community, title, body, to } = facts as { [name: string]: string }
  const accounts = accountsOf(await heldIn(kit.store, community, 'kitchen', kit.today))
  await kit.write(async tx => {
    for (const account of accounts) await notify(tx, { now: Number(facts.at), id: `${event}.${account}` }, { account, title, body, to })
  })
}
