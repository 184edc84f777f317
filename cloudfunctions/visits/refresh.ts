/** Doors follow their households: at once when one changes, by the clock when a tag begins or ends, in bulk after an import. */
import type { Doc, Store, Tx } from '../_kit/store/port'
import type { DoorDoc, HouseholdDoc, ResidentDoc } from './docs'
import { doorOf, type Made } from './doors'
import { type Kinds, kindsFor, kindsIn } from './kinds'

export interface When {
  now: number
  today: string
}
type Reading = Pick<Tx, 'get'>

async function madeOf(from: Reading, id: string, when: When, kinds?: Kinds): Promise<Made | null> {
  const household = await from.get<HouseholdDoc>('households', id)
  if (!household) return null
  const members = await Promise.all(household.members.map(one => from.get<ResidentDoc>('residents', one)))
  const residents = members.filter(one => one !== null)
  const codes = residents.flatMap(one => one.tags.map(tag => tag.code))
  return { household, residents, kinds: kinds ?? (await kindsFor(from, codes)), ...when }
}

/** The door a household would have now; null when there is no such household. Reads by id only. */
export async function derived(from: Reading, household: string, when: When, kinds?: Kinds): Promise<DoorDoc | null> {
  const made = await madeOf(from, household, when, kinds)
  return made && doorOf(made, await from.get<DoorDoc>('doors', household))
}

/** Writes a household's door anew; one write. */
export async function refresh(tx: Tx, household: string, when: When, kinds?: Kinds): Promise<void> {
  const door = await derived(tx, household, when, kinds)
  // an import that was cancelled takes its households back, and their doors with them
  if (door) await tx.put('doors', door)
  else await tx.remove('doors', household)
}

const CHUNK = 100

async function refreshAll(store: Store, households: string[], when: When, kinds: Kinds) {
  for (let i = 0; i < households.length; i += CHUNK)
    await store.transaction(async tx => {
      for (const id of households.slice(i, i + CHUNK)) await refresh(tx, id, when, kinds)
    })
}

/** The clock's job: doors on which a tag has begun or ended by today, a chunk at a time. Answers how many. */
export async function turn({ store, now, today }: When & { store: Store }): Promise<number> {
  const page = await store.find<DoorDoc>('doors', { where: { turn: { lte: today } }, order: ['turn'], limit: 500 })
  await refreshAll(
    store,
    page.items.map(door => door._id),
    { now, today },
    page.items.length ? await kindsIn(store) : [],
  )
  return page.items.length
}

/** Every household of a division (grid or community) gets its door, or has it refreshed: after an import. */
export async function refreshDivision({ store, ...when }: When & { store: Store }, division: string): Promise<void> {
  const kinds = await kindsIn(store)
  const where = { [division.length === 15 ? 'grid' : 'community']: division }
  let after: string | undefined
  do {
    const page = await store.find<Doc>('households', { where, order: ['walk'], limit: 500, after })
    await refreshAll(
      store,
      page.items.map(one => one._id),
      when,
      kinds,
    )
    after = page.after
  } while (after)
}
