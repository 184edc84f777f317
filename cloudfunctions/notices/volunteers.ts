/** Tells volunteers, by account: into the inbox at once, and by the other ways they have when nothing is quiet. */
import { isTopic, type Topic } from '@domain/notices/topics'
import { cannotWait } from '@domain/quiet'
import type { Later } from '../_kit/react'
import type { Tx } from '../_kit/store/port'
import { notify } from './notify'
import { enqueue } from './outgoing'
import { isMuted, wantsOf } from './wants'

interface Told {
  topic: Topic
  accounts: string[]
  title: string
  body: string
  to?: string
  urgent?: boolean
  at: number
  when?: number
  until?: number
}
/** People a transaction. */
const CHUNK = 20

/**
 * Facts: { topic, accounts, title, body, to?, urgent?, at, when?, until? } (moments in ms). Each gets one notice an event, however often it is
 * drained, and nothing of what they do not want to hear.
 */
export const tellVolunteers: Later = async (kit, facts, event) => {
  const told = facts as unknown as Told
  for (let i = 0; i < told.accounts.length; i += CHUNK)
    await kit.write(async tx => {
      for (const account of told.accounts.slice(i, i + CHUNK)) await tellOne(tx, told, { account, event, out: kit.push !== undefined })
    })
}

async function tellOne(tx: Tx, told: Told, { account, event, out }: { account: string; event: string; out: boolean }): Promise<void> {
  const { topic, title, body, to, urgent = false, at, when, until } = told
  if (isMuted(await wantsOf(tx, account), topic)) return
  const id = await notify(tx, { now: at, id: `${event}.${account}` }, { account, title, body, to, urgent })
  if (!out || !isTopic(topic)) return
  await enqueue(tx, id, {
    ...{ account, topic, title, body, when: when ?? at, at, urgent: urgent && cannotWait(at, when) },
    ...(to ? { to } : {}),
    ...(until ? { until } : {}),
  })
}
