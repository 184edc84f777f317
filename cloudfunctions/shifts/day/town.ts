/** A day's shifts and who sits in them, in tests: loaded as signing up leaves them. */
import { dayOf } from '@domain/days'
import type { Someone, Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'
import { enrolled } from '../town'

export const COMMUNITY = '210102025015'

/** A shift with one role 'a'. */
export const someShift = ({ need, ...more }: Pick<ShiftDoc, '_id' | 'from' | 'to'> & Partial<ShiftDoc> & { need: number }): ShiftDoc => ({
  ...{ community: COMMUNITY, kind: 'patrol', title: '平安守望', place: { name: '社区门口' }, day: dayOf(more.from), note: '' },
  ...{ roles: [{ id: 'a', name: '巡逻', need }], withdrawUntil: more.from - 12 * 3_600_000, by: '队长', version: 1 },
  ...more,
})

export type Sitting = Pick<SignupDoc, 'account' | 'name'> & Partial<SignupDoc>
/** Puts people on seats of a shift, which is made when it is not there yet; the clock watches it. */
export async function sitting(town: Town, shift: ShiftDoc, people: Sitting[]): Promise<void> {
  const role = shift.roles[0]
  const signups = people.map(
    (one): SignupDoc => ({
      ...{ _id: signupId(shift._id, one.account), shift: shift._id, community: shift.community, role: role.id, kind: shift.kind },
      ...{ day: shift.day, from: shift.from, to: shift.to, state: 'on', how: 'self', history: [], version: 1 },
      ...one,
    }),
  )
  if (!(await town.store.get('shifts', shift._id))) await town.store.load('shifts', [shift])
  await town.store.load('signups', signups)
  const taken = (await town.store.find('signups', { where: { shift: shift._id }, limit: 1000 })).items.length
  const seats = {
    shift: shift._id,
    role: role.id,
    community: shift.community,
    need: role.need,
    left: role.need - taken,
    waiting: 0,
    queue: [],
  }
  await town.store.load('seats', [{ _id: seatId(shift._id, role.id), ...seats }])
  await town.store.load('shift_watches', [{ _id: shift._id, due: shift.to + 30 * 60_000 }])
}

export interface DayTown {
  shift: string
  lead: Someone
  /** The volunteers, in the order they were named. */
  people: Someone[]
  signup(who: Someone | string): Promise<SignupDoc>
  volunteer(who: Someone): Promise<VolunteerDoc>
  /** The minutes counted for somebody in all. */
  minutes(who: Someone): Promise<number>
  /** Moves the clock ('09:30', or a whole moment) and lets it work. */
  until(moment: string): Promise<void>
}
/** A shift from 09:00 to 12:00 on the town's day, with volunteers who have a seat; `phones` by name, for those who sign in by theirs. */
export async function dayTown(
  town: Town,
  names: string[],
  more: Partial<ShiftDoc> & { need?: number } = {},
  phones: { [name: string]: string } = {},
): Promise<DayTown> {
  const day = dayOf(town.now())
  const at = (clock: string) => momentOf(`${day}T${clock}`)
  const called = (name: string) => ({ name, ...(phones[name] ? { phone: phones[name] } : {}) })
  const [lead, ...people] = [
    await town.as('lead', COMMUNITY, called('队长老赵')),
    ...(await Promise.all(names.map(name => town.as('volunteer', COMMUNITY, called(name))))),
  ]
  const named = people.map((one, n) => ({ account: one.id, name: names[n] }))
  await town.store.load(
    'volunteers',
    named.map(({ account, name }) => enrolled(account, { community: COMMUNITY, name, today: '2026-01-01' })),
  )
  const { need = names.length, ...rest } = more
  const shift = someShift({ _id: 's-day', from: at('09:00'), to: at('12:00'), need, ...rest })
  await sitting(town, shift, named)
  const signup: DayTown['signup'] = async who =>
    (await town.store.get<SignupDoc>('signups', signupId(shift._id, typeof who === 'string' ? who : who.id))) as SignupDoc
  const volunteer: DayTown['volunteer'] = async who => (await town.store.get<VolunteerDoc>('volunteers', who.id)) as VolunteerDoc
  return {
    ...{ shift: shift._id, lead, people, signup, volunteer },
    minutes: async who => (await volunteer(who)).minutes,
    async until(moment) {
      town.moveTo(moment.length === 5 ? `${day}T${moment}` : moment)
      await town.tick()
    },
  }
}
