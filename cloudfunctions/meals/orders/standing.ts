/** Standing orders: what somebody eats every Monday, until they say otherwise. Nothing is ordered here; the clock makes orders of them, late. */
import type { InputOf, OutputOf } from '@domain'
import type { StandingForm } from '@domain/meals/contract/orders'
import { servingOf } from '@domain/meals/serving'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { KitchenDoc, StandingDoc } from '../docs'
import type { Eater } from '../eaters'
import { lastDay, standingsOf } from './expect'
import { present, servesHome } from './form'
import { knownHome } from './keep'

/** One a person, kitchen and meal. */
export const standingId = (eater: string, kitchen: string, meal: string) => `${eater}|${kitchen}|${meal}`

export const set_standing: Work<InputOf<'meals.set_standing'>, OutputOf<'meals.set_standing'>> = async (
  context,
  { eater, version, form },
) => {
  const { system } = context
  const who = await present(system, eater, context.today)
  const kitchen = await system.get<KitchenDoc>('kitchens', form.kitchen)
  if (!kitchen) throw notThere('meals', '这个厨房')
  await mustSuit(context, kitchen, who, form)
  const id = standingId(eater, form.kitchen, form.meal)
  await mustNotOverlap(context, id, eater, form)
  return context.write({ target: id, division: who.home }, async (_, whole) => {
    const before = await whole.get<StandingDoc>('standings', id)
    if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '长期订餐刚刚改过，请再看一眼')
    const { ended: _1, until: _2, note: _3, ...kept } = before ?? {}
    const doc: StandingDoc = {
      ...{ ...kept, ...tidy(form), _id: id, eater, community: kitchen.community, home: who.home },
      ...{ rev: (before?.rev ?? 0) + 1, version: version + 1 },
    }
    await whole.put('standings', doc)
    await knownHome(whole, who.household)
    await standingChange(whole, doc, context.today)
    return { id }
  })
}

const tidy = ({ until, note, days, ...form }: StandingForm) => ({
  ...form,
  days: [...new Map(days.map(one => [one.weekday, { ...one, dishes: [...new Set(one.dishes)] }])).values()],
  ...(until ? { until } : {}),
  ...(note?.trim() ? { note: note.trim() } : {}),
})

async function mustSuit({ system }: Context, kitchen: KitchenDoc, who: Eater, { meal, since, until, days }: StandingForm): Promise<void> {
  const not = (words: string, at: string) => refuse('meals.not_served_here', words, at)
  if (until && until < since) throw refuse('meals.dates_wrong', '结束的日子要在开始之后', 'form.until')
  if (!servesHome(kitchen, who.home) || kitchen.kind === 'point' || kitchen.kind === 'drop')
    throw not(`${kitchen.name}不给这里做饭，请换一家`, 'form.kitchen')
  if (!servingOf(kitchen, meal)) throw not(`${kitchen.name}不做这一餐，请换一餐`, 'form.meal')
  for (const { way, point } of days) {
    if (!kitchen.ways.includes(way)) throw not(`${kitchen.name}没有这种取餐方式，请换一种`, 'form.days')
    const at = point ? await system.get<KitchenDoc>('kitchens', point) : null
    if (point && at?.parent !== kitchen._id) throw not('这个取餐的地方不归这个厨房，请换一个', 'form.days')
  }
}

/** The same meal of the same weekday comes from one kitchen. */
async function mustNotOverlap({ system, today }: Context, id: string, eater: string, form: StandingForm): Promise<void> {
  const others = (await standingsOf(system, eater, today)).filter(one => one._id !== id && one.meal === form.meal)
  const clash = others.find(
    one =>
      one.since <= (form.until ?? '9999') &&
      form.since <= lastDay(one) &&
      one.days.some(day => form.days.some(mine => mine.weekday === day.weekday)),
  )
  if (clash) throw refuse('meals.dates_wrong', '这几天这一餐在另一个厨房已经有长期订餐，请先停掉那一个，或换几天', 'form.days')
}

export const end_standing: Work<InputOf<'meals.end_standing'>, OutputOf<'meals.end_standing'>> = async (
  context,
  { eater, standing: id, on },
) => {
  const seen = await context.system.get<StandingDoc>('standings', id)
  if (seen?.eater !== eater) throw notThere('meals', '这个长期订餐')
  return context.write({ target: id, division: seen.home }, async (_, whole) => {
    const after = await whole.update<StandingDoc>('standings', id, { set: { ended: on }, inc: { rev: 1, version: 1 } })
    if (!after) throw notThere('meals', '这个长期订餐')
    await standingChange(whole, after, context.today)
    return { id }
  })
}

/** What will be made of it has changed: the clock looks at the published menus again. */
export const standingChange = (tx: WriteTx, { kitchen, meal }: Pick<StandingDoc, 'kitchen' | 'meal'>, from: string, until?: string) =>
  tx.happened('meals.standing_changed', { kitchen, meal, from, ...(until ? { until } : {}) })
