/** Tells volunteers, by account. */
import type { Later } from '../_kit/react'
import { notify } from './notify'

/** Facts: { accounts, title, body, to?, urgent?, at } (`at` in ms). Each gets one notice an event, however often it is drained. */
export const tellVolunteers: Later = async (kit, facts, event) => {
  const { accounts, title, body, to, urgent } = facts as { accounts: string[]; title: string; body: string; to?: string; urgent?: boolean }
  await kit.write(async tx => {
    for (const account of accounts)
      await notify(tx, { now: Number(facts.at), id: `${event}.${account}` }, { account, title, body, to, urgent })
  })
}
