/** The documents every part of the volunteers' service leans on. Field names are relied on by all of them: change them nowhere else. */

import type { Span } from '@domain/shifts/clash'
import type { Kind, Place, RoleForm, SignState, Skill } from '@domain/shifts/contract'
import type { PaperKind } from '@domain/shifts/contract/base'
import type { Eased } from '@domain/shifts/load'
import type { Doc } from '../_kit/store/port'

/** A paper somebody showed. `number` is sealed; `confirmed` or `refused` by staff who looked at it. Days inclusive. */
export type PaperItem = {
  id: string
  kind: PaperKind
  name?: string
  number?: string
  from?: string
  until?: string
  photo?: string
  shown: number
  confirmed?: { at: number; by: string }
  refused?: { at: number; by: string; why: string }
  /** Of which warning before its end the owner has heard: 30, then 7 days. */
  told?: number
}
/** What happened to somebody or something, oldest first; nothing is ever taken out. */
export type Happened = { at: number; by: string; what: string; why?: string }

/** A volunteer, under their account's id. `community` is where they are registered; where they may help is what their memberships say. */
export type VolunteerDoc = Doc & {
  community: string
  name: string
  /** '138****8000' */
  phoneMask: string
  /** Whole pinyin and initials: 'zhangguilan zgl'. */
  pinyin: string
  born?: string
  skills: Skill[]
  /** Free times: '1m' Monday morning, '6a' Saturday afternoon, '0e' Sunday evening. */
  times: string[]
  /** Given by leads: '带过'. */
  labels: string[]
  /** Team ids. */
  teams: string[]
  papers: PaperItem[]
  /** The earliest day a confirmed paper ends on; absent when none does. */
  expires?: string
  /** Papers that wait to be looked at; absent when none does. */
  unchecked?: number
  /** Teams (ids) they asked to join. */
  asks?: string[]
  /** The `lastOn` they were warned about before lapsing. */
  warned?: string
  /** The next day the clock looks at them (domain/shifts/standing.ts); may be too early, never too late. */
  dueOn?: string
  /** Sealed: name and phone of whom to call. */
  emergency?: { name: string; phone: string; relation: string }
  state: 'waiting' | 'active' | 'paused' | 'lapsed' | 'left' | 'declined'
  pause?: { from: string; until?: string; why?: string }
  eased?: Eased
  /** The day they last helped (checked in); the day they were approved until then. Lapsing counts from here. */
  lastOn: string
  /** When a shortage call last went to them (ms); 0 never. */
  askedAt: number
  /** What they do not want to be told: 'shortage', 'reminder', 'thanks'. */
  mute: string[]
  /** Shifts missed without a good reason (days), the newest last; forgiven ones are gone from here and stay in `history`. */
  missed: string[]
  /** Shifts attended since the last miss was forgiven (domain/shifts/absence.ts). */
  amends?: number
  /** Shifts attended and minutes counted in all. */
  times_came: number
  minutes: number
  /** The id in the city's platform (好志愿), when it is known. */
  cityId?: string
  since: string
  history: Happened[]
  version: number
}

export type TeamDoc = Doc & {
  community: string
  name: string
  /** What they do, in a sentence. */
  about: string
  /** A registered organisation, or a team of neighbours. */
  organisation: boolean
  /** Accounts. */
  leads: string[]
  members: number
  ended?: string
  version: number
}

/** One shift. How many seats are left is not here: that is hot, see SeatDoc. Its day is the day it begins on; it ends before midnight. */
export type ShiftDoc = Doc & {
  community: string
  kind: Kind
  title: string
  place: Place
  day: string
  from: number
  to: number
  roles: RoleForm[]
  team?: string
  note: string
  kitchen?: string
  meal?: 'breakfast' | 'lunch' | 'dinner'
  /** The grid worker they go along with. */
  with?: { account: string; name: string }
  /** The series it was made by; `loose`: changed by hand since, the series leaves it alone. */
  series?: string
  loose?: boolean
  /** Sign-up is open from here on (ms); absent: at once. */
  opensAt?: number
  /** Until then one withdraws without a reason (ms). */
  withdrawUntil: number
  cancelled?: { at: number; by: string; why: string }
  /** The roll-call was closed: nobody is unaccounted for. */
  closed?: { at: number; by: string }
  by: string
  version: number
}

export const seatId = (shift: string, role: string) => `${shift}|${role}`
/**
 * The seats of a role: need = left + given or held, left never below zero. Never read, changed and written back. While anybody waits (`waiting`
 * = the queue's length), nobody goes past them. `queue` are accounts, the first first.
 */
export type SeatDoc = Doc & { shift: string; role: string; community: string; need: number; left: number; waiting: number; queue: string[] }

export const signupId = (shift: string, account: string) => `${shift}|${account}`
/**
 * When and how somebody said they are there, or gone. `offline`: it arrived later than it was said. `unsure`: somebody has to confirm it;
 * `sure`: who did. Of a phone's position only how far it was from the place is kept.
 */
export type Mark = {
  at: number
  how: 'code' | 'tap' | 'lead' | 'clock' | 'paper'
  by: string
  spot?: { accuracy: number; metres?: number }
  offline?: boolean
  unsure?: boolean
  sure?: { at: number; by: string }
}
/** What the sign-up rules decided, and how they came to it. */
export type Decision = { effect: 'auto' | 'ask' | 'block'; why: string; trace: { rule: string; holds: boolean; why: string }[]; at: number }

/** `${shift}|${account}`: one person in one shift; the same document when they withdraw and come back. A guest without an account: `${shift}|~${id}`. */
export type SignupDoc = Doc & {
  shift: string
  community: string
  /** '' for a guest without an account. */
  account: string
  name: string
  role: string
  team?: string
  kind: Kind
  day: string
  from: number
  to: number
  state: SignState
  /** Until when an offer holds (ms). */
  until?: number
  how: 'self' | 'staff' | 'roster' | 'group' | 'walkin' | 'swap' | 'cover'
  /** Those who signed up together. */
  group?: string
  roster?: string
  decision?: Decision
  /** Somebody is asked to take it over; `told`: those who fit have been told. */
  cover?: { at: number; why: string; told?: boolean }
  /** The swap that is asked about it. */
  swap?: string
  came?: Mark
  went?: Mark
  /** Did not come; `excused`: with a good reason, it counts for nothing. `by` '' is the clock; `said`: what they say themselves. */
  absent?: { at: number; by: string; why: string; excused: boolean; said?: string }
  /** Everything about it is said: came and went, or absent. */
  settled?: boolean
  history: Happened[]
  version: number
}

/** `${account}|${monday}`: what somebody has taken on in a week. One document, so that two sign-ups at once cannot overlap. */
export type BusyDoc = Doc & { account: string; spans: Span[] }
export const busyId = (account: string, monday: string) => `${account}|${monday}`
