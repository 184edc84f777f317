/** What the registry does about what happens in it. The table is ../reactions.ts. */
import type { Later } from '../_kit/react'
import { endConsents } from './consents'
import type { ResidentDoc } from './docs'

/**
 * Somebody is no longer here, by hand, by a correction or by a roster: whoever acted for somebody who died no longer does.
 * Facts: { resident, why, on }.
 */
export const residentEnded: Later = async (kit, facts) => {
  const { resident, why, on } = facts as { resident: string; why: string; on: string }
  // a slip may have been put right meanwhile, and an import cancelled
  const now = await kit.store.get<ResidentDoc>('residents', resident)
  if (why !== 'deceased' || now?.living !== 'deceased') return
  const consents = await kit.store.find('consents', { where: { resident }, limit: 100 })
  await kit.write(tx => endConsents(tx, consents.items, resident, on))
}
