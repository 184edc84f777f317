/** Signing up, alone or together: a seat, or a place in the queue. */
import type { InputOf, OutputOf } from '@domain'
import type { RoleForm } from '@domain/shifts/contract'
import { SIGN_WORDS } from '@domain/shifts/words'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'
import { shiftIn } from '../reach'
import { isLive, seat, shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'
import { leadersOf } from './leaders'
import { mustBeAhead, mustBeOpen, mustFit, mustNotBeBlocked, roleOf } from './may'
import { signUpOf } from './show'
import { mayBring } from './together'

/** Refuses: see shifts.sign_up. */
export const signUp: Work<InputOf<'shifts.sign_up'>, OutputOf<'shifts.sign_up'>> = async (context, input) => {
  const { person, now, id, store, system } = context
  const me = person?.id ?? ''
  const others = [...new Set(input.with ?? [])].filter(one => one !== me)
  const seen = await store.get<ShiftDoc>('shifts', input.shift)
  const leaders = seen ? await leadersOf(system, seen, now) : []
  const [group, about] = [id(), { target: input.shift, division: context.divisions[0], note: '报名' }]
  return context.write(about, async (tx, whole) => {
    const shift = await shiftIn(tx, input.shift)
    about.division = shift.community
    mustBeAhead(shift, now)
    mustBeOpen(shift, now)
    const role = roleOf(shift, input.role)
    for (const other of others) await mayBring(whole, me, other)
    if (others.length > 0) await mustHaveSeats(whole, shift, role, others.length + 1)
    const mine = await signedUp(whole, context, { shift, role, account: me, ...(others.length > 0 ? { group } : {}) })
    const theirs: SignupDoc[] = []
    for (const account of others) theirs.push(await signedUp(whole, context, { shift, role, account, group, other: true }))
    await tellOthers(whole, context, shift, others)
    await tellLeaders(whole, context, shift, leaders, [mine, ...theirs])
    const seats = await whole.get<SeatDoc>('seats', seatId(shift._id, role.id))
    return { mine: signUpOf(mine, shift, now, seats), others: theirs.map(one => signUpOf(one, shift, now, seats)) }
  })
}

interface Wanting {
  shift: ShiftDoc
  role: RoleForm
  account: string
  group?: string
  other?: true
}
async function signedUp(tx: WriteTx, { now, person }: Context, { shift, role, account, group, other }: Wanting): Promise<SignupDoc> {
  const helper = await tx.get<VolunteerDoc>('volunteers', account)
  const who = other ? (helper?.name ?? '一位同伴') : undefined
  mustBeNew(await tx.get<SignupDoc>('signups', signupId(shift._id, account)), who)
  const fitting = { helper, shift, role, ...(who ? { who } : {}) }
  await mustFit(tx, fitting)
  const decided = await mustNotBeBlocked(tx, fitting, now)
  const how = group ? ('group' as const) : ('self' as const)
  const asking = { shift, role, helper: helper as VolunteerDoc, how, decision: { ...decided, at: now }, ...(group ? { group } : {}) }
  const why = other ? `${person?.name ?? ''}一起报的` : undefined
  const signup = await seat(tx, { ...asking, ...(group ? { seatOnly: true } : {}) }, { at: now, by: person?.name ?? '', why })
  if (!signup) throw full(group !== undefined)
  return signup
}

const full = (together: boolean) =>
  together
    ? refuse('shifts.too_few', '剩下的位子不够一起去了，可以各报各的', 'with')
    : refuse('shifts.full', '这个岗位满了，快开始了也不再排队。看看别的班', 'role')

/** Whoever has a seat or a place in the queue keeps it; whoever the lead said no to asks the lead. */
function mustBeNew(before: SignupDoc | null, who: string | undefined) {
  if (before && isLive(before)) throw refuse('shifts.mine', `${who ?? '您'}已经在这个班里了（${SIGN_WORDS[before.state]}）`)
  if (before?.state === 'declined') throw refuse('shifts.blocked', `${who ? `${who}：` : ''}队长这次没安排上，想来请直接问问队长`, 'role')
}

/** Says how many seats are left before anybody is seated. Refuses shifts.too_few. */
async function mustHaveSeats(tx: WriteTx, shift: ShiftDoc, role: RoleForm, wanted: number) {
  const seats = await tx.get<SeatDoc>('seats', seatId(shift._id, role.id))
  const left = seats && seats.waiting === 0 ? seats.left : 0
  if (left < wanted) throw refuse('shifts.too_few', `只剩 ${left} 个位子，你们有 ${wanted} 个人。可以各报各的，或者换一个班`, 'with')
}

async function tellOthers(tx: WriteTx, { person, now }: Context, shift: ShiftDoc, accounts: string[]) {
  const body = `${sayWhen(shift.from)} ${shift.title}，${shift.place.name}。去不了可以退。`
  const title = `${person?.name ?? ''}给您也报上了`
  await tell(tx, { topic: 'answer', accounts, title, body, to: shiftPage(shift._id), at: now })
}

/** Whoever has to nod hears of it. */
export async function tellLeaders(tx: WriteTx, { now }: Pick<Context, 'now'>, shift: ShiftDoc, accounts: string[], signups: SignupDoc[]) {
  const asked = signups.filter(one => one.state === 'asked')
  if (asked.length === 0) return
  const title = `${asked.map(one => one.name).join('、')}等您点头`
  const body = `${sayWhen(shift.from)} ${shift.title}。${asked[0].decision?.why ?? ''}`
  await tell(tx, { topic: 'lead', accounts, title, body, to: shiftPage(shift._id), at: now })
}
