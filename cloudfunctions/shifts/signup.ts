/** What a sign-up is, and how it goes from one state to the next: always with who, when and why written down. */
import type { RoleForm, SignState } from '@domain/shifts/contract'
import { type Decision, type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from './docs'

/** Sign-ups that have a seat, given or held for them. */
export const SEATED: readonly SignState[] = ['asked', 'on', 'offered']
/** Sign-ups that still are something: a seat or a place in the queue. */
export const LIVE: readonly SignState[] = [...SEATED, 'waiting']
export const isSeated = ({ state }: Pick<SignupDoc, 'state'>) => SEATED.includes(state)
export const isLive = ({ state }: Pick<SignupDoc, 'state'>) => LIVE.includes(state)

/** Who does it and when, and why: it goes into the history. */
export interface Doing {
  at: number
  by: string
  why?: string
}
export interface Asking {
  shift: ShiftDoc
  role: RoleForm
  helper: Pick<VolunteerDoc, '_id' | 'name'>
  how: SignupDoc['how']
  decision?: Decision
  group?: string
  roster?: string
  /** Goes past the queue: a lead puts somebody there by hand, or two swap. Never past the number of seats. */
  pastQueue?: true
  /** No place in the queue when there is no seat: nothing is written then. */
  seatOnly?: true
}
const PAGE = '/shifts/pages/shift/index'
export const shiftPage = (shift: string) => `${PAGE}?shift=${encodeURIComponent(shift)}`

/** The sign-up somebody asks for, before it has a state; what happened to an earlier one of theirs stays in it. */
export function signupOf(asking: Asking, before: SignupDoc | null): SignupDoc {
  const { shift, role, helper, how, decision, group, roster } = asking
  return {
    ...{ _id: signupId(shift._id, helper._id), shift: shift._id, community: shift.community, account: helper._id, name: helper.name },
    ...{ role: role.id, kind: shift.kind, day: shift.day, from: shift.from, to: shift.to, state: 'on', how },
    ...(shift.team ? { team: shift.team } : {}),
    ...(group ? { group } : {}),
    ...(roster ? { roster } : {}),
    ...(decision ? { decision } : {}),
    history: before?.history ?? [],
    version: before?.version ?? 0,
  }
}

/** The sign-up in another state, with what happened written down. An offer's end, an asked-for cover and a swap go with the state they belong to. */
export function moved(signup: SignupDoc, state: SignState, { at, by, why }: Doing, more: Partial<SignupDoc> = {}): SignupDoc {
  const { until: _, cover: __, swap: ___, ...rest } = signup
  const happened = { at, by, what: state, ...(why ? { why } : {}) }
  return { ...rest, ...more, state, history: [...signup.history, happened], version: signup.version + 1 } as SignupDoc
}

/** What the reactions table is told of a seat given or given up. */
export const factsOf = (shift: ShiftDoc, signup: SignupDoc) => ({
  ...{ shift: shift._id, account: signup.account, name: signup.name, role: signup.role, day: shift.day, community: shift.community },
  kitchen: shift.kitchen ?? null,
  meal: shift.meal ?? null,
  route: shift.roles.find(one => one.id === signup.role)?.route ?? null,
})
