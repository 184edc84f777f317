/** A round ends when something has been said of every door. */
import type { InputOf, OutputOf } from '@domain'
import { stopState } from '@domain/meals/rounds'
import type { Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { OrderDoc } from '../docs'
import type { RoundDoc } from './docs'
import { roundFor } from './reach'
import { isHere } from './show'

/** Refuses: meals.stops_open (names each), meals.not_there. */
export const closeRound: Work<InputOf<'meals.close_round'>, OutputOf<'meals.close_round'>> = (context, { round: id }) => {
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async (_, whole) => {
    const round = await roundFor(context, whole, id)
    about.division = round.community
    if (round.closed) return { id }
    const open = await openStops(whole, round)
    if (open.length > 0) throw refuse('meals.stops_open', sentence(open), 'round')
    const closed = { at: context.now, by: context.person?.name ?? '' }
    await whole.put<RoundDoc>('rounds', { ...round, started: round.started ?? context.now, closed, version: round.version + 1 })
    return { id }
  })
}

async function openStops(tx: WriteTx, round: RoundDoc): Promise<OrderDoc[]> {
  const orders = await Promise.all(round.stops.map(stop => tx.get<OrderDoc>('orders', stop)))
  return orders.flatMap(order => (order && isHere(order, round) && stopState(order) === 'open' ? [order] : []))
}

const sentence = (open: OrderDoc[]) =>
  `还有 ${open.length} 家没说怎么样：${open.map(({ call, door }) => `${call}（${door}）`).join('、')}。一家一家说完再收尾`
