/** How a meal was, in one tap; and what the kitchen reads of it. */
import type { InputOf, OutputOf } from '@domain'
import { addDays, dayOf } from '@domain/days'
import type { Rating, Reason } from '@domain/meals/contract/table'
import { mayRate, reasonsSaid, toAttend, tooLateFrom } from '@domain/meals/rating'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere, refuse } from '../../_kit/refuse'
import { startOf } from '../../_kit/time'
import type { KitchenDoc, OrderDoc } from '../docs'
import type { RatingDoc } from './docs'

type Input = InputOf<'meals.rate'>

/** Refuses: meals.not_there, meals.not_taken, meals.too_late. */
export const rate: Work<Input, OutputOf<'meals.rate'>> = async (context, { eater, order: id, form }) => {
  const order = await context.system.get<OrderDoc>('orders', id)
  if (order?.eater !== eater) throw notThere('meals', '这份订餐')
  if (order.state !== 'taken') throw refuse('meals.not_taken', '这顿饭还没到手，吃过以后再说好不好吃')
  if (!mayRate(order.day, dayOf(context.now))) throw refuse('meals.too_late', '过去三天以上了，有话请打厨房的电话')
  const rating = ratingOf(context, order, form)
  return context.write({ target: id, division: order.home }, async (_, whole) => {
    const before = await whole.get<RatingDoc>('ratings', id)
    await whole.put('ratings', rating)
    await whole.happened('meals.day_changed', { kitchen: order.kitchen, day: order.day })
    if (rating.attend && !before?.attend) await whole.happened('meals.badly_rated', factsOf(rating, context.now))
    return { id, until: startOf(tooLateFrom(order.day)) }
  })
}

function ratingOf(context: Context, order: OrderDoc, form: Input['form']): RatingDoc {
  const { eater, kitchen, community, day, meal, call, door } = order
  return {
    ...{ _id: order._id, eater, kitchen, community, day, meal, call, door, ...form, reasons: [...new Set(form.reasons)] },
    ...{ dishes: order.lines.map(one => one.name), attend: toAttend(form.stars, form.reasons), at: context.now },
    account: context.person?.id ?? '',
    ...(context.acting === 'self' ? {} : { by: context.person?.name ?? '' }),
  }
}

const factsOf = ({ community, call, door, reasons, note, dishes }: RatingDoc, at: number) => ({
  ...{ community, at, title: '有一顿饭没让人满意', to: '/meals/pages/feedback/index' },
  body: [`${call}（${door}）`, dishes.join('、'), reasonsSaid(reasons), note].filter(Boolean).join('：'),
})

/** Refuses: meals.not_there. */
export const feedback: Work<InputOf<'meals.feedback'>, OutputOf<'meals.feedback'>> = async (context, { kitchen, from, days }) => {
  if (!(await context.store.get<KitchenDoc>('kitchens', kitchen))) throw notThere('meals', '这个厨房')
  const where = { kitchen, day: { gte: from, lte: addDays(from, days - 1) } }
  const [ratings, states] = await Promise.all([
    all<RatingDoc>(context.store, 'ratings', { where, order: ['day'] }),
    context.store.tally('orders', { where, by: 'state' }),
  ])
  const stars = (value: RatingDoc['stars']) => ratings.filter(one => one.stars === value).length
  return {
    taken: states.find(one => one.by === 'taken')?.count ?? 0,
    ...{ good: stars('good'), fair: stars('fair'), bad: stars('bad'), reasons: reasonsOf(ratings) },
    items: ratings.sort((a, b) => Number(b.attend) - Number(a.attend) || b.at - a.at).map(shown),
  }
}

/** The most frequent first. */
function reasonsOf(ratings: RatingDoc[]): { reason: Reason; count: number }[] {
  const counts = new Map<Reason, number>()
  for (const { reasons } of ratings) for (const one of reasons) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}

const shown = ({ _id, eater: _, kitchen: _k, community: _c, account: _a, ...one }: RatingDoc): Rating => ({ ...one, order: _id })
