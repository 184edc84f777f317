/** What visits do about what happens elsewhere. The table is ../reactions.ts. */

import { dayOf } from '@domain/days'
import type { Later, Reaction } from '../_kit/react'
import type { Doc } from '../_kit/store/port'
import type { DoorDoc, MatterDoc, VisitDoc } from './docs'
import { due } from './doors'
import { derived, refresh, refreshDivision } from './refresh'

/** A household, its people or their tags changed: its door follows in the same transaction. Facts: { household }. */
export const householdChanged: Reaction = async (tx, facts, when) => {
  const household = String(facts.household)
  const before = await tx.get<DoorDoc>('doors', household)
  await refresh(tx, household, when)
  const after = before && (await tx.get<DoorDoc>('doors', household))
  if (after && after.grid !== before.grid) await tx.happened('visits.door_moved', { household })
}

/**
 * A household is in another grid: what is to be decided about it is seen by that grid's people, and by the former's no more; the photos of its
 * visits open for them too. Facts: { household }.
 */
export const doorMoved: Later = async (kit, facts) => {
  const household = String(facts.household)
  const { items } = await kit.store.find<MatterDoc>('matters', { where: { household }, limit: 1000 })
  const visits = await kit.store.find<VisitDoc>('visits', { where: { household }, order: ['-at'], limit: 1000 })
  const files = visits.items.flatMap(visit => visit.form.photos)
  await kit.write(async tx => {
    const door = await tx.get<DoorDoc>('doors', household)
    if (door && files.length > 0) await tx.happened('visits.photos_moved', { files, grid: door.grid })
    const left = items.filter(matter => door && matter.grid !== door.grid)
    for (const { _id } of left) await tx.update('matters', _id, { set: { grid: door?.grid ?? '' } })
  })
}

/**
 * Somebody did not take their meal: their door is due at once and first of all, with the check's sentence, until the check ends.
 * Facts: { check, household, at, words, open }.
 */
export const checkMoved: Reaction = async (tx, facts, when) => {
  const { check, household, words } = facts as { [name: string]: string }
  const door = (await tx.get<DoorDoc>('doors', household)) ?? (await derived(tx, household, when))
  if (!door) return
  const others = (door.asked ?? []).filter(one => one.check !== check)
  const at = Number(facts.at)
  const asked = facts.open ? [...others, { check, at, on: dayOf(at), words }].sort((a, b) => a.at - b.at) : others
  const { asked: _asked, ...plain } = door
  await tx.put('doors', due(asked.length > 0 ? { ...plain, asked } : plain))
}

/** Many households of a community changed at once (import, grids drawn anew): their doors follow. Facts: { community } or { grid }. */
export const divisionChanged: Later = (kit, facts) => refreshDivision(kit, String(facts.grid ?? facts.community))

/** A tag asks for another interval: the doors of every community that has it follow. Facts: { tag }. */
export const tagDefined: Later = async (kit, facts) => {
  const tag = String(facts.tag)
  for (const community of await communities(kit)) {
    const where = { community, tags: { has: tag } }
    if (await kit.store.count('doors', where)) await refreshDivision(kit, community)
  }
}

async function communities({ store }: Parameters<Later>[0]): Promise<string[]> {
  const found: string[] = []
  let after: string | undefined
  do {
    const page: { items: Doc[]; after?: string } = await store.find('divisions', { where: { level: 'community' }, limit: 1000, after })
    found.push(...page.items.map(one => one._id))
    after = page.after
  } while (after)
  return found
}
