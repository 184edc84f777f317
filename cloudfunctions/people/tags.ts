/** Tags: set with their days by who may, seen by who may, and expired by the clock. */
import { maskName } from '@domain/people/mask'
import type { Context } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { noteChange } from './changes'
import { type HeldTag, isCurrent, type ResidentDoc } from './docs'
import { kindsIn, rolesAt } from './kinds'
import { tagFields } from './person'
import { reachedResident } from './residents'
import { settle } from './summary'

type Tags = Pick<Operations<'people'>, 'tag_kinds' | 'define_tag' | 'set_tag' | 'end_tag'>

/** The kind of a tag the caller may set on a resident. A tag they may not even see is unknown to them. */
async function settable(context: Context, code: string, grid: string) {
  const roles = rolesAt(context, grid)
  const kind = (await kindsIn(context.system)).find(one => one.code === code && one.see.some(role => roles.includes(role)))
  if (!kind) throw refuse('people.tag_unknown', '没有这个标签', 'tag')
  if (!kind.set.some(role => roles.includes(role))) throw refuse('people.tag_not_yours', `“${kind.name}”由社区来登记，请告诉社区`, 'tag')
  return kind
}

/** Entries of the same code that touch the new days are one entry from the first day on; the rest stays. */
export function withTag(tags: HeldTag[], fresh: HeldTag): HeldTag[] {
  const touches = (one: HeldTag) => one.code === fresh.code && (one.until ?? '9999') >= fresh.since && one.since <= (fresh.until ?? '9999')
  const joined = tags.filter(touches)
  const since = [fresh.since, ...joined.map(one => one.since)].sort()[0]
  return [...tags.filter(one => !touches(one)), { ...fresh, since }]
}

/** The code's open entries end on a day; one that had not begun by then falls away. Null when nothing was open. */
export function withoutTag(tags: HeldTag[], code: string, on: string): HeldTag[] | null {
  const open = tags.filter(one => one.code === code && (one.until ?? '9999') > on)
  if (open.length === 0) return null
  return tags.flatMap(one => (open.includes(one) ? (one.since <= on ? [{ ...one, until: on }] : []) : [one]))
}

/** Writes a resident's new tags, and lets the household and the reactions know. */
async function put(context: Context, id: string, grid: string, change: (doc: ResidentDoc) => { tags: HeldTag[]; what: string }) {
  return context.write({ target: id, division: grid }, async (tx, whole) => {
    const doc = await tx.get<ResidentDoc>('residents', id)
    if (!doc || !isCurrent(doc.living)) throw notThere('people', '这位住户')
    const { tags, what } = change(doc)
    const { retag: _, ...rest } = doc
    await whole.put('residents', { ...rest, ...tagFields(tags, context.today) })
    await settle(whole, doc.household)
    await noteChange(context, whole, { household: doc.household, resident: id }, what)
    return { id }
  })
}

export const tags: Tags = {
  async tag_kinds(context) {
    const roles = (context.person?.memberships ?? []).map(one => one.role as string)
    return (await kindsIn(context.system)).filter(kind => kind.see.some(role => roles.includes(role)))
  },

  async define_tag(context, { tag }) {
    const taken = (await kindsIn(context.system)).find(one => one.name === tag.name.trim() && one.code !== tag.code)
    if (taken) throw refuse('people.tag_taken', `已经有“${taken.name}”这个标签了，换个名字`, 'tag.name')
    return context.write({ target: tag.code }, async (_, whole) => {
      await whole.put('tag_kinds', { _id: tag.code, ...tag, name: tag.name.trim() })
      await whole.happened('people.tag_defined', { tag: tag.code })
      return { id: tag.code }
    })
  },

  /** What changed is written without the tag's name: not everybody who reads the book may see every tag. */
  async set_tag(context, { resident: id, tag, since, until }) {
    const { grid } = await reachedResident(context, id)
    const kind = await settable(context, tag, grid)
    if (until && until < since) throw refuse('people.dates_wrong', '结束日期要在开始日期之后', 'until')
    const fresh: HeldTag = { code: kind.code, since, ...(until ? { until } : {}), by: context.person?.name ?? '' }
    return put(context, id, grid, doc => ({ tags: withTag(doc.tags, fresh), what: `给 ${maskName(doc.name)} 加了标签` }))
  },

  async end_tag(context, { resident: id, tag, on }) {
    const { grid } = await reachedResident(context, id)
    const kind = await settable(context, tag, grid)
    return put(context, id, grid, doc => {
      const left = withoutTag(doc.tags, kind.code, on)
      if (!left) throw refuse('people.not_there', `${maskName(doc.name)} 现在没有“${kind.name}”这个标签`, 'tag')
      return { tags: left, what: `结束了 ${maskName(doc.name)} 的一个标签` }
    })
  },
}
