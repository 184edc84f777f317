/** Whom to ring for an empty seat, and what they said. */
import type { InputOf, OutputOf } from '@domain'
import { partOf, weekdayOf } from '@domain/days'
import type { Callee } from '@domain/shifts/contract/desk'
import type { Fit } from '@domain/shifts/fit'
import { otherWords } from '@domain/shifts/others'
import type { Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere } from '../../_kit/refuse'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { fitsIn } from '../person'
import { ledShift } from '../reach'
import { grouped } from './board'
import { countId, type RungDoc } from './docs'

type Asked = { helper: VolunteerDoc; fits: Fit; rung?: RungDoc }

/** Refuses: shifts.not_there. */
export const call_list: Work<InputOf<'shifts.call_list'>, OutputOf<'shifts.call_list'>> = async (context, { shift: id, role: wanted }) => {
  const { store, system } = context
  const shift = await ledShift(context, store, id)
  const role = shift.roles.find(one => one.id === wanted)
  if (!role) throw notThere('shifts', '这个岗位')
  const [helpers, signups, rung, seats] = await Promise.all([
    all<VolunteerDoc>(store, 'volunteers', { where: { community: shift.community, state: { in: ['active', 'paused'] } } }),
    all<SignupDoc>(store, 'signups', { where: { shift: id } }),
    all<RungDoc>(store, 'shift_rung', { where: { shift: id } }),
    system.get('seats', `${id}|${wanted}`),
  ])
  const here = new Set(signups.map(one => one.account))
  const said = new Map(rung.map(one => [one.account, one]))
  const asked = helpers
    .filter(one => !here.has(one._id))
    .map(async helper => ({ helper, fits: await fitsIn(system, helper, shift, role), rung: said.get(helper._id) }))
  const everybody = await Promise.all(asked)
  const able = everybody.filter(({ helper, fits }) => fits.state === 'free' && !helper.mute.includes('shortage'))
  return {
    ...{ shift: id, title: shift.title, place: shift.place.name, from: shift.from, to: shift.to, role: role.id, roleName: role.name },
    holes: Number(seats?.left ?? role.need),
    people: able.map(one => calleeOf(one, shift)).sort(inTurn),
    others: othersOf(everybody.filter(one => !able.includes(one))),
  }
}

const LETTER = { morning: 'm', afternoon: 'a', evening: 'e' } as const
const isFree = ({ times }: VolunteerDoc, { day, from }: ShiftDoc) => times.includes(`${weekdayOf(day)}${LETTER[partOf(from)]}`)

function calleeOf({ helper, fits, rung }: Asked, shift: ShiftDoc): Callee {
  return {
    ...{ account: helper._id, name: helper.name, phoneMask: helper.phoneMask, free: isFree(helper, shift), asked: helper.askedAt },
    came: helper.times_came,
    ...('warn' in fits && fits.warn ? { warn: fits.warn } : {}),
    ...(rung ? { answer: { said: rung.said, at: rung.at, by: rung.by } } : {}),
  }
}

/** Who has not been rung for this shift first, of these who is free then, of these the least recently asked. */
const inTurn = (a: Callee, b: Callee) =>
  Number(a.answer !== undefined) - Number(b.answer !== undefined) ||
  Number(b.free) - Number(a.free) ||
  a.asked - b.asked ||
  a.name.localeCompare(b.name, 'zh')

function othersOf(rest: Asked[]): { why: string; count: number }[] {
  const why = ({ fits }: Asked) => otherWords('code' in fits ? fits.code : 'muted')
  return [...grouped(rest, why)].map(([words, some]) => ({ why: words, count: some.length })).sort((a, b) => b.count - a.count)
}

/** Refuses: shifts.not_there. */
export const rung: Work<InputOf<'shifts.rung'>, OutputOf<'shifts.rung'>> = async (context, { shift: id, account, said }) =>
  context.write({ target: `${id} ${account}`, note: said }, async tx => {
    const shift = await ledShift(context, tx, id)
    const helper = await tx.get<VolunteerDoc>('volunteers', account)
    if (helper?.community !== shift.community) throw notThere('shifts', '这位志愿者')
    await tx.update('volunteers', account, { set: { askedAt: context.now } })
    const _id = countId(id, account)
    const by = context.person?.name ?? ''
    await tx.put<RungDoc>('shift_rung', { _id, shift: id, account, community: shift.community, said, at: context.now, by })
    return { id: account }
  })
