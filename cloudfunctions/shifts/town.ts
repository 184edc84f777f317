/** Volunteers in tests: registered through the door, approved by their community, ready to take shifts. */
import type { Skill } from '@domain/shifts/contract'
import type { PaperKind } from '@domain/shifts/contract/base'
import { telling } from '../_kit/react'
import type { Someone, Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'
import { reactions } from '../reactions'
import type { VolunteerDoc } from './docs'
import { changed } from './people/record'

export { roleForm, shiftForm, shiftOn } from './plan/town'
export const COMMUNITY = '210102025015'
export const OTHER = '210102025014'

export interface TestVolunteer {
  name?: string
  skills?: Skill[]
  /** Confirmed ones. */
  papers?: { kind: PaperKind; from?: string; until?: string }[]
  born?: string
  times?: string[]
  labels?: string[]
  /** Team ids. */
  teams?: string[]
  /** Anything but 'active' is written straight into the document. */
  state?: VolunteerDoc['state']
  emergency?: { name: string; phone: string; relation: string }
  /** The resident record they are. */
  resident?: string
}

const desks = new WeakMap<Town, Map<string, Someone>>()
/** The community's office, the same person every time. */
export async function officeOf(town: Town, community = COMMUNITY): Promise<Someone> {
  const known = desks.get(town) ?? new Map<string, Someone>()
  desks.set(town, known)
  const office = known.get(community) ?? (await town.as('community', community, { name: '社区的人' }))
  known.set(community, office)
  return office
}

/** An approved volunteer of a community: 64 years old, 李国富, unless told otherwise. With state 'waiting' they are not approved. */
export async function registered(town: Town, community = COMMUNITY, who: TestVolunteer = {}): Promise<Someone> {
  const { name = '李国富', skills = [], born = '1962-05-01', times = [], emergency, resident, state = 'active' } = who
  const me = await town.as('resident', community, { name, ...(resident ? { resident } : {}) })
  await me.call('shifts.register', { community, name, skills, times, born, ...(emergency ? { emergency } : {}) })
  const office = await officeOf(town, community)
  if (state !== 'waiting') await office.call('shifts.approve', { account: me.id })
  const { papers = [], labels, teams } = who
  if (papers.length || labels || teams || !['active', 'waiting'].includes(state))
    await altered(town, me.id, before => ({
      ...{ papers: papers.map((one, n) => ({ id: `p${n}`, ...one, shown: town.now(), confirmed: { at: town.now(), by: office.id } })) },
      ...{ labels: labels ?? before.labels, teams: teams ?? before.teams, state },
    }))
  return me
}

/** A volunteer's document, as it is now. */
export async function volunteerOf(town: Town, who: Pick<Someone, 'id'>): Promise<VolunteerDoc> {
  const doc = await town.store.get<VolunteerDoc>('volunteers', who.id)
  if (!doc) throw new Error('no such volunteer')
  return doc
}

/** Changes a volunteer past the door, for what a test is not about. */
export async function altered(town: Town, account: string, change: (before: VolunteerDoc) => Partial<VolunteerDoc>): Promise<void> {
  const before = await volunteerOf(town, { id: account })
  await town.store.load('volunteers', [changed(before, change(before))])
}

/** Many volunteers at once, past the door, with accounts and the role: for races, property tests and benchmarks. */
export async function crowd(town: Town, many: number, community = COMMUNITY, who: TestVolunteer = {}): Promise<Someone[]> {
  const today = dayOf(town.now())
  const { name = '志愿者', skills = [], born = '1962-05-01', times = [], labels = [], teams = [] } = who
  const ids = Array.from({ length: many }, (_, n) => `crowd-${community}-${n}`)
  const phoneMask = '139****0000'
  await town.store.load(
    'accounts',
    ids.map((_id, n) => ({ _id, name: `${name}${n}`, phone: '', phoneBlind: _id, phoneMask })),
  )
  await town.store.load(
    'memberships',
    ids.map(account => ({ _id: `volunteer|${account}|${community}`, account, role: 'volunteer', scope: community, since: '2020-01-01' })),
  )
  await town.store.load(
    'volunteers',
    ids.map((_id, n) => enrolled(_id, { community, today, name: `${name}${n}`, skills, born, times, labels, teams })),
  )
  return ids.map(id => town.again(id))
}

/** An active volunteer's document, made of nothing but this. */
export function enrolled(_id: string, it: Partial<VolunteerDoc> & { community: string; today: string; name: string }): VolunteerDoc {
  const { today, ...given } = it
  const blank = {
    ...{ _id, phoneMask: '', pinyin: '', skills: [], times: [], labels: [], teams: [], papers: [], mute: [], state: 'active' as const },
    ...{ lastOn: today, askedAt: 0, missed: [], times_came: 0, minutes: 0, since: today, history: [], version: 0 },
  }
  return changed({ ...blank, ...given }, {})
}

/** Runs something as if it had been part of an operation: with `happened`, in one transaction. */
export const within = <T>(town: Town, work: (tx: ReturnType<typeof telling>) => Promise<T>): Promise<T> =>
  town.store.transaction(tx =>
    work(telling(tx, reactions, { now: town.now(), today: dayOf(town.now()), id: () => Math.random().toString(36).slice(2) })),
  )
