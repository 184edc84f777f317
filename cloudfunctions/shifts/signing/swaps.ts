/** Swaps as they are shown, and with whom one could swap. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { calledOf } from '@domain/shifts/called'
import type { Swap } from '@domain/shifts/contract/signing'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { shiftIn } from '../reach'
import { isSeated } from '../seat'
import type { SwapDoc } from './docs'
import { AHEAD } from './find'
import { companyOf } from './together'

/** What is asked of the caller and can still be answered. */
export async function swapsOf(context: Pick<Context, 'system' | 'person' | 'now' | 'today'>): Promise<Swap[]> {
  const me = context.person?.id ?? ''
  const open = await context.system.find<SwapDoc>('swaps', { where: { state: 'asked', accounts: { has: me } }, limit: 50 })
  const mine = open.items.filter(one => one.to === me && one.until > context.now)
  const shown = await Promise.all(mine.map(one => shownTo(context, one)))
  return shown.flatMap(one => (one ? [one] : []))
}

/** A swap one asked for. */
export async function swapIn(context: Pick<Context, 'system' | 'person' | 'now' | 'today'>, id: string): Promise<Swap | undefined> {
  const swap = await context.system.get<SwapDoc>('swaps', id)
  return swap?.state === 'asked' && swap.until > context.now ? shownTo(context, swap) : undefined
}

async function shownTo({ system, person, today }: Pick<Context, 'system' | 'person' | 'today'>, swap: SwapDoc): Promise<Swap | undefined> {
  const { _id: id, state, until, words, from, to, fromName, toName } = swap
  const asks = to === person?.id
  const gives = await sideOf(swap.gives, from)
  const theirs = swap.takes ? await sideOf(swap.takes, to) : undefined
  if (!gives || (swap.takes && !theirs)) return undefined
  return { id, state, asks, name: calledOf(asks ? fromName : toName, undefined, today), gives, ...(theirs ? { theirs } : {}), until, words }

  async function sideOf(shiftId: string, account: string) {
    const [shift, signup] = await Promise.all([
      system.get<ShiftDoc>('shifts', shiftId),
      system.get<SignupDoc>('signups', signupId(shiftId, account)),
    ])
    return shift && signup ? side(shift, signup.role) : undefined
  }
}

const side = ({ _id: id, title, from, to, place, roles }: ShiftDoc, role: string) => ({
  ...{ id, title, from, to, place: place.name, roleName: roles.find(one => one.id === role)?.name ?? '' },
})

const [LOOKED, MOST] = [80, 8]

/** Refuses shifts.not_there, shifts.not_in_it. */
export const swapChoices: Work<InputOf<'shifts.swap_choices'>, OutputOf<'shifts.swap_choices'>> = async (context, { shift: id }) => {
  const { store, system, person, now, today } = context
  const me = person?.id ?? ''
  const shift = await shiftIn(store, id)
  const signup = await system.get<SignupDoc>('signups', signupId(id, me))
  const role = shift.roles.find(one => one.id === signup?.role)
  if (signup?.state !== 'on' || !role) throw refuse('shifts.not_in_it', '您现在不在这个班里，请刷新看看')
  const helper = await system.get<VolunteerDoc>('volunteers', me)
  const near = await store.find<SignupDoc>('signups', {
    where: { community: shift.community, day: { gte: today, lte: addDays(today, AHEAD) } },
    limit: 400,
  })
  const there = near.items.filter(one => one.state === 'on' && one.account && one.account !== me && one.from > now && one.shift !== id)
  there.sort((a, b) => Math.abs(a.from - shift.from) - Math.abs(b.from - shift.from))
  const swaps: OutputOf<'shifts.swap_choices'>['swaps'] = []
  for (const one of there.slice(0, LOOKED)) if (swaps.length < MOST) swaps.push(...(await both(one)))
  return { swaps, people: await givable() }

  async function both(one: SignupDoc) {
    const [theirs, other, mine] = await Promise.all([
      store.get<ShiftDoc>('shifts', one.shift),
      system.get<VolunteerDoc>('volunteers', one.account),
      system.get<SignupDoc>('signups', signupId(one.shift, me)),
    ])
    const their = theirs?.roles.find(it => it.id === one.role)
    if (!theirs || theirs.cancelled || !their || !role || (mine && isSeated(mine)) || (await isIn(one.account))) return []
    const fits = [await fitsIn(system, other, shift, role, theirs._id), await fitsIn(system, helper, theirs, their, id)]
    if (fits.some(it => it.state !== 'free')) return []
    return [{ account: one.account, name: calledOf(one.name, other?.born, today), theirs: side(theirs, one.role) }]
  }
  /** Companions, team mates and whoever helps these days, as far as they fit. */
  async function givable() {
    const known = [...(await companyOf(context, shift.team)).map(one => one.account), ...there.map(one => one.account)]
    const people: OutputOf<'shifts.swap_choices'>['people'] = []
    for (const account of [...new Set(known)].slice(0, LOOKED)) {
      const other = await system.get<VolunteerDoc>('volunteers', account)
      if (people.length >= MOST || !other || !role || (await isIn(account))) continue
      if ((await fitsIn(system, other, shift, role)).state === 'free')
        people.push({ account, name: calledOf(other.name, other.born, today) })
    }
    return people
  }
  async function isIn(account: string) {
    const one = await system.get<SignupDoc>('signups', signupId(id, account))
    return one !== null && isSeated(one)
  }
}
