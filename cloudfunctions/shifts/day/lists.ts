/** What is read on the day: the caller's own shifts, and what a lead sees of theirs. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { GRACE } from '@domain/shifts/attend'
import { standing } from '@domain/shifts/presence'
import type { Context, Work } from '../../_kit/context'
import { startOf } from '../../_kit/time'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { ledShift, mayLead } from '../reach'
import { triesId } from './code'
import type { TriesDoc } from './docs'
import { mineOf, rollOf } from './show'

/** A forgotten check-out and an absence are asked about for this many days. */
const BACK = 8
const AHEAD = 60
const MOST = 200

export const myDay: Work<InputOf<'shifts.my_day'>, OutputOf<'shifts.my_day'>> = async (context, _input) => {
  const { system, person, today, now } = context
  const account = person?.id ?? ''
  const from = { gte: startOf(addDays(today, -BACK)), lt: startOf(addDays(today, AHEAD)) }
  const mine = await system.find<SignupDoc>('signups', { where: { account, from }, order: ['from'], limit: MOST })
  const seated = mine.items.filter(one => one.state === 'on')
  const upcoming = seated.find(one => now <= one.to + GRACE && !one.went && !one.absent)
  const near = seated.filter(one => one === upcoming || (one.day <= addDays(today, 1) && (one.day >= today || asks(one, now))))
  const items = (await Promise.all(near.map(one => shown(context, one)))).flatMap(one => one ?? [])
  const next = items.find(one => one.shift === upcoming?.shift && !one.cancelled)
  return { now, day: today, items: items.filter(one => one.day <= addDays(today, 1)), ...(next ? { next } : {}) }
}

const asks = (signup: SignupDoc, now: number) => ['say_left', 'explain'].includes(standing(signup, now).can ?? '')

async function shown(context: Context, signup: SignupDoc) {
  const { system } = context
  const [shift, tries] = await Promise.all([
    system.get<ShiftDoc>('shifts', signup.shift),
    system.get<TriesDoc>('shift_tries', triesId(signup.shift, signup.account)),
  ])
  return shift && mineOf(shift, signup, { leads: await mayLead(context, system, shift), tries })
}

export const today: Work<InputOf<'shifts.today'>, OutputOf<'shifts.today'>> = async (context, { day = context.today }) => {
  const { system, now } = context
  const found = await context.store.find<ShiftDoc>('shifts', { where: { day }, limit: MOST })
  const led = await Promise.all(found.items.map(async one => ((await mayLead(context, system, one)) && !one.cancelled ? [one] : [])))
  const shifts = led.flat().sort((a, b) => a.from - b.from || (a.title < b.title ? -1 : 1))
  return { now, day, items: await Promise.all(shifts.map(one => rollOf(system, one, now))) }
}

export const roll: Work<InputOf<'shifts.roll'>, OutputOf<'shifts.roll'>> = async (context, { shift: id }) => {
  const shift = await ledShift(context, context.store, id)
  const { community } = shift
  const where = { community, state: { in: ['active', 'paused'] } }
  const [one, registered] = await Promise.all([
    rollOf(context.system, shift, context.now),
    context.system.find<VolunteerDoc>('volunteers', { where, limit: 1000 }),
  ])
  const there = new Set(one.people.map(({ person }) => person))
  const others = registered.items
    .filter(({ _id }) => !there.has(_id))
    .sort((a, b) => (a.pinyin < b.pinyin ? -1 : 1))
    .map(({ _id: account, name, phoneMask }) => ({ account, name, phoneMask }))
  return { now: context.now, ...one, others }
}
