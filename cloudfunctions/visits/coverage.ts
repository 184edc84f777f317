/** How far a community's grids have come today and this month. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work } from '../_kit/context'
import type { Doc } from '../_kit/store/port'
import type { KnocksDoc } from './docs'

type GridDoc = Doc & { name: string; community: string }
const at = (rows: { by: string; count: number }[], grid: string) => rows.find(row => row.by === grid)?.count ?? 0
const sum = (rows: KnocksDoc[], field: 'knocked' | 'met' | 'done') => rows.reduce((all, row) => all + row[field], 0)

export const coverage: Work<InputOf<'visits.coverage'>, OutputOf<'visits.coverage'>> = async (context, { community }) => {
  const [grids, doors, due, month, open, urgent] = await Promise.all([
    context.store.find<GridDoc>('grids', { where: { community }, limit: 999 }),
    // a household that has ended has a door, but it is never due
    context.store.tally('doors', { where: { community, due: { gt: '' } }, by: 'grid' }),
    context.store.tally('doors', { where: { community, due: { lte: context.today } }, by: 'grid' }),
    monthOf(context, community),
    context.store.count('matters', { community, open: true }),
    context.store.count('matters', { community, open: true, sort: { prefix: '0' } }),
  ])
  const rows = grids.items.map(({ _id: grid, name }) => {
    const mine = month.filter(row => row.grid === grid)
    const day = mine.filter(row => row.day === context.today)
    const counts = { due: at(due, grid), done: sum(day, 'done'), knocked: sum(day, 'knocked'), met: sum(day, 'met') }
    return { grid, name, doors: at(doors, grid), today: counts, month: { knocked: sum(mine, 'knocked'), met: sum(mine, 'met') } }
  })
  return { day: context.today, doors: rows.reduce((all, row) => all + row.doors, 0), open, urgent, grids: rows }
}

/** The month's counters so far: one a grid and day. */
async function monthOf(context: Context, community: string): Promise<KnocksDoc[]> {
  const where = { community, day: { gte: `${context.today.slice(0, 7)}-01`, lte: context.today } }
  const rows: KnocksDoc[] = []
  let after: string | undefined
  do {
    const page = await context.store.find<KnocksDoc>('knocks', { where, order: ['day'], limit: 1000, after })
    rows.push(...page.items)
    after = page.after
  } while (after)
  return rows
}
