/** What must hold of seats, queues and people, read from the store as it is: for races and random histories. */
import { SIGN_STATES } from '@domain/shifts/contract'
import { holds } from '@domain/shifts/fit'
import { QUEUE_ENDS } from '@domain/shifts/offer'
import type { Doc } from '../../_kit/store/port'
import type { Town } from '../../_kit/testing'
import type { BusyDoc, SeatDoc, ShiftDoc, SignupDoc, VolunteerDoc } from '../docs'
import { papersOf } from '../person'
import { isSeated } from '../seat'

export interface Snapshot {
  now: number
  shifts: Map<string, ShiftDoc>
  seats: SeatDoc[]
  signups: SignupDoc[]
  busy: BusyDoc[]
  helpers: Map<string, VolunteerDoc>
}

/** Everything about some shifts. `weeks` are Mondays. */
export async function snapshot(
  town: Town,
  ids: readonly string[],
  accounts: readonly string[],
  weeks: readonly string[],
): Promise<Snapshot> {
  const { store } = town
  const by = async <D extends Doc>(name: string) =>
    (await Promise.all(ids.map(shift => store.find<D>(name, { where: { shift }, limit: 1000 })))).flatMap(page => page.items)
  const got = async <D extends Doc>(name: string, keys: string[]) =>
    (await Promise.all(keys.map(id => store.get<D>(name, id)))).flatMap(one => (one ? [one] : []))
  const shifts = await got<ShiftDoc>('shifts', [...ids])
  const helpers = await got<VolunteerDoc>('volunteers', [...accounts])
  return {
    now: town.now(),
    shifts: new Map(shifts.map(one => [one._id, one])),
    seats: await by<SeatDoc>('seats'),
    signups: await by<SignupDoc>('signups'),
    busy: await got<BusyDoc>(
      'busy_weeks',
      accounts.flatMap(one => weeks.map(week => `${one}|${week}`)),
    ),
    helpers: new Map(helpers.map(one => [one._id, one])),
  }
}

/** Everything that is wrong, in sentences; nothing when all is well. `before`: as it was one step earlier. */
export const wrongs = (it: Snapshot, before?: Snapshot): string[] => [
  ...it.seats.flatMap(seat => seatWrongs(it, seat)),
  ...peopleWrongs(it),
  ...it.signups.flatMap(storyWrongs),
  ...(before ? [...orderWrongs(it, before), ...paperWrongs(it, before), ...lostWrongs(it, before)] : []),
]

function seatWrongs({ shifts, signups }: Snapshot, { _id, shift, role, need, left, waiting, queue }: SeatDoc): string[] {
  const here = signups.filter(one => one.shift === shift && one.role === role)
  const seated = here.filter(isSeated).length
  const queued = here.filter(one => one.state === 'waiting').map(one => one.account)
  const wanted = shifts.get(shift)?.roles.find(one => one.id === role)?.need ?? 0
  return [
    ...(left < 0 || need !== left + seated ? [`${_id}: need ${need}, left ${left}, seated ${seated}`] : []),
    ...(need !== wanted ? [`${_id}: need ${need}, the shift says ${wanted}`] : []),
    ...(waiting !== queue.length || [...queue].sort().join() !== queued.sort().join()
      ? [`${_id}: waiting ${waiting}, queue ${queue}, sign-ups ${queued}`]
      : []),
  ]
}

/** Nobody is in two shifts at once, and what they have taken on is what they have a seat in. */
function peopleWrongs({ signups, busy }: Snapshot): string[] {
  const seated = signups.filter(isSeated)
  const clashes = seated.flatMap((one, i) =>
    seated
      .slice(i + 1)
      .filter(other => other.account === one.account && one.account && one.from < other.to && other.from < one.to)
      .map(other => `${one.account} is in ${one.shift} and ${other.shift} at once`),
  )
  const had = new Set(busy.flatMap(week => week.spans.map(span => `${week.account}|${span.shift}|${span.from}`)))
  const has = new Set(seated.filter(one => one.account).map(one => `${one.account}|${one.shift}|${one.from}`))
  const known = new Set(signups.map(one => one.shift))
  const lost = [...has].filter(one => !had.has(one)).map(one => `taken on but not written down: ${one}`)
  const left = [...had].filter(one => !has.has(one) && known.has(one.split('|')[1])).map(one => `written down but not taken on: ${one}`)
  return [...clashes, ...lost, ...left]
}

const STATES: readonly string[] = SIGN_STATES
/** The last thing said of a sign-up's state is the state it has. */
function storyWrongs({ _id, state, history, until }: SignupDoc): string[] {
  const last = history.filter(one => STATES.includes(one.what)).at(-1)
  return [
    ...(last?.what === state ? [] : [`${_id} is ${state}, its history ends with ${last?.what}`]),
    ...((until !== undefined) === (state === 'offered') ? [] : [`${_id} is ${state} until ${until}`]),
  ]
}

/** The queue keeps its order, newcomers stand at its end, and nobody went past those who wait. */
function orderWrongs(it: Snapshot, before: Snapshot): string[] {
  return before.seats.flatMap(({ _id, shift, role, queue: was }) => {
    const queue = it.seats.find(one => one._id === _id)?.queue ?? []
    const stayed = was.filter(one => queue.includes(one))
    const wrong = queue.slice(0, stayed.length).join() === stayed.join() ? [] : [`${_id}: ${was} became ${queue}`]
    const from = it.shifts.get(shift)?.from ?? 0
    if (stayed.length === 0 || it.now >= from - QUEUE_ENDS) return wrong
    const seatedBefore = new Set(before.signups.filter(one => one.shift === shift && isSeated(one)).map(one => one.account))
    const fresh = it.signups.filter(one => one.shift === shift && one.role === role && isSeated(one) && !seatedBefore.has(one.account))
    const past = fresh.filter(one =>
      one.state === 'offered' ? was.indexOf(one.account) > was.indexOf(stayed[0]) : one.how === 'self' || one.how === 'group',
    )
    // an offer may have been made and taken in one step of several calls: then they stood in the queue before
    return [...wrong, ...past.filter(one => !was.includes(one.account)).map(one => `${_id}: ${one.account} went past ${stayed}`)]
  })
}

/** Whoever got a seat has the paper its role asks for, on the day. */
function paperWrongs(it: Snapshot, before: Snapshot): string[] {
  const had = new Set(before.signups.filter(isSeated).map(one => one._id))
  return it.signups
    .filter(one => isSeated(one) && !had.has(one._id) && one.account)
    .flatMap(({ _id, shift, role, account, day }) => {
      const paper = it.shifts.get(shift)?.roles.find(one => one.id === role)?.paper
      const helper = it.helpers.get(account)
      return !paper || (helper && holds(papersOf(helper), paper, day)) ? [] : [`${_id}: no ${paper} on ${day}`]
    })
}

/** Nothing that was written down is gone. */
function lostWrongs(it: Snapshot, before: Snapshot): string[] {
  return before.signups.flatMap(was => {
    const now = it.signups.find(one => one._id === was._id)
    const kept = now && now.version >= was.version && was.history.every((one, i) => JSON.stringify(one) === JSON.stringify(now.history[i]))
    return kept ? [] : [`${was._id}: its history was changed`]
  })
}
