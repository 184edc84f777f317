/** Missed meals and checks, counted: for everybody above who needs to know how it goes, and nobody's name. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { CheckCounts } from '@domain/meals/contract/checks'
import { CheckOutcome } from '@domain/meals/contract/checks'
import { RUNGS } from '@domain/meals/ladder'
import type { Context, Work } from '../../_kit/context'
import type { CheckCountDoc } from './docs'

type Input = InputOf<'meals.checks_numbers'>
const LEVEL: { [length: number]: string } = { 4: 'city', 6: 'district', 9: 'street', 12: 'community', 15: 'grid' }
const PLAIN = ['missed', 'explained', 'opened', 'late', 'openMinutes', 'closed', 'closeMinutes'] as const

export const checks_numbers: Work<Input, OutputOf<'meals.checks_numbers'>> = async (context, input) => {
  const rows = await rowsOf(context, input)
  const days = [...new Set(rows.map(row => row.day))].sort()
  return {
    sum: summed(rows),
    days: days.map(day => ({ day, counts: summed(rows.filter(row => row.day === day)) })),
  }
}

async function rowsOf(context: Context, { division, from, days }: Input): Promise<CheckCountDoc[]> {
  const where = { [LEVEL[division.length]]: division, day: { gte: from, lt: addDays(from, days) } }
  const rows: CheckCountDoc[] = []
  let after: string | undefined
  do {
    const page = await context.store.find<CheckCountDoc>('check_counts', { where, order: ['day'], limit: 1000, after })
    rows.push(...page.items)
    after = page.after
  } while (after)
  return rows
}

const sum = (rows: CheckCountDoc[], name: string) => rows.reduce((all, row) => all + Number(row[name] ?? 0), 0)
const each = <K extends string>(names: readonly K[], count: (name: K) => number) =>
  Object.fromEntries(names.map(name => [name, count(name)])) as { [N in K]: number }

const summed = (rows: CheckCountDoc[]): CheckCounts => ({
  ...each(PLAIN, name => sum(rows, name)),
  rungs: each(RUNGS, rung => sum(rows, `rung_${rung}`)),
  outcomes: each(CheckOutcome.options, outcome => sum(rows, `as_${outcome}`)),
})
