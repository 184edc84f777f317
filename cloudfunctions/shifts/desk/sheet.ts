/** What the paper sign-in sheet of a shift has on it: everybody with a seat, in the order of the roles. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { all, among } from '../../_kit/pages'
import type { SignupDoc, VolunteerDoc } from '../docs'
import { ledShift } from '../reach'
import { isSeated } from '../seat'
import { nameOf } from './led'

/** Empty lines for whoever comes without having signed up: a few more than the empty seats. */
const SPARE = 4
/** Lines an A4 page holds at the size a 70-year-old reads without glasses. */
const PAGE = 16

/** Refuses: shifts.not_there. */
export const sheet: Work<InputOf<'shifts.sheet'>, OutputOf<'shifts.sheet'>> = async (context, { shift: id }) => {
  const shift = await ledShift(context, context.store, id)
  const found = await all<SignupDoc>(context.store, 'signups', { where: { shift: id } })
  const seated = found.filter(isSeated)
  const phones = await phonesOf(context.store, seated)
  const order = new Map(shift.roles.map((role, n) => [role.id, { n, name: role.name }]))
  const rows = seated
    .sort((a, b) => (order.get(a.role)?.n ?? 0) - (order.get(b.role)?.n ?? 0) || a.name.localeCompare(b.name, 'zh'))
    .map(one => ({ name: one.name, role: order.get(one.role)?.name ?? '', phoneMask: phones.get(one.account) ?? '' }))
  const empty = shift.roles.reduce((sum, role) => sum + role.need, 0) - rows.length
  const spare = Math.max(SPARE, empty + 2)
  return {
    ...{ shift: id, title: shift.title, place: shift.place.name, community: await nameOf(context, shift.community), day: shift.day },
    ...{ from: shift.from, to: shift.to, note: shift.note, rows },
    blanks: rows.length + spare <= PAGE ? spare : Math.max(SPARE, PAGE - rows.length),
  }
}

async function phonesOf(store: Parameters<typeof all>[0], seated: SignupDoc[]): Promise<Map<string, string>> {
  const accounts = seated.map(one => one.account).filter(Boolean)
  const helpers = await among<VolunteerDoc>(store, 'volunteers', '_id', accounts)
  return new Map(helpers.map(one => [one._id, one.phoneMask]))
}
