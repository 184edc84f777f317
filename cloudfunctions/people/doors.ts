/**
 * The same door is one document: a household's id is made of community, building, unit and room. When an address is corrected the household keeps
 * its id (visits and links point at it), and a claim under the new door's id says who lives there now.
 */
import { createHash } from 'node:crypto'
import { type Door, floorOf, labelOf, tidyDoor, walkOf } from '@domain/people/address'
import type { Address } from '@domain/people/contract'
import type { Doc, Store, Tx } from '../_kit/store/port'
import type { HouseholdDoc } from './docs'

/** The id of a door: 'h' and 26 letters. Tidied first, so '3号楼' and '3#' are one. */
export function doorId(community: string, door: Door): string {
  const { building, unit, room } = tidyDoor(door)
  return `h${createHash('sha256')
    .update(JSON.stringify([community, building, unit, room]))
    .digest('base64url')
    .slice(0, 26)}`
}

/** The household at a door, ended or not; null when there never was one. Two reads by id, so it also works inside a transaction. */
export async function atDoor(from: Pick<Store | Tx, 'get'>, door: string): Promise<HouseholdDoc | null> {
  const claim = await from.get<Doc & { household: string }>('door_claims', door)
  const household = await from.get<HouseholdDoc>('households', claim ? claim.household : door)
  return household?.door === door ? household : null
}

/** Everything a household's document says about its address. */
export function placed(community: string, address: Address): Pick<HouseholdDoc, 'door' | 'address' | 'walk' | 'label'> {
  const door = tidyDoor(address)
  const floor = address.floor ?? floorOf(door.room)
  return {
    door: doorId(community, door),
    address: { ...door, ...(floor === undefined ? {} : { floor }) },
    walk: walkOf(door, floor),
    label: labelOf(door),
  }
}

/** A household nobody is registered in yet. */
export const emptyHousehold = (grid: string, address: Address): HouseholdDoc => {
  const community = grid.slice(0, 12)
  const place = placed(community, address)
  return { _id: place.door, grid, community, ...place, head: '', count: 0, members: [], tags: [], version: 1 }
}

/** Puts a household's claim on a door where its id does not say so, and takes an old one away. Inside the correction's transaction. */
export async function claimDoor(tx: Tx, household: HouseholdDoc, door: string): Promise<void> {
  if (household.door !== household._id) await tx.remove('door_claims', household.door)
  if (door !== household._id) await tx.put('door_claims', { _id: door, household: household._id })
}
