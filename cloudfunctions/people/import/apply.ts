/** Writes one household's part of an import, all of it or nothing; what it would take to undo it is kept beside. */
import { createHash } from 'node:crypto'
import type { PersonForm } from '@domain/people/contract'
import { maskName } from '@domain/people/mask'
import { timedId } from '../../_kit/audit'
import type { Secrets, WriteTx } from '../../_kit/context'
import { FIELD_NAMES } from '../changes'
import { claim, claimId } from '../claims'
import { type ChangeDoc, type ClaimDoc, type HouseholdDoc, isCurrent, type ResidentDoc } from '../docs'
import { atDoor } from '../doors'
import { residentDoc, tagFields } from '../person'
import { corrected, tellEnded } from '../residents'
import { countGrid, settle, summaryOf } from '../summary'
import type { JobDoc, UndoDoc } from './docs'
import type { News, Settling } from './plan'

export interface Applying {
  job: JobDoc
  secrets: Secrets
  now: number
  today: string
  id(): string
  /** What the grids gain in this transaction, written once at its end: `counted`. */
  grids: Map<string, { households: number; residents: number }>
}

/** Made of the job and the row: the same chunk run twice makes nobody twice. */
const residentId = (job: string, row: number) => `r${createHash('sha256').update(`${job}|${row}`).digest('base64url').slice(0, 26)}`

/** False, and nothing written, when the registry has changed since the plan was made: then it is planned anew. */
export async function write(tx: WriteTx, settling: Settling, at: Applying, undo: UndoDoc): Promise<boolean> {
  const home = await asPlanned(tx, settling, at)
  if (!home) return false
  if (settling.fresh && settling.people.every(one => !one.known)) await make(tx, home, settling, at, undo)
  else await join(tx, home, settling, at, undo)
  await book(tx, home._id, sentence(settling), at, undo)
  return true
}

/** A new household with new people, which is most of a first import: every document is written once. */
async function make(tx: WriteTx, home: HouseholdDoc, { people }: Settling, at: Applying, undo: UndoDoc) {
  const residents: ResidentDoc[] = []
  for (const news of people) {
    const doc = dated(residentDoc(at.secrets, home, residentId(at.job._id, news.row), news.form as PersonForm), news, at)
    if (doc.idBlind && isCurrent(doc.living))
      await tx.put<ClaimDoc>('id_claims', { _id: claimId(doc.community, doc.idBlind), resident: doc._id, household: home._id })
    await tx.insert('residents', doc)
    residents.push(doc)
    undo.residents.push(doc._id)
  }
  const summary = summaryOf(residents)
  await found(tx, { ...home, ...summary }, undo)
  const gain = at.grids.get(home.grid) ?? { households: 0, residents: 0 }
  at.grids.set(home.grid, { households: gain.households + 1, residents: gain.residents + summary.count })
  await tx.happened('people.household_changed', { household: home._id })
}

/** Counts the grids up, once a transaction. */
export async function counted(tx: WriteTx, { grids }: Applying): Promise<void> {
  for (const [grid, gain] of grids) await countGrid(tx, grid, gain)
}

/** People who join a household, are moved into it or say something new. */
async function join(tx: WriteTx, home: HouseholdDoc, settling: Settling, at: Applying, undo: UndoDoc) {
  if (settling.fresh) {
    await found(tx, home, undo)
    await countGrid(tx, home.grid, { households: 1, residents: 0 })
  }
  if (settling.reopen && home.ended) {
    undo.reopened.push({ household: home._id, ended: home.ended })
    await tx.update('households', home._id, { unset: ['ended'], inc: { version: 1 } })
    await countGrid(tx, home.grid, { households: 1, residents: 0 })
  }
  const left = new Set<string>()
  const joined: string[] = []
  for (const news of settling.people) {
    const after = await person(tx, home, news, at, undo)
    if (news.moved && news.known) left.add(news.known.household)
    if (isCurrent(after.living)) joined.push(after._id)
  }
  for (const other of left) await settle(tx, other, { left: joined })
  await settle(tx, home._id, { joined })
}

/** The household as the plan saw it, and nobody planned for it claimed or changed meanwhile. Reads only. */
async function asPlanned(tx: WriteTx, { household, fresh, people }: Settling, { job, secrets }: Applying): Promise<HouseholdDoc | null> {
  const there = await atDoor(tx, household.door)
  if (fresh ? there !== null : there?.version !== household.version || there.members.join() !== household.members.join()) return null
  for (const news of people) {
    if (news.known && (await tx.get<ResidentDoc>('residents', news.known._id))?.version !== news.known.version) return null
    if (news.form.idNumber === undefined) continue
    const taken = await tx.get<ClaimDoc>('id_claims', claimId(household.community, secrets.blind('idNumber', news.form.idNumber)))
    if (taken && taken.resident !== news.known?._id) return null
  }
  if (!fresh) return there
  const id = (await tx.get('households', household._id))
    ? `h${createHash('sha256').update(`${job._id}|${household.door}`).digest('base64url').slice(0, 26)}`
    : household._id
  return { ...household, _id: id }
}

/** A household that was not there. Another one may keep the door's id where its address was corrected; then a claim says who lives here. */
async function found(tx: WriteTx, home: HouseholdDoc, undo: UndoDoc) {
  await tx.insert('households', home)
  if (home._id !== home.door) await tx.put('door_claims', { _id: home.door, household: home._id })
  undo.households.push(home._id)
}

async function person(tx: WriteTx, home: HouseholdDoc, news: News, at: Applying, undo: UndoDoc): Promise<ResidentDoc> {
  const { secrets, job } = at
  // as it is now: a tag may have been set since the plan was made, which is no new version
  const before = news.known ? await tx.get<ResidentDoc>('residents', news.known._id) : null
  const made = before ? changed(before, home, news, at) : residentDoc(secrets, home, residentId(job._id, news.row), news.form as PersonForm)
  const after = dated(made, news, at)
  await claim(tx, before, after, () => false)
  if (before) undo.before.push(before)
  else undo.residents.push(after._id)
  await tx.put('residents', after)
  await tellEnded(tx, before, after)
  return after
}

/** With the roster's tags from today on; somebody it calls dead or moved away has ended today. */
function dated(made: ResidentDoc, news: News, { today, job }: Applying): ResidentDoc {
  const fresh = news.tags.filter(code => !made.tags.some(tag => tag.code === code && (tag.until ?? '9999') >= today))
  const tags = fresh.map(code => ({ code, since: today, by: job.byName }))
  const over = isCurrent(made.living) || made.ended ? {} : { ended: { on: today, why: made.living as 'moved' | 'deceased' } }
  const { retag: _, ...rest } = made
  return { ...rest, ...over, ...(isCurrent(made.living) ? tagFields([...made.tags, ...tags], today) : { tagCodes: [] }) }
}

function changed(before: ResidentDoc, home: HouseholdDoc, { form, moved }: News, { secrets, today, job }: Applying): ResidentDoc {
  const fields = Object.keys(form) as (keyof PersonForm)[]
  const after = corrected(secrets, before, form, fields, today)
  const place = moved ? { household: home._id, grid: home.grid, label: home.label } : {}
  return { ...after, ...place, version: before.version + 1, changedBy: job.byName }
}

function sentence({ fresh, people }: Settling): string {
  if (fresh) return '从台账登记了这一户'
  const parts = people.map(({ known, form, moved, tags }) => {
    const who = maskName(known?.name ?? form.name ?? '')
    if (!known) return `登记了 ${who}`
    if (moved) return `${who} 从 ${known.label} 搬来`
    const fields = Object.keys(form).map(field => FIELD_NAMES[field])
    return `改了 ${who} 的${[...fields, ...(tags.length ? ['标签'] : [])].join('、')}`
  })
  return `从台账${parts.join('，')}`.slice(0, 300)
}

async function book(tx: WriteTx, household: string, what: string, at: Applying, undo: UndoDoc) {
  const doc: ChangeDoc = { _id: timedId(at.now, at.id()), household, at: at.now, who: at.job.byName, what }
  await tx.insert('people_changes', doc)
  undo.changes.push(doc._id)
}
