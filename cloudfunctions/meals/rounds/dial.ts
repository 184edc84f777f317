/** Calling somebody at whose door one stands: the open stop is the reason, and every look is written down. */
import type { InputOf, OutputOf } from '@domain'
import { stopState } from '@domain/meals/rounds'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import type { OrderDoc } from '../docs'
import type { RoundDoc } from './docs'
import { atDesk } from './reach'

/** The registry's own fields; its owner is people, who seals each phone under its place. */
type Resident = Doc & { phones: string[]; grid: string }
type Looks = Doc & { at: number[] }
/** How many looks an hour and a day somebody has who carries meals: a round has some twenty doors. */
const AN_HOUR = 40
const A_DAY = 80
const HOUR = 3_600_000

/** Refuses: meals.not_there, meals.no_phone, meals.too_many_looks. */
export const dialStop: Work<InputOf<'meals.dial_stop'>, OutputOf<'meals.dial_stop'>> = (context, { order: id }) => {
  const about = { target: id, division: context.divisions[0], note: '送餐到门口' }
  return context.write(about, async (_, whole) => {
    const order = await whole.get<OrderDoc>('orders', id)
    const round = order?.round ? await whole.get<RoundDoc>('rounds', order.round) : null
    if (!order || !round || !isCalling(context, order, round)) throw notThere('meals', '这一家')
    about.division = order.community
    const resident = await whole.get<Resident>('residents', order.eater)
    if (!resident?.phones.length) throw refuse('meals.no_phone', '这一家没有登记电话，请打给厨房', 'order')
    await countLook(context, whole)
    const phones = resident.phones.map((sealed, at) =>
      context.secrets.open(sealed, { collection: 'residents', id: resident._id, field: `phones.${at}` }),
    )
    return { number: phones.find(phone => /^1\d{10}$/.test(phone)) ?? phones[0] }
  })
}

/** One's own round of today (or the desk's, which is rung up from the door), and nothing said of the door yet, or that nobody answered. */
function isCalling(context: Context, order: OrderDoc, round: RoundDoc): boolean {
  const { person, today } = context
  const mine = (round.volunteer !== undefined && round.volunteer === person?.id) || atDesk(context, round.community)
  return mine && !round.closed && order.day === today && ['open', 'failed'].includes(stopState(order))
}

async function countLook({ person, now }: Context, tx: WriteTx) {
  const id = `meals|${person?.id ?? ''}|${dayOf(now)}`
  const looks = (await tx.get<Looks>('reveals', id))?.at ?? []
  const lately = looks.filter(at => at > now - HOUR).length
  if (lately >= AN_HOUR || looks.length >= A_DAY) throw refuse('meals.too_many_looks', '看电话的次数太多了，请打给厨房', 'order')
  await tx.put<Looks>('reveals', { _id: id, at: [...looks, now] })
}
