/** Tells somebody who eats, and whoever acts for them with their consent. */
import type { Account, MembershipDoc } from '../_kit/identity'
import type { Kit, Later } from '../_kit/react'
import type { Doc } from '../_kit/store/port'
import { notify } from './notify'

type Consent = Doc & { since: string; until?: string }
type Resident = Doc & { living: string }
interface Told {
  account: string
  /** Acts for them. */
  carer: boolean
}

/**
 * Facts: { eaters: [{ eater, call }], title, body, to?, at } (`to` is a page that takes ?eater=, `at` in ms). Each gets one notice an event, however often it is drained; who acts for
 * them reads whom it is about. Those who died or moved away meanwhile are left alone.
 */
export const tellEaters: Later = async (kit, facts, event) => {
  const { eaters, title, body, to } = facts as { eaters: { eater: string; call: string }[]; title: string; body: string; to?: string }
  for (const { eater, call } of eaters) {
    const told = await toldOf(kit, eater)
    await kit.write(async tx => {
      for (const { account, carer } of told)
        await notify(
          tx,
          { now: Number(facts.at), id: `${event}.${eater}.${account}` },
          { account, title: carer ? `${call}：${title}` : title, body, ...(to ? { to: `${to}?eater=${eater}` } : {}) },
        )
    })
  }
}

async function toldOf({ store, today }: Pick<Kit, 'store' | 'today'>, eater: string): Promise<Told[]> {
  const resident = await store.get<Resident>('residents', eater)
  if (!resident || resident.living === 'moved' || resident.living === 'deceased') return []
  const own = await store.find<Account>('accounts', { where: { resident: eater }, limit: 10 })
  const consents = await store.find<Consent>('consents', { where: { resident: eater }, limit: 50 })
  const holds = consents.items.filter(one => one.since <= today && (one.until ?? '9999') >= today)
  const carers = await Promise.all(holds.map(one => store.get<MembershipDoc>('memberships', `family|${one._id}`)))
  const all = [
    ...own.items.filter(one => !one.disabled).map(one => ({ account: one._id, carer: false })),
    ...carers.flatMap(one => (one ? [{ account: one.account, carer: true }] : [])),
  ]
  return all.filter((one, i) => all.findIndex(other => other.account === one.account) === i)
}
