/** Today until now, at whatever hour the demonstration begins: who has come, a seat that was just offered, somebody who looks for a stand-in. */

import { isQuiet } from '@domain/shifts/offer'
import { startOf } from '../../../_kit/time'
import type { SignupDoc } from '../../../shifts/docs'
import { seriesShift } from '../../../shifts/plan/docs'
import { isSeated } from '../../../shifts/seat'
import type { Loading } from '../loading'
import { COMMUNITY } from '../places'
import type { Roster } from './settle'

const NOON = 12 * 60 + 25
/** The kitchen's shift begins at half past eight; people come one after the other. */
const BEGINS = 8 * 60 + 30

export async function today(roster: Roster) {
  await dumplings(roster)
  await cover(roster)
  await atKitchen(roster)
}

const on = async ({ at }: Roster, shift: string): Promise<SignupDoc[]> =>
  (await at.house.store.find<SignupDoc>('signups', { where: { shift }, limit: 100 })).items.filter(isSeated)

/** Check-ins as they happened so far, all but the last one; they leave at noon. */
async function atKitchen(roster: Roster) {
  const { at, series } = roster
  const shift = seriesShift(series.get('lunch') ?? '', at.day(0))
  const people = await on(roster, shift)
  const say = async (name: 'shifts.check_in' | 'shifts.check_out', account: string, minute: number) => {
    if (minute > at.minute) return
    at.moveTo(0, minute)
    await (await at.as(account))(name, { shift, at: momentOf(at, minute) })
  }
  for (const [n, one] of people.slice(0, -1).entries()) await say('shifts.check_in', one.account, BEGINS - 8 + n * 3)
  for (const [n, one] of people.slice(0, -1).entries()) await say('shifts.check_out', one.account, NOON + n)
}
const momentOf = (at: Loading, minute: number) => startOf(at.day(0)) + minute * 60_000

/** Who may have the afternoon free, the first four of them. */
const POOL = ['沈雅琴', '邓春玲', '冯玉兰', '吴凤霞', '郑秀英', '田立新', '蒋桂荣', '梁德顺', '周惠敏', '韩晓燕']
/** Two seats, two who wait; somebody just gave theirs back, and the first in the queue has the offer. */
async function dumplings(roster: Roster) {
  const { at, accounts, office } = roster
  at.moveTo(1, 20 * 60)
  const form = {
    ...{
      kind: 'event' as const,
      title: '社区包饺子',
      place: { name: '社区活动室' },
      day: at.day(-2),
      from: '14:00',
      to: '16:00',
      note: '',
      withdraw: 4,
    },
    roles: [{ id: 'wrap', name: '包饺子', need: 2 }],
  }
  const { id: shift } = await (await at.as(office))('shifts.add_shift', { community: COMMUNITY, form })
  const took: string[] = []
  for (const name of POOL) {
    if (took.length === 4) break
    const account = accounts.get(name) ?? ''
    const done = await (await at.as(account))('shifts.sign_up', { shift, role: 'wrap' }).catch(() => null)
    if (done) took.push(account)
  }
  const minute = Math.max(0, at.minute - 4)
  if (isQuiet(momentOf(at, minute))) return
  at.moveTo(0, minute)
  await (await at.as(took[0]))('shifts.withdraw', { shift, why: '孙女放学要接' })
}

/** In two days somebody who cuts cannot come and asks the others. */
async function cover(roster: Roster) {
  const { at, series } = roster
  const shift = seriesShift(series.get('lunch') ?? '', at.day(-2))
  const one = (await on(roster, shift)).find(({ role }) => role === 'cut')
  if (!one) return
  at.moveTo(1, 21 * 60)
  await (await at.as(one.account))('shifts.ask_cover', { shift, why: '去医院看老伴' })
}
