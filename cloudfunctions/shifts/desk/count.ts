/** Counts one community's day from its shifts, its sign-ups and the hours' ledger. */
import type { Tally } from '@domain/shifts/contract/desk'
import { type CountedSign, cameIn, tallyOf } from '@domain/shifts/tally'
import { all } from '../../_kit/pages'
import type { Store } from '../../_kit/store/port'
import type { ShiftDoc, SignupDoc } from '../docs'
import type { HourDoc } from '../hours/docs'
import { isSeated } from '../seat'
import { NO_TEAM, type Parts } from './docs'

export interface Counted {
  tally: Tally
  kinds: Parts
  teams: Parts
  people: string[]
}
export async function countDay(store: Pick<Store, 'find' | 'count'>, community: string, day: string): Promise<Counted> {
  const where = { community, day }
  const [shifts, signups, minutes, joined] = await Promise.all([
    all<ShiftDoc>(store, 'shifts', { where }),
    all<SignupDoc>(store, 'signups', { where }),
    all<HourDoc>(store, 'hours', { where }),
    store.count('volunteers', { community, since: day }),
  ])
  const held = shifts.filter(one => !one.cancelled)
  const signs = signups.map(signOf)
  const of = (key: (one: ShiftDoc | HourDoc) => string, part: string): Tally => {
    const some = held.filter(one => key(one) === part)
    const ids = new Set(some.map(one => one._id))
    const own = minutes.filter(one => key(one) === part).reduce((sum, one) => sum + one.minutes, 0)
    return tallyOf(
      some.map(countedOf),
      signs.filter(one => ids.has(one.shift)),
      own,
    )
  }
  const parts = (key: (one: ShiftDoc | HourDoc) => string): Parts => {
    const keys = [...new Set([...held, ...minutes].map(key))].sort()
    return Object.fromEntries(keys.map(part => [part, of(key, part)]))
  }
  const kinds = parts(one => one.kind)
  const teams = parts(one => one.team ?? NO_TEAM)
  return { tally: { ...of(() => '', ''), joined }, kinds, teams, people: cameIn(signs) }
}

const countedOf = ({ _id: id, day, roles }: ShiftDoc) => ({ id, day, need: roles.reduce((sum, one) => sum + one.need, 0) })

/** When a sign-up got its seat is the last thing in its history that gave it one. */
function signOf(one: SignupDoc): CountedSign {
  const given = [...one.history].reverse().find(({ what }) => what === 'on' || what === 'offered' || what === 'asked')
  return {
    ...{ shift: one.shift, account: one.account, seated: isSeated(one), seatedAt: given?.at ?? one.from },
    ...{ came: one.came !== undefined, absent: one.absent !== undefined && !one.absent.excused },
  }
}
