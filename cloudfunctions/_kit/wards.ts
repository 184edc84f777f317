/** For whom somebody may act: themselves, those whose recorded consent holds today, and, as staff, those registered in their divisions. */
import type { Operation } from '@domain/contract'
import type { Acting, Person } from './context'
import { isWithin, type Reach } from './reach'
import { notThere } from './refuse'
import type { Doc, Store } from './store/port'

/** The fields of the registry's consents and residents that the door reads. */
type Consent = Doc & { resident: string; relation: string }
type Resident = Doc & { grid: string }

export interface Ward {
  resident: string
  /** What the caller is to them; absent for themselves. */
  relation?: string
}

/** The residents somebody may act for as a private person. A family membership is made of one consent and carries its id. */
export async function wardsOf(store: Pick<Store, 'get'>, person: Person): Promise<Ward[]> {
  const own = person.resident ? [{ resident: person.resident }] : []
  const consents = person.memberships.filter(one => one.role === 'family' && one.id.startsWith('family|'))
  const given = await Promise.all(consents.map(one => store.get<Consent>('consents', one.id.slice('family|'.length))))
  const wards = given.flatMap(one => (one ? [{ resident: one.resident, relation: one.relation }] : []))
  return [...own, ...wards.filter(one => one.resident !== person.resident)]
}

interface Asked {
  feature: string
  operation: Operation
  input: unknown
  person: Person | null
  reach: Reach
}
/** As whom the caller acts in a ward operation; somebody else's record looks like one that is not there. */
export async function actingFor(store: Pick<Store, 'get'>, asked: Asked): Promise<Acting | undefined> {
  const { feature, operation, input, person, reach } = asked
  if (operation.scope !== 'ward' || !person) return undefined
  const { eater } = input as { eater: string }
  if (person.resident === eater) return 'self'
  const wards = await wardsOf(store, person)
  if (wards.some(one => one.resident === eater)) return 'family'
  const resident = reach.divisions.length > 0 ? await store.get<Resident>('residents', eater) : null
  if (resident && isWithin(resident.grid, reach.divisions)) return 'staff'
  throw notThere(feature, '这位居民')
}
