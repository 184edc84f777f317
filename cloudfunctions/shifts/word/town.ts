/** Shifts and volunteers as they lie in the store, for tests of what is told about them. */
import type { Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'

export const COMMUNITY = '210102025015'

/** A volunteer in the register, of whom nothing is known but what is given. */
export async function bareVolunteer(town: Town, account: string, more: Partial<VolunteerDoc> = {}): Promise<VolunteerDoc> {
  const one: VolunteerDoc = {
    ...{ _id: account, community: COMMUNITY, name: '能帮忙的', phoneMask: '138****8000', pinyin: 'nengbangmangde', born: '1965-03-01' },
    ...{
      skills: [],
      times: [],
      labels: [],
      teams: [],
      papers: [],
      state: 'active',
      lastOn: '2026-11-01',
      askedAt: 0,
      mute: [],
      missed: [],
    },
    ...{ times_came: 0, minutes: 0, since: '2026-01-01', history: [], version: 1 },
    ...more,
  }
  await town.store.load('volunteers', [one])
  return one
}

/** A kitchen's shift from 9 to 11 on a day, with free seats for those who cut. */
export async function bareShift(
  town: Town,
  { need = 1, hours = ['09:00', '11:00'], ...more }: Partial<ShiftDoc> & { _id: string; day: string; need?: number; hours?: string[] },
): Promise<ShiftDoc> {
  const [from, to] = hours.map(hour => momentOf(`${more.day}T${hour}`))
  const shift: ShiftDoc = {
    ...{ community: COMMUNITY, kind: 'kitchen', title: '做午饭', place: { name: '5 号楼一层' }, from, to, note: '找王姐 13900001111' },
    ...{ roles: [{ id: 'cut', name: '切配', need }], withdrawUntil: from - 86_400_000, by: '', version: 1 },
    ...more,
  }
  const seat = { _id: seatId(shift._id, 'cut'), shift: shift._id, role: 'cut', community: shift.community, need, left: need }
  await town.store.load('shifts', [shift])
  await town.store.load('seats', [{ ...seat, waiting: 0, queue: [] } satisfies SeatDoc])
  return shift
}

/** Somebody on a seat of it since a moment. */
export async function bareSignup(town: Town, shift: ShiftDoc, account: string, more: Partial<SignupDoc> = {}): Promise<SignupDoc> {
  const { _id, community, kind, day, from, to } = shift
  const history = [{ at: momentOf('2026-11-20T10:00'), by: account, what: 'on' }]
  const signup: SignupDoc = {
    ...{ _id: signupId(_id, account), shift: _id, community, account, name: '王建国', role: 'cut', kind, day, from, to, state: 'on' },
    ...{ how: 'self', history, version: 1, ...more },
  }
  await town.store.load('signups', [signup])
  return signup
}
