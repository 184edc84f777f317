/** Resting, coming back, leaving: by oneself, or at the desk for somebody who rang up. Nothing is deleted; seats are given back by the clock. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { momentOf } from '../../_kit/time'
import { wake } from '../../_kit/wake'
import type { VolunteerDoc } from '../docs'
import { byMe, changed, isOnList, myself } from './record'
import { takenFrom } from './show'

type Pausing = InputOf<'shifts.pause'>

const endOf = (day: string | undefined) => (day ? momentOf(`${day}T23:59`) : Number.MAX_SAFE_INTEGER)
/** The moments a pause covers: from now on, when it begins today. */
const covered = ({ now, today }: Context, { from, until }: Pausing) => ({
  ...{ from: from <= today ? now : momentOf(`${from}T00:00`), until: endOf(until) },
})

/** What somebody has taken on in a pause. Refuses: shifts.pause_dates_wrong. */
export async function takenIn(context: Context, account: string, pausing: Pausing) {
  const { from, until } = pausing
  if (from < context.today) throw refuse('shifts.pause_dates_wrong', '从今天或以后的日子开始歇', 'from')
  if (until && until < from) throw refuse('shifts.pause_dates_wrong', '回来的日子不能早于开始歇的日子', 'until')
  const span = covered(context, pausing)
  return takenFrom(context.system, account, span.from, span.until)
}

/** Refuses: shifts.not_active. */
export async function rest(context: Context, whole: WriteTx, volunteer: VolunteerDoc, pausing: Pausing) {
  if (volunteer.state !== 'active' && volunteer.state !== 'paused')
    throw refuse('shifts.not_active', '现在不在册，不用再歇了；回来时点“我回来了”')
  const { from, until, why, withdraw } = pausing
  const pause = { from, ...(until ? { until } : {}), ...(why?.trim() ? { why: why.trim() } : {}) }
  const state = from <= context.today ? 'paused' : 'active'
  await whole.put('volunteers', changed(volunteer, { pause, state }, byMe(context, 'paused', pause.why)))
  const span = covered(context, pausing)
  if (withdraw) await freed(whole, volunteer, { ...span, why: '歇一阵' }, byCaller(context))
}

interface Doing {
  now: number
  today: string
  by: string
  why?: string
}
/** What the caller does, now. */
export const byCaller = ({ now, today, person }: Context, why?: string): Doing => ({
  now,
  today,
  by: person?.id ?? '',
  ...(why ? { why } : {}),
})

/** Somebody's shifts between two moments are given back, by the clock (free.ts). */
const freed = (
  whole: WriteTx,
  { _id: account }: VolunteerDoc,
  span: { from: number; until: number; why: string },
  { now: at, by }: Doing,
) => whole.happened('shifts.given_back', { account, ...span, at, by })

/** There again: what was a pause or a lapse is over, and lapsing counts from today. */
export async function back(context: Context, whole: WriteTx, volunteer: VolunteerDoc) {
  const { state, pause } = volunteer
  if (!isOnList(volunteer) || (state === 'active' && !pause)) return
  const since = state === 'active' ? {} : { lastOn: context.today }
  await whole.put('volunteers', changed(volunteer, { state: 'active', pause: undefined, ...since }, byMe(context, 'back')))
}

/** Gone from the list: future seats are given back, teams lose a member, the role ends; history and hours stay. */
export async function gone(whole: WriteTx, volunteer: VolunteerDoc, doing: Doing) {
  const { _id: account, community, teams } = volunteer
  const { now: at, by, why, today: on } = doing
  const after = { state: 'left' as const, pause: undefined, teams: [], asks: undefined }
  await whole.put('volunteers', changed(volunteer, after, { at, by, what: 'left', ...(why ? { why } : {}) }))
  for (const team of teams) await whole.update('teams', team, { inc: { members: -1 }, pull: { leads: account } })
  await freed(whole, volunteer, { from: at, until: Number.MAX_SAFE_INTEGER, why: why ?? '退出志愿服务' }, doing)
  await whole.happened('shifts.left', { account, community, teams, on })
}

/** Refuses: shifts.not_registered, shifts.not_active, shifts.pause_dates_wrong. */
export const pause: Work<Pausing, OutputOf<'shifts.pause'>> = async (context, pausing) => {
  const me = context.person?.id ?? ''
  const taken = await takenIn(context, me, pausing)
  const about = { target: me, division: '' }
  const done = await context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    await rest(context, whole, volunteer, pausing)
    return { id: me, taken }
  })
  // the seats are given back while the person still looks
  wake()
  return done
}

/** Refuses: shifts.not_registered. */
export const comeBack: Work<InputOf<'shifts.come_back'>, OutputOf<'shifts.come_back'>> = context => {
  const about = { target: context.person?.id ?? '', division: '' }
  return context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    await back(context, whole, volunteer)
    return { id: volunteer._id }
  })
}

/** Refuses: shifts.not_registered. */
export const leave: Work<InputOf<'shifts.leave'>, OutputOf<'shifts.leave'>> = async (context, { why }) => {
  const about = { target: context.person?.id ?? '', division: '' }
  const done = await context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    await gone(whole, volunteer, byCaller(context, why?.trim()))
    return { id: volunteer._id }
  })
  wake()
  return done
}
