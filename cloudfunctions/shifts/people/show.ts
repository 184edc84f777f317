/** How a volunteer is shown: to themselves, to the community, and to leads who see a little less. */
import { ageOn } from '@domain/days'
import { minutesOf, mondayOf } from '@domain/shifts/clash'
import type { PaperShown, Profile, Taken, VolunteerCard } from '@domain/shifts/contract/volunteer'
import { type Limits, limitsOn } from '@domain/shifts/load'
import { paperName, paperState, sayPaper } from '@domain/shifts/papers'
import { SLOTS } from '@domain/shifts/standing'
import type { Context } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import type { Store } from '../../_kit/store/port'
import { type BusyDoc, busyId, type PaperItem, type ShiftDoc, type SignupDoc, type TeamDoc, type VolunteerDoc } from '../docs'
import { LIVE } from '../signup'
import { communityName, openContact } from './register'

type Reader = Pick<Store, 'get' | 'find'>
const NIGHT = 18 * 60
const NOON = 12 * 60
/** The part of the week a moment falls in: '6a'. */
export function slotOf(now: number): string {
  const at = new Date(now + 8 * 3_600_000)
  const minutes = at.getUTCHours() * 60 + at.getUTCMinutes()
  return `${at.getUTCDay()}${minutes < NOON ? 'm' : minutes < NIGHT ? 'a' : 'e'}`
}

const numberAt = (account: string, paper: string) => ({ collection: 'volunteers', id: account, field: `papers.${paper}` })
/** A paper's number as it is kept, and how it is shown: the last four. */
export const sealedNumber = (context: Pick<Context, 'secrets'>, account: string, paper: string, number: string) =>
  context.secrets.seal(number, numberAt(account, paper))
const maskedNumber = (context: Pick<Context, 'secrets'>, account: string, { id, number }: PaperItem) =>
  number && `****${context.secrets.open(number, numberAt(account, id)).slice(-4)}`

/** A paper as it stands today. Its photo is for its owner and the community. */
export function shownPaper(context: Pick<Context, 'secrets' | 'today'>, volunteer: VolunteerDoc, paper: PaperItem): PaperShown {
  const { id, kind, from, until, photo, shown, refused } = paper
  const state = paperState(paper, volunteer.papers, context.today)
  const number = maskedNumber(context, volunteer._id, paper)
  return {
    ...{ id, kind, name: paperName(paper), shown, state, says: sayPaper(state, paper, context.today) },
    ...(number ? { number } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(photo ? { photo } : {}),
    ...(refused ? { why: refused.why } : {}),
  }
}

/** What teams are called. */
export async function teamNames(store: Pick<Store, 'get'>, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const teams = await Promise.all(ids.map(id => store.get<TeamDoc>('teams', id)))
  return teams.flatMap(team => (team && !team.ended ? [{ id: team._id, name: team.name }] : []))
}

const spansOf = async (store: Pick<Store, 'get'>, account: string, day: string) =>
  (await store.get<BusyDoc>('busy_weeks', busyId(account, mondayOf(day))))?.spans ?? []

/** Says they usually have time now, and has no shift now. */
async function isFree(context: Context, { _id, state, pause, times }: VolunteerDoc): Promise<boolean> {
  const { now, today } = context
  const rests = pause && pause.from <= today && (pause.until ?? '9999') >= today
  if (state !== 'active' || rests || !(times.length === SLOTS.length || times.includes(slotOf(now)))) return false
  return !(await spansOf(context.system, _id, today)).some(({ from, to }) => from <= now && now < to)
}

/** A line of the list. */
export async function shownCard(context: Context, volunteer: VolunteerDoc): Promise<VolunteerCard> {
  const { _id, community, name, phoneMask, state, born, skills, times, labels, teams, lastOn, pause, expires, unchecked } = volunteer
  return {
    ...{ account: _id, community, name, phone: phoneMask, state, skills, times, labels, lastOn },
    ...{ teams: await teamNames(context.system, teams), came: volunteer.times_came, minutes: volunteer.minutes },
    ...{ unchecked: unchecked ?? 0, free: await isFree(context, volunteer) },
    ...(born ? { age: ageOn(born, context.today) } : {}),
    ...(pause ? { pause } : {}),
    ...(expires ? { expires } : {}),
  }
}

/** Shifts somebody has, waits for or holds from a moment on, the next first. */
export async function takenFrom(store: Reader, account: string, from: number, until = Number.MAX_SAFE_INTEGER): Promise<Taken[]> {
  const where = { account, from: { gte: from, lte: until } }
  const { items } = await store.find<SignupDoc>('signups', { where, order: ['from'], limit: 200 })
  const live = items.filter(one => LIVE.includes(one.state))
  const shifts = await Promise.all(live.map(one => store.get<ShiftDoc>('shifts', one.shift)))
  return live.flatMap((one, n) => {
    const shift = shifts[n]
    if (!shift || shift.cancelled) return []
    return [{ shift: one.shift, title: shift.title, day: one.day, from: one.from, to: one.to, waiting: one.state === 'waiting' }]
  })
}

const plain = ({ day, week, heavy, rest }: Limits) => ({ day, week, heavy, rest })
const nameOf = async (store: Pick<Store, 'get'>, account: string) =>
  account ? ((await store.get<Account>('accounts', account))?.name ?? '') : ''

/** What the history says, the newest first, with names. */
async function shownHistory(store: Pick<Store, 'get'>, { history }: VolunteerDoc) {
  const latest = history.slice(-50).reverse()
  const names = new Map<string, string>()
  for (const { by } of latest) if (!names.has(by)) names.set(by, await nameOf(store, by))
  return latest.map(({ at, by, what, why }) => ({ at, by: names.get(by) ?? '', what, ...(why ? { why } : {}) }))
}

const masked = ({ name, phone, relation }: { name: string; phone: string; relation: string }) => ({
  ...{ name: `${name.slice(0, 1)}**`, phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, relation },
})

/** Everything about one volunteer. Whole: to themselves; the community sees birthday and photos, leads do not. */
export async function shownProfile(context: Context, volunteer: VolunteerDoc, as: 'self' | 'office' | 'lead'): Promise<Profile> {
  const { born, eased, cityId, missed, since, version, papers } = volunteer
  const contact = openContact(context.secrets, volunteer)
  const week = await spansOf(context.system, volunteer._id, context.today)
  const shown = papers.map(one => shownPaper(context, volunteer, one))
  return {
    ...(await shownCard(context, volunteer)),
    ...{ communityName: (await communityName(context.system, volunteer.community)) ?? '', missed, since, version },
    ...{ papers: as === 'lead' ? shown.map(({ photo: _, number: __, ...rest }) => rest) : shown },
    ...{ limits: plain(limitsOn(born, eased, context.today)), base: plain(limitsOn(born, undefined, context.today)) },
    ...{ week: week.reduce((all, span) => all + minutesOf(span), 0) },
    ...{ upcoming: await takenFrom(context.system, volunteer._id, context.now) },
    ...{ asks: await teamNames(context.system, volunteer.asks ?? []), history: await shownHistory(context.system, volunteer) },
    ...(born && as !== 'lead' ? { born } : {}),
    ...(cityId ? { cityId } : {}),
    ...(contact ? { emergency: as === 'self' ? contact : masked(contact) } : {}),
    ...(eased && (eased.until ?? '9999') >= context.today ? { eased: await easedBy(context, eased) } : {}),
  }
}

const easedBy = async ({ system }: Context, { why, by, until }: NonNullable<VolunteerDoc['eased']>) => ({
  ...{ why, by: await nameOf(system, by) },
  ...(until ? { until } : {}),
})
