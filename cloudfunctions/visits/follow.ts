/** What a visit leaves for the community: matters come with its words and go when a correction takes the words back. */
import type { VisitForm } from '@domain/visits/contract'
import { type Following, followUps } from '@domain/visits/follow'
import type { Tx } from '../_kit/store/port'
import type { DoorDoc, MatterDoc, VisitDoc } from './docs'
import { foldedOf } from './doors'
import type { Kinds } from './kinds'

/** Open: urgent first, then the oldest. */
export const openSort = (urgent: boolean, at: number) => `${urgent ? 0 : 1}${String(at).padStart(16, '0')}`
/** Settled: the latest first. */
export const settledSort = (at: number) => String(9e15 - at).padStart(16, '0')

export interface Told {
  visit: VisitDoc
  /** The door before and after the visit or its correction. */
  before: DoorDoc
  after: DoorDoc
  /** The form a correction replaces. */
  was?: VisitForm
  kinds: Kinds
  now: number
}

/** Writes the matters that follow, takes back those that no longer do, and answers the urgent ones that are new. */
export async function tell(tx: Tx, told: Told): Promise<MatterDoc[]> {
  const { visit, after, before, kinds } = told
  const facts = { third: false, every: before.every, kinds }
  const wanted = followUps(visit.form, facts)
  const earlier = told.was ? followUps(told.was, facts) : []
  for (const gone of earlier) if (!wanted.some(one => one.kind === gone.kind)) await takeBack(tx, `${visit._id}|${gone.kind}`, told.now)
  const fresh: MatterDoc[] = []
  for (const one of wanted) fresh.push(...(await put(tx, told, one, visit._id)))
  await thirds(tx, told, foldedOf(before).thirds, foldedOf(after).thirds)
  return fresh.filter(one => one.urgent)
}

/** The third tries in a row can move when a visit comes late or is corrected. */
async function thirds(tx: Tx, told: Told, had: string[], has: string[]) {
  const words: Following = { kind: 'absent3', urgent: false, words: '连着 3 次不在家', tags: [] }
  for (const visit of had) if (!has.includes(visit)) await takeBack(tx, `${visit}|absent3`, told.now)
  for (const visit of has) if (!had.includes(visit)) await put(tx, told, words, visit)
}

async function takeBack(tx: Tx, id: string, now: number) {
  const settled = { at: now, by: '系统', words: '走访记录改过，这一条不算了' }
  await tx.update<MatterDoc>('matters', id, { set: { open: false, settled, sort: settledSort(now) } }, { when: { open: true } })
}

/** A matter that a person has settled stays settled. Answers it when it is new or open again. */
async function put(tx: Tx, { visit, after, now }: Told, one: Following, of: string): Promise<MatterDoc[]> {
  const id = `${of}|${one.kind}`
  const had = await tx.get<MatterDoc>('matters', id)
  if (had && !had.open && had.settled?.by !== '系统') return []
  const { grid, community, label } = after
  const at = had?.at ?? now
  const matter: MatterDoc = {
    ...{ _id: id, kind: one.kind, household: visit.household, label, words: one.words, tags: one.tags, urgent: one.urgent, at, visit: of },
    ...{
      grid,
      community,
      street: grid.slice(0, 9),
      district: grid.slice(0, 6),
      city: grid.slice(0, 4),
      open: true,
      sort: openSort(one.urgent, at),
    },
  }
  await tx.put('matters', matter)
  return had?.open && had.urgent === one.urgent ? [] : [matter]
}
