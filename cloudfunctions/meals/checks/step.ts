/** Something was done on a rung: it is written down, the next rung opens when it was in vain, and the check ends when they are well. */
import { FAST, shorter } from '@domain/meals/ladder'
import type { WriteTx } from '../../_kit/context'
import { climb } from './climb'
import { close } from './close'
import type { CheckDoc, StepDoc } from './docs'

/** The check with a step added, or replaced when it comes from the same knock. Somebody who did not look well is not waited for. */
export function withStep(check: CheckDoc, step: StepDoc): CheckDoc {
  const others = step.visit ? check.steps.filter(one => one.visit !== step.visit) : check.steps
  const steps = [...others, step].sort((a, b) => a.at - b.at)
  const hurried = step.result === 'worrying' ? { fast: true, limits: shorter(check.limits, FAST) } : {}
  return { ...check, ...hurried, steps }
}

/** Records a step of an open check. */
export async function take(tx: WriteTx, check: CheckDoc, step: StepDoc, now: number): Promise<CheckDoc> {
  const after = withStep(check, step)
  if (step.result !== 'well') return climb(tx, after, now)
  const { by, account, words, visit } = step
  return close(tx, after, { at: now, by, account, outcome: 'well', words, ...(visit ? { visit } : {}) })
}
