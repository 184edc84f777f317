/** Checks as readers may see them. */
import { saidOf, whyChecked } from '@domain/meals/checkwords'
import type { Check, Closed, RungView } from '@domain/meals/contract/checks'
import { openings, RUNGS, type Rung } from '@domain/meals/ladder'
import type { Context, Person } from '../../_kit/context'
import type { CheckDoc, ClosedDoc, StepDoc } from './docs'

type Names = { [R in Rung]?: string[] }

export const closedFor = ({ at, by, outcome, words, until }: ClosedDoc): Closed => ({ at, by, outcome, words, ...(until ? { until } : {}) })

const stepFor = ({ at, by, rung, result, words, said }: StepDoc) => ({ at, by, result, words, said: said ?? saidOf(rung, result) })

/** The five rungs with what was done on each; those that have not opened say when they will. */
function rungsFor(check: CheckDoc, names: Names): RungView[] {
  const all = openings(check.since, check.limits, check.steps)
  return RUNGS.map((rung, i) => {
    const opened = check.rungs.find(one => one.rung === rung)
    const after = check.rungs.find(one => one.rung === RUNGS[i + 1])?.from ?? all[i + 1]?.from
    return {
      ...{ rung, open: opened !== undefined, from: opened?.from ?? all[i].from, who: names[rung] ?? [] },
      ...(after === undefined ? {} : { until: after }),
      steps: check.steps.filter(one => one.rung === rung).map(stepFor),
    }
  })
}

export function checkFor(check: CheckDoc, names: Names = {}): Check {
  const { _id: id, eater, call, age, door, grid, household, day, meals, since, opened, fast, rungs, closed, next, version } = check
  const last = rungs.at(-1)?.rung ?? 'call'
  return {
    ...{ id, eater, call, ...(age === undefined ? {} : { age }), door, grid, household, day, why: whyChecked(check) },
    meals: meals.map(({ order, meal, why, at, taken }) => ({ order, meal, why, at, ...(taken === undefined ? {} : { taken }) })),
    ...{ since, opened, fast, rung: last, rungs: rungsFor(check, names), version },
    ...(next !== undefined && !closed && last !== 'duty' ? { next } : {}),
    ...(closed ? { closed: closedFor(closed) } : {}),
  }
}

const within = (person: Person | null, roles: string[], code: string) =>
  (person?.memberships ?? []).some(one => roles.includes(one.role) && code.startsWith(one.scope))

/** Whether the caller works at the door: the grid worker and the community, not the kitchen. */
export const isNear = ({ person }: Context, check: Pick<CheckDoc, 'grid'>) => within(person, ['grid', 'community'], check.grid)
/** A kitchen reaches the checks of those it cooked for that day, wherever they live. */
export const cooksFor = ({ person }: Context, check: Pick<CheckDoc, 'cooks'>) =>
  check.cooks.some(community => within(person, ['kitchen'], community))
export const reaches = (context: Context, check: CheckDoc) => isNear(context, check) || cooksFor(context, check)
