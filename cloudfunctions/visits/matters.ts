/** What the community has to decide after visits, and what it decided. */
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { MatterDoc } from './docs'
import { settledSort } from './follow'
import { readerOf } from './kinds'
import { matterFor } from './show'

const LEVEL: { [length: number]: string } = { 4: 'city', 6: 'district', 9: 'street', 12: 'community', 15: 'grid' }

export const matters: Work<InputOf<'visits.matters'>, OutputOf<'visits.matters'>> = async (context, { division, settled, after }) => {
  const reader = await readerOf(context)
  const where = { [LEVEL[division.length]]: division, open: !settled }
  const page = await context.store.find<MatterDoc>('matters', { where, order: ['sort'], limit: 50, after })
  return { ...page, items: page.items.map(matter => matterFor(matter, reader)) }
}

/** Refuses: visits.not_there, visits.already_settled. */
export const settle: Work<InputOf<'visits.settle'>, OutputOf<'visits.settle'>> = async (context, { matter, words }) => {
  const about = { target: matter, division: context.divisions[0] }
  return context.write(about, async tx => {
    const before = await tx.get<MatterDoc>('matters', matter)
    if (!before) throw notThere('visits', '这件事')
    about.division = before.grid
    if (!before.open) throw refuse('visits.already_settled', '这件事已经有人办结了', 'matter')
    const settled = { at: context.now, by: context.person?.name ?? '', words }
    await tx.update('matters', matter, { set: { open: false, settled, sort: settledSort(context.now) } })
    return { id: matter }
  })
}
