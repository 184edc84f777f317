/** What is written into a sign-up when somebody comes, goes or does not come: always with who, when and how. */
import { OFFLINE, sayCame, sayWent } from '@domain/shifts/attend'
import { clockOf } from '@domain/shifts/clash'
import type { Marked } from '@domain/shifts/contract/day'
import { metresBetween, type Spot, sayMetres } from '@domain/shifts/near'
import { heard } from '@domain/visits/moment'
import { refuse } from '../../_kit/refuse'
import type { Mark, ShiftDoc, SignupDoc } from '../docs'

/** A sign-up with more in it, and what happened written down. */
export const noted = (
  signup: SignupDoc,
  more: Partial<SignupDoc>,
  happened: { at: number; by: string; what: string; why?: string },
): SignupDoc => ({
  ...signup,
  ...more,
  history: [...signup.history, happened],
  version: signup.version + 1,
})
/** A sign-up of which nothing is said: neither came, nor went, nor absent. */
export function blank(signup: SignupDoc): SignupDoc {
  const { came: _, went: __, absent: ___, ...rest } = signup
  return rest as SignupDoc
}

/** When something counts as said: the phone's time, never later than the server's. `offline`: it comes later than it was said. Refuses in_the_future, too_old. */
export function saidAt(at: number, now: number): { at: number; offline: boolean } {
  const moment = heard(at, now)
  if ('at' in moment) return { at: moment.at, offline: now - moment.at > OFFLINE }
  if (moment.refused === 'too_old') throw refuse('shifts.too_old', '过去 30 天以上了，请直接告诉队长', 'at')
  throw refuse('shifts.in_the_future', '手机的日期比今天还晚，请先把手机时间调准，再点一次', 'at')
}

interface Making {
  at: number
  how: Mark['how']
  by: string
  offline?: boolean
  unsure?: boolean
  spot?: Spot & { accuracy: number }
}
/** A mark; of the phone's position only how far it was from the place is kept. */
export function markOf(shift: ShiftDoc, { at, how, by, offline, unsure, spot }: Making): Mark {
  const metres = spot && shift.place.spot ? metresBetween(spot, shift.place.spot) : undefined
  return {
    ...{ at, how, by },
    ...(offline ? { offline: true } : {}),
    ...(unsure ? { unsure: true } : {}),
    ...(spot ? { spot: { accuracy: spot.accuracy, ...(metres === undefined ? {} : { metres }) } } : {}),
  }
}

/** A mark that nobody has to confirm any more. */
export function certain(mark: Mark, sure?: { at: number; by: string }): Mark {
  const { unsure: _, ...rest } = mark
  return { ...rest, ...(sure ? { sure } : {}) }
}

const HOW: { [how in Mark['how']]: string } = { code: '', tap: '自己点的', lead: '', clock: '没签退，先按结束算', paper: '纸上签的' }
/** What the lead may want to know of a mark: '自己点的，就在旁边', '没信号时记的'. */
function hintOf({ how, offline, spot, sure }: Mark): string {
  const far = spot?.metres === undefined ? '' : sayMetres(spot.metres)
  return [HOW[how], offline ? '没信号时记的' : '', far, sure ? `${sure.by}确认过` : ''].filter(Boolean).join('，')
}
/** A mark as it is shown. */
export function marked(mark: Mark): Marked {
  const hint = hintOf(mark)
  return { at: mark.at, how: mark.how, ...(mark.unsure ? { unsure: true } : {}), ...(hint ? { hint } : {}) }
}

/** How a sign-up stands, for the lead: '09:25 到的，晚了 25 分钟，来了就好', '还没到'. */
export function rowWords({ from, to, came, went, absent }: SignupDoc, now: number): string {
  if (absent)
    return [absent.excused ? '请了假' : '没来', absent.why, absent.said ? `本人说：${absent.said}` : ''].filter(Boolean).join('，')
  if (!came) return now > from ? '还没到' : `${clockOf(from)} 开始`
  return went ? `${sayCame(from, came.at)}，${sayWent(to, went.at)}` : sayCame(from, came.at)
}
