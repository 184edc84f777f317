/** Counts one community's day from its shifts, its sign-ups and the hours' ledger. */
import type { Tally } from '@domain/shifts/contract/desk'
import { type CountedSign, cameIn, tallyOf } from '@domain/shifts/tally'
import type { Store } from '../../_kit/store/port'
import type { ShiftDoc, SignupDoc } from '../docs'
import { isSeated } from '../seat'
import type { Parts } from './docs'
import { minutesOf } from './minutes'
import { all } from './pages'

export interface Counted {
  tally: Tally
  kinds: Parts
  teams: Parts
  people: string[]
}
/** Minutes of one entry and whose they are. */
interface Minutes {
  minutes: number
  kind: string
  team: string
}

export async function countDay(store: Pick<Store, 'find' | 'count'>, community: string, day: string): Promise<Counted> {
  const where = { community, day }
  const [shifts, signups, joined] = await Promise.all([
    all<ShiftDoc>(store, 'shifts', { where }),
    all<SignupDoc>(store, 'signups', { where }),
    store.count('volunteers', { community, since: day }),
  ])
  const held = shifts.filter(one => !one.cancelled)
  const [signs, minutes] = [signups.map(signOf), signups.map(minutesIn)]
  const of = (mine: (one: ShiftDoc) => boolean, own: (one: Minutes) => boolean): Tally => {
    const some = held.filter(mine)
    const ids = new Set(some.map(one => one._id))
    const sum = minutes.filter(own).reduce((so, one) => so + one.minutes, 0)
    return tallyOf(
      some.map(countedOf),
      signs.filter(one => ids.has(one.shift)),
      sum,
    )
  }
  const parts = (key: (one: ShiftDoc) => string, own: (one: Minutes) => string): Parts => {
    const keys = new Set([...held.map(key), ...minutes.filter(one => one.minutes > 0).map(own)])
    return Object.fromEntries(
      [...keys].sort().map(part => [
        part,
        of(
          one => key(one) === part,
          one => own(one) === part,
        ),
      ]),
    )
  }
  const everything = of(
    () => true,
    () => true,
  )
  return {
    tally: { ...everything, joined },
    kinds: parts(
      one => one.kind,
      one => one.kind,
    ),
    teams: parts(
      one => one.team ?? '',
      one => one.team,
    ),
    people: cameIn(signs),
  }
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

const minutesIn = (one: SignupDoc): Minutes => ({ minutes: minutesOf(one), kind: one.kind, team: one.team ?? '' })
