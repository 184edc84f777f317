/** What identity does about what happens elsewhere. */
import { addDays } from '@domain/days'
import { accountOf, NEWCOMER, settledAccount } from '../_kit/accounts'
import type { MembershipDoc } from '../_kit/identity'
import type { Later, Reaction } from '../_kit/react'
import type { Doc } from '../_kit/store/port'

/** Whom a consent lets act for a resident: the fields of people's consents that identity reads. */
type Consent = Doc & { carer: string; phone: string; since: string; until?: string }

/** Facts: { consent, community }. The carer gets an account and is family in the community for as long as the consent holds. */
export const consented: Later = async (kit, facts) => {
  const { consent, community } = facts as { consent: string; community: string }
  const doc = await kit.store.get<Consent>('consents', consent)
  if (!doc) return
  const phone = kit.secrets.open(doc.phone, { collection: 'consents', id: consent, field: 'phone' })
  const known = await accountOf(kit.store, kit.secrets, phone)
  await kit.write(async tx => {
    const account = await settledAccount(tx, kit.secrets, known, { phone, name: doc.carer })
    const until = doc.until ? { until: doc.until } : {}
    const family: MembershipDoc = {
      _id: `family|${consent}`,
      account: account._id,
      role: 'family',
      scope: community,
      since: doc.since,
      ...until,
    }
    await tx.put('memberships', family)
  })
}

/** Facts: { consent, on }. */
export const consentEnded: Later = async (kit, facts) => {
  const { consent, on } = facts as { consent: string; on: string }
  await kit.write(tx => tx.update('memberships', `family|${consent}`, { set: { until: on } }))
}

const volunteering = (account: string, community: string) => `volunteer|${account}|${community}`

/** Facts: { account, community, on, by }. A community said yes: the account is a volunteer there, once however often it is said. */
export const volunteered: Reaction = async (tx, facts) => {
  const { account, community, on, by } = facts as { account: string; community: string; on: string; by: string }
  const _id = volunteering(account, community)
  const there = await tx.get<MembershipDoc>('memberships', _id)
  if (there && there.until === undefined) return
  await tx.put<MembershipDoc>('memberships', { _id, account, role: 'volunteer', scope: community, since: on, by })
}

/** Facts: { account, name }. Whoever nobody had named before is called as they registered. */
export const named: Reaction = async (tx, facts) => {
  const { account, name } = facts as { account: string; name: string }
  await tx.update('accounts', account, { set: { name } }, { when: { name: NEWCOMER } })
}

/** What the list of volunteers says of somebody: the fields that identity reads. */
type Volunteer = Doc & { community: string; state: string }
/** Facts: { account, community, on }. Who has left a community's volunteers is no volunteer and no lead there any more, however they came to be. */
export const volunteerLeft: Later = async (kit, facts) => {
  const { account, community, on } = facts as { account: string; community: string; on: string }
  const { items } = await kit.store.find<MembershipDoc>('memberships', { where: { account }, limit: 200 })
  // back meanwhile, and approved anew
  const now = await kit.store.get<Volunteer>('volunteers', account)
  if (now && now.community === community && now.state !== 'left') return
  const until = addDays(on, -1)
  const theirs = items.filter(({ role, scope }) => (role === 'volunteer' || role === 'lead') && scope.startsWith(community))
  await kit.write(async tx => {
    for (const { _id, since } of theirs.filter(one => one.until === undefined || one.until > until))
      if (since <= on) await tx.update('memberships', _id, { set: { until } }, { when: { since } })
  })
}

const leading = (account: string, community: string) => `lead|${account}|${community}`

/** Facts: { account, community, on, by }. The lead of a team is a lead in its community. */
export const led: Reaction = async (tx, facts) => {
  const { account, community, on, by } = facts as { account: string; community: string; on: string; by: string }
  const _id = leading(account, community)
  const there = await tx.get<MembershipDoc>('memberships', _id)
  if (there && there.until === undefined) return
  await tx.put<MembershipDoc>('memberships', { _id, account, role: 'lead', scope: community, since: on, by })
}

type Team = Doc & { leads: string[]; ended?: string }
/** Facts: { account, community, on }. Who leads no team any more is no lead by a team; a role a clerk gave stays. */
export const unled: Later = async (kit, facts) => {
  const { account, community, on } = facts as { account: string; community: string; on: string }
  const { items } = await kit.store.find<Team>('teams', { where: { community }, limit: 1000 })
  if (items.some(one => !one.ended && one.leads.includes(account))) return
  await kit.write(tx => tx.update('memberships', leading(account, community), { set: { until: addDays(on, -1) } }))
}

/** Facts: { account, openid, former }: WeChat said whose phone it is. One phone is one account's, so the accounts it was before (`former`) let go of it. */
export const phoneKnown: Reaction = async (tx, facts) => {
  const { account, openid, former } = facts as { account: string; openid: string; former: string[] }
  for (const one of former) if (one !== account) await tx.update('accounts', one, { unset: ['openid'] })
  await tx.update('accounts', account, { set: { openid } })
}
