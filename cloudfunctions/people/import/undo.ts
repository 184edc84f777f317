/** Takes one chunk of an import back: who was made goes, who was changed is as before. What somebody has touched since stays theirs. */
import type { WriteTx } from '../../_kit/context'
import type { Doc } from '../../_kit/store/port'
import { claim, claimId } from '../claims'
import type { ClaimDoc, HouseholdDoc, ResidentDoc } from '../docs'
import { countGrid, settle } from '../summary'
import type { UndoDoc } from './docs'

/** In one transaction; a chunk that is gone already is done. */
export async function takeBack(tx: WriteTx, id: string): Promise<void> {
  const chunk = await tx.get<UndoDoc>('import_undo', id)
  if (!chunk) return
  const homes = new Map<string, { joined: string[]; left: string[] }>(chunk.households.map(home => [home, { joined: [], left: [] }]))
  const at = (home: string) => homes.get(home) ?? homes.set(home, { joined: [], left: [] }).get(home) ?? { joined: [], left: [] }
  for (const resident of chunk.residents) {
    const home = await unmake(tx, resident)
    if (home) at(home).left.push(resident)
  }
  for (const before of chunk.before) {
    const was = await restore(tx, before)
    if (!was) continue
    if (was !== before.household) at(was).left.push(before._id)
    at(before.household).joined.push(before._id)
  }
  for (const [home, change] of homes) await settle(tx, home, change)
  for (const { household, ended } of chunk.reopened) await close(tx, household, ended)
  for (const household of chunk.households) await unfound(tx, household)
  for (const change of chunk.changes) await tx.remove('people_changes', change)
  await tx.remove('import_undo', id)
}

/** The household they were in; null when somebody has corrected them meanwhile and they stay. */
async function unmake(tx: WriteTx, id: string): Promise<string | null> {
  const doc = await tx.get<ResidentDoc>('residents', id)
  if (doc?.version !== 1) return null
  const claimed = doc.idBlind && claimId(doc.community, doc.idBlind)
  if (claimed && (await tx.get<ClaimDoc>('id_claims', claimed))?.resident === id) await tx.remove('id_claims', claimed)
  await tx.remove('residents', id)
  return doc.household
}

async function restore(tx: WriteTx, before: ResidentDoc): Promise<string | null> {
  const now = await tx.get<ResidentDoc>('residents', before._id)
  if (now?.version !== before.version + 1) return null
  await claim(tx, now, before, () => false)
  await tx.put('residents', before)
  return now.household
}

async function close(tx: WriteTx, id: string, ended: HouseholdDoc['ended']) {
  const home = await tx.get<HouseholdDoc>('households', id)
  if (!home || home.ended || home.count > 0) return
  await tx.update('households', id, { set: { ended }, inc: { version: 1 } })
  await countGrid(tx, home.grid, { households: -1, residents: 0 })
  await tx.happened('people.household_changed', { household: id })
}

/** A household somebody lives in by now, or at whose door somebody has already knocked, is a real one and stays. */
async function unfound(tx: WriteTx, id: string) {
  const home = await tx.get<HouseholdDoc>('households', id)
  const door = await tx.get<Doc & { knocks?: unknown[] }>('doors', id)
  if (home?.version !== 1 || home.members.length > 0 || (door?.knocks?.length ?? 0) > 0) return
  await tx.remove('households', id)
  if (home._id !== home.door) await tx.remove('door_claims', home.door)
  await countGrid(tx, home.grid, { households: -1, residents: 0 })
  await tx.happened('people.household_changed', { household: id })
}
