/** Moving to another household, moving away, dying: the record stays, with the day and the reason. */
import { maskName } from '@domain/people/mask'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { noteChange } from './changes'
import { endConsents } from './consents'
import { type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'
import { reached } from './households'
import { tagFields } from './person'
import { reachedResident, store } from './residents'

const notYet = (on: string, today: string) => {
  if (on > today) throw refuse('people.in_the_future', '日期不能在今天以后', 'on')
}

export const moves: Pick<Operations<'people'>, 'move_resident' | 'end_resident'> = {
  /** Somebody who had moved away and is back is moved to where they live now: the record lives on. */
  async move_resident(context, { resident: id, household, on }) {
    notYet(on, context.today)
    const seen = await reachedResident(context, id)
    const target = await reached(context, household)
    if (target.ended) throw refuse('people.not_there', '这一户已经注销了，请先重新登记这一户', 'household')
    if (target._id === seen.household) throw refuse('people.already_there', '本来就住在这一户', 'household')
    return context.write({ target: id, division: target.grid }, async (tx, whole) => {
      const before = await tx.get<ResidentDoc>('residents', id)
      const home = await tx.get<HouseholdDoc>('households', household)
      if (!before || !home || before.household === home._id) throw notThere('people', '这位住户')
      if (before.living === 'deceased')
        throw refuse('people.already_ended', '这位已经登记去世；要是登记错了，先在住户页面上把居住情况改回来')
      const { ended: _, ...rest } = before
      const place = { household: home._id, grid: home.grid, community: home.community, label: home.label }
      const living = isCurrent(before.living) ? before.living : 'living'
      const homes = [...(before.homes ?? []), before.household].filter(one => one !== home._id).slice(-5)
      const after = { ...rest, ...place, homes, living, ...tagFields(before.tags, context.today), version: before.version + 1 }
      await store(context, whole, before, { ...after, changedBy: context.person?.name ?? '' })
      const who = maskName(before.name)
      await noteChange(context, whole, { household: before.household, resident: id }, `${who} ${on} 搬到 ${home.label}`)
      await noteChange(context, whole, { household: home._id, resident: id }, `${who} ${on} 从 ${before.label} 搬来`)
      return { id }
    })
  },

  async end_resident(context, { resident: id, on, why, note }) {
    notYet(on, context.today)
    const seen = await reachedResident(context, id)
    const consents = await context.system.find('consents', { where: { resident: id }, limit: 100 })
    return context.write({ target: id, division: seen.grid }, async (tx, whole) => {
      const before = await tx.get<ResidentDoc>('residents', id)
      if (!before) throw notThere('people', '这位住户')
      if (!isCurrent(before.living)) throw refuse('people.already_ended', '已经登记过搬走或去世了')
      const ended = { on, why, ...(note ? { note } : {}) }
      const { retag: _, ...rest } = before
      const after: ResidentDoc = {
        ...rest,
        living: why,
        ended,
        tagCodes: [],
        version: before.version + 1,
        changedBy: context.person?.name ?? '',
      }
      await store(context, whole, before, after)
      if (why === 'deceased') await endConsents(whole, consents.items, id, on)
      await noteChange(
        context,
        whole,
        { household: before.household, resident: id },
        `${maskName(before.name)} ${on} ${why === 'moved' ? '搬走了' : '去世'}`,
      )
      return { id }
    })
  },
}
