/** Shortage calls: who is asked to fill a hole, said before it is sent; how many came is counted when it is looked at. */

import { quietUntil } from '@domain/quiet'
import type { RoleForm } from '@domain/shifts/contract'
import { MOST_CALLS, PER_HOLE, timeOf } from '@domain/shifts/helpers'
import type { Ticking } from '../../_kit/clock'
import type { Context, WriteTx } from '../../_kit/context'
import { telling } from '../../_kit/react'
import { notThere, type Refusal, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Doc, Store, Tx } from '../../_kit/store/port'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId } from '../docs'
import { ledShift } from '../reach'
import { isSeated, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { chosen, fitting } from './fits'

/** `${shift}|${n}`. `asked` are accounts in the order they were asked in. */
export type HelpDoc = Doc & {
  shift: string
  community: string
  role: string
  n: number
  by: string
  at: number
  /** When it goes out (ms). */
  goes: number
  state: 'waiting' | 'sent' | 'dropped'
  asked: { account: string; name: string }[]
}
const helpId = (shift: string, n: number) => `${shift}|${n}`

/** Why no call can be sent for this role now, if anything. `calls` there were already. */
function against(shift: ShiftDoc, seats: SeatDoc, calls: number, now: number): Refusal | null {
  if (shift.cancelled) return refuse('shifts.cancelled', '这个班已经取消了')
  if (shift.from <= now || quietUntil(now) >= shift.from) return refuse('shifts.over', '马上就开始了，来不及发消息，直接打电话吧')
  if (seats.waiting > 0) return refuse('shifts.queue', '有人在排队，位子会先问他们')
  if (seats.left < 1) return refuse('shifts.no_hole', '这个岗位人已经够了')
  if (calls >= MOST_CALLS) return refuse('shifts.asked_twice', `这个班已经求助过 ${MOST_CALLS} 次了，给大家打个电话吧`)
  return null
}
const nobody = () => refuse('shifts.nobody_fits', '现在没有合适又没问过的人，可以打电话或者改一改要求')

const roleOf = (shift: ShiftDoc, id: string): RoleForm => {
  const role = shift.roles.find(one => one.id === id)
  if (!role) throw notThere('shifts', '这个班')
  return role
}
/** How many calls a shift had; they are numbered, so the last number says it. */
async function callsOf(tx: Pick<Tx, 'get'>, shift: string): Promise<number> {
  for (let n = MOST_CALLS; n > 0; n--) if (await tx.get('help_calls', helpId(shift, n))) return n
  return 0
}
async function seatsOf(tx: Pick<Tx, 'get'>, shift: string, role: string): Promise<SeatDoc> {
  const seats = await tx.get<SeatDoc>('seats', seatId(shift, role))
  if (!seats) throw notThere('shifts', '这个班')
  return seats
}

/** Who would be asked, read outside a transaction. */
async function looked(context: Context, id: string, roleId: string) {
  const shift = await ledShift(context, context.store, id)
  const role = roleOf(shift, roleId)
  const [seats, calls] = [await seatsOf(context.store, id, roleId), await callsOf(context.store, id)]
  const why = against(shift, seats, calls, context.now)
  const people = why ? [] : await fitting(context.system, shift, role, { now: context.now, most: PER_HOLE * seats.left })
  return { shift, role, seats, calls, people, why: why ?? (people.length === 0 ? nobody() : null) }
}

export const help: Pick<Operations<'shifts'>, 'help_look' | 'call_for_help' | 'help_calls'> = {
  async help_look(context, { shift: id, role }) {
    const { shift, seats, calls, people, why } = await looked(context, id, role)
    const free = timeOf(shift)
    return {
      ...{ holes: seats.left, goes: quietUntil(context.now), left: MOST_CALLS - calls },
      ask: people.map(one => ({ account: one._id, name: one.name, free: one.times.includes(free) })),
      ...(why ? { why: { code: why.code, words: why.message } } : {}),
    }
  },

  async call_for_help(context, { shift: id, role: roleId, most = Number.POSITIVE_INFINITY }) {
    const { people } = await looked(context, id, roleId)
    return context.write({ target: id }, async (tx, whole) => {
      const shift = await ledShift(context, tx, id)
      const [role, seats, calls] = [roleOf(shift, roleId), await seatsOf(tx, id, roleId), await callsOf(tx, id)]
      const why = against(shift, seats, calls, context.now)
      if (why) throw why
      const asked = await chosen(whole, people.slice(0, Math.min(most, PER_HOLE * seats.left)), { shift, role, now: context.now })
      if (asked.length === 0) throw nobody()
      const goes = quietUntil(context.now)
      const call: HelpDoc = {
        ...{ _id: helpId(id, calls + 1), n: calls + 1, shift: id, community: shift.community, role: roleId, by: context.person?.id ?? '' },
        ...{ at: context.now, goes, state: goes > context.now ? 'waiting' : 'sent' },
        asked: asked.map(one => ({ account: one._id, name: one.name })),
      }
      await whole.insert('help_calls', call)
      if (call.state === 'sent') await sayIt(whole, call, shift, role, context.now)
      return { id: call._id, asked: asked.length, goes }
    })
  },

  async help_calls(context, { shift: id }) {
    const shift = await ledShift(context, context.store, id)
    const { items } = await context.store.find<HelpDoc>('help_calls', { where: { shift: id }, limit: MOST_CALLS })
    const items_ = await Promise.all(items.map(one => shown(context.system, shift, one)))
    return { items: items_.sort((a, b) => b.at - a.at) }
  },
}

const sayIt = (tx: WriteTx, call: HelpDoc, shift: ShiftDoc, role: RoleForm, now: number) =>
  tell(tx, {
    ...{ topic: 'shortage', accounts: call.asked.map(one => one.account), title: `${sayWhen(shift.from)} 缺人，您能来吗` },
    body: `${shift.title}（${role.name}），在${shift.place.name}。能来就点进去报名，来不了不用管`,
    ...{ to: shiftPage(shift._id), at: now, when: shift.from, until: shift.from },
  })

async function shown(store: Store, shift: ShiftDoc, call: HelpDoc) {
  const came = async (account: string) => {
    const signup = await store.get<SignupDoc>('signups', signupId(call.shift, account))
    return signup !== null && isSeated(signup)
  }
  const asked = await Promise.all(call.asked.map(async one => ({ ...one, came: await came(one.account) })))
  const by = await store.get<Doc & { name: string }>('accounts', call.by)
  return {
    ...{ id: call._id, role: call.role, roleName: shift.roles.find(one => one.id === call.role)?.name ?? '', at: call.at },
    ...{ by: by?.name ?? '', state: call.state, goes: call.goes, asked, came: asked.filter(one => one.came).length },
  }
}

/** Sends what the night held back, or drops it when nobody is needed any more. */
export async function sendHeld(kit: Ticking): Promise<number> {
  const where = { state: 'waiting', goes: { lte: kit.now } }
  const { items } = await kit.store.find<HelpDoc>('help_calls', { where, order: ['goes'], limit: 50 })
  for (const { _id } of items) await kit.store.transaction(tx => sendOne(telling(tx, kit.reactions, kit), _id, kit.now))
  return items.length
}

async function sendOne(tx: WriteTx, id: string, now: number): Promise<void> {
  const call = await tx.get<HelpDoc>('help_calls', id)
  const shift = call && (await tx.get<ShiftDoc>('shifts', call.shift))
  if (call?.state !== 'waiting' || !shift) return
  const role = shift.roles.find(one => one.id === call.role)
  const seats = await tx.get<SeatDoc>('seats', seatId(call.shift, call.role))
  const needed = role && seats && !shift.cancelled && shift.from > now && seats.left > 0 && seats.waiting === 0
  await tx.put('help_calls', { ...call, state: needed ? 'sent' : 'dropped' })
  if (needed) return sayIt(tx, call, shift, role, now)
  // nobody heard of it: they may be asked for something else
  for (const { account } of call.asked) await tx.update('volunteers', account, { set: { askedAt: 0 } }, { when: { askedAt: call.at } })
}
