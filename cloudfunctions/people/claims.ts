/** One current record per ID number in a community. Across communities both may be right: somebody is registered here and lives there (人户分离). */
import { refuse } from '../_kit/refuse'
import type { Tx } from '../_kit/store/port'
import { type ClaimDoc, type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'

/** The claim's id; the import loads claims under the same. */
export const claimId = (community: string, idBlind: string) => `${community}|${idBlind}`

const claimOf = (doc: ResidentDoc | null) => (doc?.idBlind && isCurrent(doc.living) ? claimId(doc.community, doc.idBlind) : null)

/**
 * Moves the claim along with a change of a resident. `sees` says whether the caller may be told where the other record is.
 * Refuses people.known_elsewhere.
 */
export async function claim(tx: Tx, before: ResidentDoc | null, after: ResidentDoc, sees: (grid: string) => boolean): Promise<void> {
  const [old, wanted] = [claimOf(before), claimOf(after)]
  if (old && old !== wanted) await tx.remove('id_claims', old)
  if (!wanted) return
  const taken = await tx.get<ClaimDoc>('id_claims', wanted)
  if (taken && taken.resident !== after._id) throw await known(tx, taken, after, sees)
  await tx.put<ClaimDoc>('id_claims', { _id: wanted, resident: after._id, household: after.household })
}

async function known(tx: Tx, taken: ClaimDoc, after: ResidentDoc, sees: (grid: string) => boolean) {
  if (taken.household === after.household) return refuse('people.known_elsewhere', '这一户里已经有人登记了这个身份证号', 'person.idNumber')
  const other = await tx.get<HouseholdDoc>('households', taken.household)
  const where =
    other && sees(other.grid) ? `登记在 ${other.label}，如果是搬过来的，请到那一户办“搬家”` : '在本社区别的网格登记过，请社区核对后办“搬家”'
  return refuse('people.known_elsewhere', `这个身份证号已经${where}`, 'person.idNumber')
}
