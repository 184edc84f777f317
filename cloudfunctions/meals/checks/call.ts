/** A number for a check: the check is the reason, and every look is written down. */
import type { InputOf, OutputOf } from '@domain'
import { whyChecked } from '@domain/meals/checkwords'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import { openOne } from './act'
import { reachedCheck } from './list'
import { callableFor } from './people'
import { isNear } from './show'

/** Refuses: meals.not_there, meals.check_closed, meals.no_phone. */
export const call_for_check: Work<InputOf<'meals.call_for_check'>, OutputOf<'meals.call_for_check'>> = async (context, input) => {
  const check = await reachedCheck(context, input.check)
  const known = await callableFor({ store: context.system, today: context.today, near: isNear(context, check) }, check)
  const one = known.find(({ whom, rung }) => whom === input.whom || rung === input.whom)
  const note = `给${one?.name ?? '人'}打电话：${whyChecked(check)}`
  return context.write({ target: check.eater, division: check.grid, note }, async (_, whole) => {
    await openOne(context, whole, check._id)
    if (!one) throw refuse('meals.no_phone', '没有这个电话，请换一位', 'whom')
    return { number: context.secrets.open(one.sealed, one.at) }
  })
}
