/** Open shifts as they stand for the caller: next first, those who ask for cover before all. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { calledOf } from '@domain/shifts/called'
import type { Cover } from '@domain/shifts/contract/signing'
import type { Context, Work } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import type { Condition } from '../../_kit/store/port'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { shiftIn } from '../reach'
import { isSeated } from '../seat'
import { leadersOf } from './leaders'
import { cards } from './show'
import { swapsOf } from './swaps'
import { companyOf } from './together'
import { type Viewer, viewer } from './viewer'

/** How far ahead shifts are shown. */
export const AHEAD = 14
const PAGE = 30
const MOST_COVERS = 10

export const open: Work<InputOf<'shifts.open'>, OutputOf<'shifts.open'>> = async (context, { day, kind, team, after }) => {
  const { store, system, today, now } = context
  const days: Condition = day ?? { gte: today, lte: addDays(today, AHEAD) }
  const page = await store.find<ShiftDoc>('shifts', { where: { day: days }, order: ['day'], limit: PAGE * 2, ...(after ? { after } : {}) })
  const looker = await viewer(system, context, context.person?.id ?? '')
  const wanted = page.items.filter(
    shift =>
      shift.to > now && !shift.cancelled && (!kind || shift.kind === kind) && (!team || shift.team === team) && isOurs(looker, shift),
  )
  const items = await Promise.all(wanted.map(looker.open))
  items.sort((a, b) => a.shift.from - b.shift.from || (a.shift.id < b.shift.id ? -1 : 1))
  const first = after ? { covers: [], swaps: [] } : { covers: await coversFor(context, looker), swaps: await swapsOf(context) }
  return { items, ...(page.after ? { after: page.after } : {}), now, ...first }
}

/** A team's own shifts are nobody else's business. */
const isOurs = ({ helper }: Viewer, { team }: ShiftDoc) => !team || (helper?.teams.includes(team) ?? false)

/** Whoever asks to be replaced, in shifts the caller fits. */
async function coversFor({ store, system, now, today }: Context, looker: Viewer): Promise<Cover[]> {
  const asking = await store.find<SignupDoc>('signups', { where: { 'cover.at': { gt: now - 30 * 86_400_000 } }, limit: 200 })
  const card = cards(system)
  const covers: Cover[] = []
  for (const { shift: id, account, role, name, cover, from, state } of asking.items.sort((a, b) => a.from - b.from)) {
    if (!cover || state !== 'on' || from <= now || account === looker.account || covers.length >= MOST_COVERS) continue
    const shift = await store.get<ShiftDoc>('shifts', id)
    const mine = await system.get<SignupDoc>('signups', signupId(id, looker.account))
    if (!shift || shift.cancelled || (mine && isSeated(mine)) || (await looker.fits(shift, role)).state !== 'free') continue
    const born = (await system.get<VolunteerDoc>('volunteers', account))?.born
    const roleName = shift.roles.find(one => one.id === role)?.name ?? ''
    covers.push({ shift: await card(shift), account, name: calledOf(name, born, today), role, roleName, why: cover.why })
  }
  return covers
}

/** Refuses shifts.not_there. */
export const openShift: Work<InputOf<'shifts.open_shift'>, OutputOf<'shifts.open_shift'>> = async (context, { shift: id }) => {
  const { store, system, person, now, today } = context
  const shift = await shiftIn(store, id)
  const looker = await viewer(system, context, person?.id ?? '')
  const all = await system.find<SignupDoc>('signups', { where: { shift: id }, limit: 300 })
  const there = all.items.filter(one => one.state === 'on' && one.account !== looker.account)
  const others = there.map(({ name, role }) => ({
    name: calledOf(name, undefined, today),
    roleName: shift.roles.find(one => one.id === role)?.name ?? '',
  }))
  const [leader] = await leadersOf(system, shift, now)
  const lead = leader ? (await system.get<Account>('accounts', leader))?.name : undefined
  return { ...(await looker.open(shift)), now, others, ...(lead ? { lead } : {}), company: await companyOf(context, shift.team) }
}
