/** Whom a check asks for help, rung by rung, and whom they can be called by. Numbers stay sealed until somebody dials. */

import type { Callable } from '@domain/meals/contract/checks'
import type { Rung } from '@domain/meals/ladder'
import { calling } from '@domain/people/mask'
import { accountsOf, heldIn } from '../../_kit/holders'
import type { Doc, Store } from '../../_kit/store/port'
import type { CheckDoc, NeighbourDoc } from './docs'

type Resident = Doc & { household: string; name: string; sex?: 'male' | 'female'; relation: string; living: string; phones: string[] }
type Consent = Doc & { carer: string; phone: string; relation: string; since: string; until?: string }
type Account = Doc & { name: string; phone?: string }

/** Somebody who can be called, with the sealed number and where it was sealed. */
export interface Known extends Callable {
  sealed: string
  at: { collection: string; id: string; field: string }
}
export interface Asking {
  store: Pick<Store, 'get' | 'find'>
  today: string
  /** Whether the reader may see the family and the household: not the kitchen. */
  near: boolean
}

const holdsOn = (one: { since: string; until?: string }, today: string) => one.since <= today && (one.until ?? '9999') >= today

/** Everybody who can be called for a check, in the order of the ladder. */
export async function callableFor(asking: Asking, check: CheckDoc): Promise<Known[]> {
  const [own, neighbours, workers, family] = await Promise.all([
    ofHousehold(asking, check),
    neighboursOf(asking.store, check),
    workersOf(asking, check.grid),
    asking.near ? familyOf(asking, check) : [],
  ])
  return [...own, ...neighbours, ...workers, ...family]
}

async function ofHousehold({ store, near }: Asking, check: CheckDoc): Promise<Known[]> {
  const all = await store.find<Resident>('residents', { where: { household: check.household }, limit: 50 })
  const self = all.items.filter(one => one._id === check.eater)
  const others = all.items.filter(one => near && one._id !== check.eater && one.living !== 'moved' && one.living !== 'deceased')
  return [...self, ...others].flatMap(one => {
    const isSelf = one._id === check.eater
    const name = isSelf ? check.call : calling(one.name, one.sex)
    return one.phones.slice(0, 2).map((sealed, i) => ({
      ...{ whom: `person:${one._id}:${i}`, rung: 'call' as const, name, sealed },
      words: isSelf ? '本人' : `同住，${one.relation}`,
      at: { collection: 'residents', id: one._id, field: `phones.${i}` },
    }))
  })
}

/** Of the same building, floor leaders first. */
async function neighboursOf(store: Asking['store'], check: CheckDoc): Promise<Known[]> {
  const where = { community: check.community, building: check.building }
  const all = await store.find<NeighbourDoc>('neighbours', { where, limit: 20 })
  return all.items
    .sort((a, b) => Number(b.kind === 'lead') - Number(a.kind === 'lead'))
    .map(({ _id, kind, name, about, phone }) => ({
      ...{ whom: `neighbour:${_id}`, rung: 'neighbour' as const, name, sealed: phone },
      words: [kind === 'lead' ? '楼长' : '邻居', about].filter(Boolean).join('，'),
      at: { collection: 'neighbours', id: _id, field: 'phone' },
    }))
}

async function workersOf({ store, today }: Asking, grid: string): Promise<Known[]> {
  const ids = accountsOf(await heldIn(store, grid, 'grid', today))
  const accounts = await Promise.all(ids.map(id => store.get<Account>('accounts', id)))
  return accounts.flatMap(one =>
    one?.phone
      ? [
          {
            ...{ whom: `worker:${one._id}`, rung: 'knock' as const, name: one.name, words: '网格员', sealed: one.phone },
            at: { collection: 'accounts', id: one._id, field: 'phone' },
          },
        ]
      : [],
  )
}

async function familyOf({ store, today }: Asking, check: CheckDoc): Promise<Known[]> {
  const all = await store.find<Consent>('consents', { where: { resident: check.eater }, limit: 100 })
  return all.items
    .filter(one => holdsOn(one, today))
    .map(({ _id, carer, relation, phone }) => ({
      ...{ whom: `family:${_id}`, rung: 'family' as const, name: carer, words: relation, sealed: phone },
      at: { collection: 'consents', id: _id, field: 'phone' },
    }))
}

/** Names by rung, for lists: "楼长老李". The eater is on nobody's list. */
export function namesBy(known: Known[]): { [R in Rung]?: string[] } {
  const named: { [R in Rung]?: string[] } = {}
  for (const { rung, name, words } of known) {
    if (words === '本人') continue
    named[rung] = [...new Set([...(named[rung] ?? []), words === '网格员' ? `网格员${name}` : `${name}（${words}）`])]
  }
  return named
}
