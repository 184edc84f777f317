/** Hours people add or correct: asked for here, and nothing more until a second person has answered (answer.ts). */
import { addDays } from '@domain/days'
import type { Ask } from '@domain/shifts/contract'
import { lengthOf } from '@domain/shifts/counted'
import { isOpen, MOST_A_DAY } from '@domain/shifts/open'
import { sayMinutes } from '@domain/shifts/words'
import type { Context } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Tx } from '../../_kit/store/port'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { ledShift, mayLead } from '../reach'
import { tallyOf } from './count'
import { type AskDoc, type DayDoc, dayId, type HourDoc, tallyId } from './docs'
import { askedAbout } from './read'

/** Hours are added for the year that has just been, not for long ago. */
const BACK = 366

export const overShift = (length: number) => refuse('shifts.over_shift', `这个班一共 ${sayMinutes(length)}，加起来不能超过`, 'minutes')
export const overDay = () => refuse('shifts.over_day', '这一天加起来会超过 8 小时，请改少一点', 'minutes')

/** As the desk sees it; `me`: the caller's account. */
export function askOf(ask: AskDoc, me: string): Ask {
  const { _id, what, account, name, day, title, at, why, byName, minutes, was, range, state, answer } = ask
  const notMe = notFor(ask, me)
  return {
    ...{ id: _id, what, account, name, day, title, at, why, by: byName, minutes, state },
    ...(was === undefined ? {} : { was }),
    ...(range ? { range } : {}),
    ...(answer ? { answer: { by: answer.byName, at: answer.at, why: answer.why } } : {}),
    ...(notMe ? { notMe } : {}),
  }
}

/** Two people and neither the one it is about: why the caller may not answer; undefined when they may. */
export function notFor({ what, by, account }: AskDoc, me: string): string | undefined {
  if (account === me) return what === 'certificate' ? '自己的证明要别人来开' : '自己的时长要别人来确认'
  return by === me && what !== 'certificate' ? '是您提的，要第二个人来确认' : undefined
}

type About = Pick<AskDoc, 'community' | 'what' | 'account' | 'name' | 'day' | 'title' | 'kind' | 'minutes' | 'why'> &
  Partial<Pick<AskDoc, 'was' | 'root' | 'shift' | 'team' | 'range'>>

export const asking = ({ person, now, id }: Context, about: About): AskDoc => ({
  ...about,
  ...{ _id: id(), by: person?.id ?? '', byName: person?.name ?? '', at: now, state: 'waiting' },
})

export const put = (context: Context, ask: AskDoc) =>
  context.write({ target: ask.account, division: ask.community, note: ask.why }, async tx => {
    await tx.insert('hours_asks', ask)
    return { id: ask._id }
  })

export const asks: Pick<Operations<'shifts'>, 'add_hours' | 'correct_hours' | 'object_hours'> = {
  async add_hours(context, { community, account, minutes, why, ...form }) {
    const shift = form.shift ? await endedShift(context, form.shift) : null
    const helper = await helperOf(context, account, shift, community)
    if (account === context.person?.id) throw refuse('shifts.own_hours', '自己的时长要请别人来补记')
    const about = aboutOf(context, shift, form)
    const place = shift?.community ?? community
    if (shift) await mustFit(context.system, { root: tallyId(shift._id, account), community: place }, minutes, lengthOf(shift))
    await mustFitDay(context.system, account, about.day, minutes)
    const more = shift ? { shift: shift._id, ...(shift.team ? { team: shift.team } : {}) } : {}
    return put(context, asking(context, { ...about, ...more, community: place, what: 'add', account, name: helper.name, minutes, why }))
  },

  async correct_hours(context, { entry: id, minutes, why }) {
    const entry = await context.store.get<HourDoc>('hours', id)
    if (!entry || !(await mayLead(context, context.system, entry))) throw notThere('shifts', '这条记录')
    if (entry.account === context.person?.id) throw refuse('shifts.own_hours', '自己的时长要请别人来更正')
    return put(context, await correction(context, entry, { what: 'correct', minutes, why }))
  },

  async object_hours(context, { entry: id, minutes, why }) {
    const entry = await context.store.get<HourDoc>('hours', id)
    if (!entry) throw notThere('shifts', '这条记录')
    if (!isOpen(entry.at, context.today)) throw refuse('shifts.notice_over', '公示的日子过了，请直接找社区说')
    return put(context, await correction(context, entry, { what: 'object', minutes, why }))
  },
}

async function endedShift(context: Context, id: string): Promise<ShiftDoc> {
  const shift = await ledShift(context, context.store, id)
  if (shift.to > context.now) throw refuse('shifts.not_over', '这个班还没结束，结束了再补记', 'shift')
  return shift
}

/** A volunteer of the community, or one of another who was signed up for this shift. */
async function helperOf(context: Context, account: string, shift: ShiftDoc | null, community: string): Promise<VolunteerDoc> {
  const signup = shift && (await context.store.get<SignupDoc>('signups', signupId(shift._id, account)))
  const helper = await (signup ? context.system : context.store).get<VolunteerDoc>('volunteers', account)
  const known = helper && !['waiting', 'declined'].includes(helper.state) && (signup || helper.community === community)
  if (!helper || !known) throw notThere('shifts', '这位志愿者')
  return helper
}

function aboutOf(
  { today }: Context,
  shift: ShiftDoc | null,
  { day, title, kind = 'other' }: { day?: string; title?: string; kind?: AskDoc['kind'] },
) {
  if (shift) return { day: shift.day, title: shift.title, kind: shift.kind }
  if (!day || !title) throw refuse('shifts.what_wrong', '没有选班次，就写明哪一天、做了什么', day ? 'title' : 'day')
  if (day > today) throw refuse('shifts.in_the_future', '这一天还没到', 'day')
  if (day < addDays(today, -BACK)) throw refuse('shifts.too_old', '一年以前的不补记了，请找社区商量', 'day')
  return { day, title, kind }
}

/** What should be instead of all that stands under an entry's root. */
async function correction(
  context: Context,
  entry: HourDoc,
  { what, minutes, why }: Pick<AskDoc, 'what' | 'minutes' | 'why'>,
): Promise<AskDoc> {
  const { account, name, community, day, title, kind, root, shift, team } = entry
  if ((await askedAbout(context.system, account)).has(root)) throw refuse('shifts.already_asked', '这条已经有人提了，先把那一条答了')
  const tally = await tallyOf(context.system, { _id: root, community })
  const was = tally.auto + tally.added
  if (was === minutes) throw refuse('shifts.nothing_changes', `现在就是 ${sayMinutes(was)}，没有变`, 'minutes')
  const made = shift ? await context.system.get<ShiftDoc>('shifts', shift) : null
  if (made && minutes > lengthOf(made)) throw overShift(lengthOf(made))
  await mustFitDay(context.system, account, day, minutes - was)
  const about = { community, what, account, name, day, title, kind, minutes, was, root, why }
  return asking(context, { ...about, ...(shift ? { shift } : {}), ...(team ? { team } : {}) })
}

/** Refuses shifts.over_shift when so many more minutes would be more than the shift was. */
async function mustFit(tx: Pick<Tx, 'get'>, { root, community }: { root: string; community: string }, minutes: number, length: number) {
  const tally = await tallyOf(tx, { _id: root, community })
  if (tally.auto + tally.added + minutes > length) throw overShift(length)
}

async function mustFitDay(tx: Pick<Tx, 'get'>, account: string, day: string, minutes: number) {
  const sum = (await tx.get<DayDoc>('hours_days', dayId(account, day)))?.minutes ?? 0
  if (minutes > 0 && sum + minutes > MOST_A_DAY) throw overDay()
}
