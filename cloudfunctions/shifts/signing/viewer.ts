/** Somebody looking at shifts: what is known of them once, and how each role of each shift then stands for them. A hint; the door decides anew. */
import { addDays } from '@domain/days'
import { mondayOf, type Span } from '@domain/shifts/clash'
import type { RuleSet } from '@domain/shifts/contract/rules'
import type { Open } from '@domain/shifts/contract/signing'
import { type Fit, fit } from '@domain/shifts/fit'
import { bestOf, standOf } from '@domain/shifts/stand'
import type { Context } from '../../_kit/context'
import type { Tx } from '../../_kit/store/port'
import { type BusyDoc, busyId, type SeatDoc, type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { helperOf, papersOf, spanOf } from '../person'
import { isLive } from '../seat'
import { sayWhen } from '../tell'
import { decidedFor, rulesOf } from './facts'
import { cards, seatsOf, signUpOf } from './show'

export interface Viewer {
  account: string
  helper: VolunteerDoc | null
  now: number
  open(shift: ShiftDoc): Promise<Open>
  fits(shift: ShiftDoc, role: string): Promise<Fit>
}

/** `store` reaches everything (context.system); which shifts it is asked about is the caller's part. */
export async function viewer(store: Pick<Tx, 'get'>, { now }: Pick<Context, 'now'>, account: string): Promise<Viewer> {
  const helper = await store.get<VolunteerDoc>('volunteers', account)
  const [weeks, sets, card] = [new Map<string, Promise<Span[]>>(), new Map<string, Promise<RuleSet>>(), cards(store)]
  const week = (monday: string) =>
    kept(weeks, monday, async () => (await store.get<BusyDoc>('busy_weeks', busyId(account, monday)))?.spans ?? [])
  const spansFor = async (day: string) => (await Promise.all([-7, 0, 7].map(by => week(addDays(mondayOf(day), by))))).flat()
  const fits = async (shift: ShiftDoc, id: string): Promise<Fit> => {
    const role = shift.roles.find(one => one.id === id)
    if (!role) return { state: 'not_allowed', code: 'role', why: '这个岗位没有了' }
    const wanted = { span: spanOf(shift), day: shift.day, role, ...(shift.team ? { team: shift.team } : {}) }
    return fit(helper && helperOf(helper), helper ? papersOf(helper) : [], await spansFor(shift.day), wanted)
  }
  const open = async (shift: ShiftDoc): Promise<Open> => {
    const [seats, signup, rules] = await Promise.all([
      seatsOf(store, shift),
      store.get<SignupDoc>('signups', signupId(shift._id, account)),
      kept(sets, shift.community, () => rulesOf(store, shift.community)),
    ])
    const mine =
      signup && isLive(signup)
        ? signUpOf(
            signup,
            shift,
            now,
            seats.find(one => one?.role === signup.role),
          )
        : undefined
    const at = { now, shift, opens: sayWhen(shift.opensAt ?? 0), ...(mine ? { mine } : {}) }
    const stands = await Promise.all(shift.roles.map(async (role, i) => standOf({ ...at, ...(await about(role, seats[i], rules)) })))
    const best = bestOf(stands, shift.from, now)
    return { shift: await card(shift, seats), stands, ...(mine ? { mine } : {}), ...(best ? { best } : {}) }

    async function about(role: ShiftDoc['roles'][number], seat: SeatDoc | null, set: RuleSet) {
      const decided = helper ? decidedFor(set, helper, shift, role, now) : { effect: 'auto' as const, why: '', trace: [] }
      return { role, left: seat?.left ?? 0, waiting: seat?.waiting ?? 0, fit: await fits(shift, role.id), decided }
    }
  }
  return { account, helper, now, open, fits }
}

function kept<T>(map: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
