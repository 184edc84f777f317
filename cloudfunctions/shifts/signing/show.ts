/** How a shift and one's own sign-up are shown to whoever signs up. */
import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import { SIGN_WORDS } from '@domain/shifts/words'
import type { Doc, Tx } from '../../_kit/store/port'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId } from '../docs'
import { cardOf, signUpOf as plainly } from '../plan/card'
import { sayUntil } from '../tell'

type Reading = Pick<Tx, 'get'>
type Named = Doc & { name: string }

/** The seats of every role of a shift, in the order of its roles. */
export const seatsOf = (store: Reading, shift: ShiftDoc): Promise<(SeatDoc | null)[]> =>
  Promise.all(shift.roles.map(({ id }) => store.get<SeatDoc>('seats', seatId(shift._id, id))))

/** Makes cards out of shifts; places and teams are looked up once. `store` reaches everything: which shifts are shown is the caller's part. */
export function cards(store: Reading): (shift: ShiftDoc, seats?: (SeatDoc | null)[]) => Promise<ShiftCard> {
  const kept = new Map<string, Promise<string>>()
  const nameOf = (collection: string, id: string) => {
    const known = kept.get(collection + id) ?? store.get<Named>(collection, id).then(one => one?.name ?? '')
    kept.set(collection + id, known)
    return known
  }
  return async (shift, given) => {
    const seats = (given ?? (await seatsOf(store, shift))).flatMap(one => (one ? [one] : []))
    const team = shift.team ? { team: await nameOf('teams', shift.team) } : {}
    return cardOf(shift, seats, { community: await nameOf('divisions', shift.community), ...team })
  }
}

/** A sign-up with the sentence that says how it stands. `seats` of its role for the place in the queue. */
export function signUpOf(signup: SignupDoc, shift: Pick<ShiftDoc, 'roles'>, now: number, seats?: SeatDoc | null): SignUp {
  const shown = plainly(signup, shift, seats?.queue ?? [])
  return { ...shown, why: whyOf(signup, shown.queue ?? 0, now) }
}

function whyOf({ state, until, decision, history }: SignupDoc, queue: number, now: number): string {
  if (state === 'waiting') return queue > 1 ? `排着队，前面还有 ${queue - 1} 个人` : '排在第一个，空出来就轮到您'
  if (state === 'offered' && until !== undefined) return `给您留到${sayUntil(until, now)}`
  if (state === 'asked') return `等队长点头${decision?.why ? `：${decision.why}` : ''}`
  const last = history.at(-1)
  return last?.why ? `${SIGN_WORDS[state]}：${last.why}` : SIGN_WORDS[state]
}
