/** Households: listed in walking order, shown whole, added, corrected, moved and ended by hand. Nothing is deleted. */

import { visible } from '@domain/people/tags'
import type { Context } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { meanwhile, noteChange } from './changes'
import type { ChangeDoc, GridDoc, HouseholdDoc } from './docs'
import { atDoor, claimDoor, emptyHousehold, placed } from './doors'
import { moveToGrid } from './grids'
import { kindsIn, rolesAt } from './kinds'
import { countGrid } from './summary'
import { householdCard, householdPage } from './views'

type Households = Pick<
  Operations<'people'>,
  'households' | 'household' | 'add_household' | 'correct_household' | 'move_household' | 'end_household' | 'changes'
>
const PAGE = 100

/** A household the caller reaches. Refuses people.not_there. */
export async function reached(context: Context, id: string): Promise<HouseholdDoc> {
  const household = await context.store.get<HouseholdDoc>('households', id)
  if (!household) throw notThere('people', '这一户')
  return household
}

const taken = (label: string) => refuse('people.already_there', `${label} 已经登记过了，请直接打开那一户`, 'address')

async function mustBeGrid(context: Context, code: string): Promise<GridDoc> {
  const grid = await context.store.get<GridDoc>('grids', code)
  if (!grid) throw notThere('people', '这个网格')
  return grid
}

export const households: Households = {
  async households(context, { division, tag, after }) {
    if (division.length < 12) throw refuse('people.too_wide', '先选一个社区，再看住户', 'division')
    const kinds = await kindsIn(context.system)
    // a tag the caller may not see finds nobody: the same as a tag nobody has
    if (tag && visible([tag], kinds, rolesAt(context, division.length === 15 ? division : widest(context, division))).length === 0)
      return { items: [] }
    const where = { ...(division.length === 15 ? { grid: division } : { community: division }), ...(tag ? { tags: { has: tag } } : {}) }
    const page = await context.store.find<HouseholdDoc>('households', { where, order: ['walk'], limit: PAGE, after })
    return { items: page.items.map(doc => householdCard(context, doc, kinds)), ...(page.after ? { after: page.after } : {}) }
  },

  async household(context, { household }) {
    return householdPage(context, await reached(context, household))
  },

  async add_household(context, { grid, address }) {
    await mustBeGrid(context, grid)
    const fresh = emptyHousehold(grid, address)
    return context.write({ target: fresh._id, division: grid }, async (_, whole) => {
      const there = await atDoor(whole, fresh.door)
      if (there && (!there.ended || there.grid !== grid)) throw taken(fresh.label)
      const id = there ? there._id : (await whole.get('households', fresh._id)) ? `h${context.id()}` : fresh._id
      if (there) await whole.update('households', id, { unset: ['ended'], inc: { version: 1 } })
      else await whole.insert<HouseholdDoc>('households', { ...fresh, _id: id })
      if (id !== fresh.door && !there) await whole.put('door_claims', { _id: fresh.door, household: id })
      await countGrid(whole, grid, { households: 1, residents: 0 })
      await noteChange(context, whole, { household: id }, there ? '重新登记了这一户' : '登记了这一户')
      await whole.happened('people.household_changed', { household: id })
      return { id }
    })
  },

  async correct_household(context, { household: id, version, address }) {
    const before = await reached(context, id)
    const place = placed(before.community, address)
    return context.write({ target: id, division: before.grid }, async (tx, whole) => {
      const now = await tx.get<HouseholdDoc>('households', id)
      if (!now) throw notThere('people', '这一户')
      if (now.version !== version) throw refuse('people.changed_meanwhile', meanwhile('这一户', now.changedBy))
      const other = place.door === now.door ? null : await atDoor(whole, place.door)
      if (other) throw taken(place.label)
      if (place.door !== now.door) await claimDoor(whole, now, place.door)
      await whole.update('households', id, { set: { ...place, changedBy: context.person?.name ?? '' }, inc: { version: 1 } })
      for (const member of now.members) await whole.update('residents', member, { set: { label: place.label } })
      await noteChange(context, whole, { household: id }, `地址从 ${now.label} 改成 ${place.label}`)
      await whole.happened('people.household_changed', { household: id })
      return { id }
    })
  },

  async move_household(context, { household: id, grid }) {
    const { community } = await reached(context, id)
    const target = await mustBeGrid(context, grid)
    if (target.community !== community) throw refuse('people.other_community', '只能划到本社区的网格', 'grid')
    return context.write({ target: id, division: grid }, async (_, whole) => {
      await moveToGrid(context, whole, id, target)
      return { id }
    })
  },

  async end_household(context, { household: id, on, reason }) {
    const { grid } = await reached(context, id)
    if (on > context.today) throw refuse('people.in_the_future', '注销日期不能在今天以后', 'on')
    return context.write({ target: id, division: grid }, async (tx, whole) => {
      const now = await tx.get<HouseholdDoc>('households', id)
      if (!now || now.ended) throw notThere('people', '这一户')
      if (now.count > 0) throw refuse('people.still_lived_in', `这一户还有 ${now.count} 个人，请先给他们办搬走或去世`)
      await whole.update('households', id, { set: { ended: { on, reason }, changedBy: context.person?.name ?? '' }, inc: { version: 1 } })
      await countGrid(whole, now.grid, { households: -1, residents: 0 })
      await noteChange(context, whole, { household: id }, `注销了这一户：${reason}`)
      await whole.happened('people.household_changed', { household: id })
      return { id }
    })
  },

  async changes(context, { household }) {
    await reached(context, household)
    const page = await context.system.find<ChangeDoc>('people_changes', { where: { household }, order: ['-at'], limit: 100 })
    return page.items.map(({ at, who, what }) => ({ at, who, what }))
  },
}

/** A place inside a community the caller reaches: their own grid when that is all they reach. */
const widest = (context: Context, community: string) => context.divisions.find(one => one.startsWith(community)) ?? community
