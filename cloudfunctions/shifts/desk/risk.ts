/** The shifts of the next three days that may fail, each with why and what to do. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { RoleForm } from '@domain/shifts/contract'
import type { Risk } from '@domain/shifts/contract/desk'
import { holds } from '@domain/shifts/fit'
import { type Reason, todoOf } from '@domain/shifts/risk'
import { PAPER_WORDS } from '@domain/shifts/words'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import type { ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { fitsIn, papersOf } from '../person'
import { isSeated } from '../seat'
import { sayWhen } from '../tell'
import { grouped, openOf } from './board'
import { led } from './led'

/** How far ahead the desk looks, in ms. */
const AHEAD = 72 * 3_600_000
/** Shifts missed after which somebody is worth a call the day before. */
const OFTEN = 2
/** So many people who queue elsewhere are named. */
const MOST = 5

interface Known {
  signups: Map<string, SignupDoc[]>
  helpers: Map<string, VolunteerDoc>
  waiting: SignupDoc[]
}

export const at_risk: Work<InputOf<'shifts.at_risk'>, OutputOf<'shifts.at_risk'>> = async (context, { community }) => {
  const { now, today, store } = context
  const day = { gte: today, lte: addDays(today, 3) }
  const { shifts } = await led(context, community, { day })
  const coming = shifts.filter(one => !one.cancelled && one.from > now && one.from <= now + AHEAD)
  const [signups, helpers] = await Promise.all([
    all<SignupDoc>(store, 'signups', { where: { community, day } }),
    all<VolunteerDoc>(store, 'volunteers', { where: { community } }),
  ])
  const known: Known = {
    signups: grouped(signups, one => one.shift),
    helpers: new Map(helpers.map(one => [one._id, one])),
    waiting: signups.filter(one => one.state === 'waiting' && one.from > now),
  }
  const items = await Promise.all(coming.map(one => riskOf(context, one, known)))
  return { at: now, shifts: coming.length, items: items.filter(one => one.why.length > 0) }
}

async function riskOf(context: Context, shift: ShiftDoc, known: Known): Promise<Risk> {
  const here = known.signups.get(shift._id) ?? []
  const left = (role: RoleForm) => openOf(shift, role, here).holes
  const open = shift.roles.filter(role => left(role) > 0)
  const seated = here.filter(isSeated)
  const why = [...open.map(role => hole(role, left(role))), ...seated.flatMap(one => unsure(one, shift, known))]
  const elsewhere = open[0] ? await couldCome(context, shift, open[0], known) : []
  return {
    ...{ shift: shift._id, title: shift.title, place: shift.place.name, from: shift.from, to: shift.to },
    holes: open.reduce((sum, role) => sum + left(role), 0),
    ...(open[0] ? { role: open[0].id } : {}),
    ...{ why, todo: todoOf(why, elsewhere.length), elsewhere },
  }
}

const hole = ({ name }: RoleForm, left: number): Reason => ({ code: 'hole', words: `${name}还缺 ${left} 人` })

/** What makes somebody who has a seat unsure. */
function unsure(one: SignupDoc, shift: ShiftDoc, { helpers }: Known): Reason[] {
  const helper = helpers.get(one.account)
  const paper = shift.roles.find(role => role.id === one.role)?.paper
  const reasons: (Reason | false)[] = [
    one.cover !== undefined && { code: 'cover', words: `${one.name}来不了，在找人顶` },
    one.state === 'asked' && { code: 'asked', words: `${one.name}报了名，等您点头` },
    one.state === 'offered' && { code: 'offered', words: `轮到${one.name}了，还没回话` },
    helper !== undefined &&
      paper !== undefined &&
      !holds(papersOf(helper), paper, shift.day) && {
        code: 'paper',
        words: `${one.name}的${PAPER_WORDS[paper]}到那天不能用了`,
      },
    helper !== undefined && helper.missed.length >= OFTEN && { code: 'missed', words: `${one.name}最近 ${helper.missed.length} 次没来` },
  ]
  return reasons.filter((reason): reason is Reason => reason !== false)
}

/** Who queues for another shift of these days and could take the hole; each once. */
async function couldCome({ system }: Context, shift: ShiftDoc, role: RoleForm, { waiting, helpers, signups }: Known) {
  const here = new Set((signups.get(shift._id) ?? []).map(one => one.account))
  const others = [...new Map(waiting.filter(one => !here.has(one.account)).map(one => [one.account, one])).values()]
  const asked = others.map(async one => {
    const fits = await fitsIn(system, helpers.get(one.account) ?? null, shift, role)
    return fits.state === 'free' ? [{ account: one.account, name: one.name, waits: sayWhen(one.from) }] : []
  })
  return (await Promise.all(asked)).flat().slice(0, MOST)
}
