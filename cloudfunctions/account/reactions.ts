/** What identity does about what happens elsewhere. */
import type { MembershipDoc } from '../_kit/identity'
import type { Later } from '../_kit/react'
import type { Doc } from '../_kit/store/port'
import { accountOf, settledAccount } from './accounts'

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
