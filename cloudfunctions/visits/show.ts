/** Documents as readers may see them. */

import { ageOn, daysBetween } from '@domain/days'
import type { Door, Matter, Visit } from '@domain/visits/contract'
import { tagsOn } from '@domain/visits/interval'
import { band } from '@domain/visits/order'
import { why } from '@domain/visits/why'
import type { Person } from '../_kit/context'
import type { Behind, DoorDoc, MatterDoc, VisitDoc } from './docs'
import { type Kinds, namesOf, type Reader, seenBy } from './kinds'

/**
 * What was said at a door stays with those who work at it: notes and needs tell of health, and above the community nobody needs the words
 * to see how the work goes (PIPL art. 6, the least that is needed).
 */
const isNear = ({ roles }: Reader) => roles.includes('grid') || roles.includes('community')

/** Why a door is due, with the tags this reader may know. */
export const whyOf = (door: DoorDoc, reader: Reader): string => {
  const { kinds, roles, today } = reader
  const near = isNear(reader)
  return why(
    {
      plan: { due: door.due ?? today, reason: door.reason, urgent: door.urgent, ...(door.part ? { part: door.part } : {}) },
      every: door.every,
      names: namesOf(asking(door.tags, kinds), kinds, roles),
      last: door.knocks.at(-1),
      ...(door.asked?.length ? { asked: near ? door.asked[0].words : '有人要马上去看，社区在办' } : {}),
    },
    today,
  )
}

/** Tags that ask for visits; 党员 is no reason to knock. */
const asking = (codes: string[], kinds: Kinds) => codes.filter(code => kinds.some(kind => kind.code === code && kind.every !== undefined))

export function doorFor(door: DoorDoc, reader: Reader): Door {
  const last = door.knocks.at(-1)
  const day = door.due ?? reader.today
  return {
    household: door._id,
    grid: door.grid,
    label: door.label,
    who: whoIs(door, reader),
    tags: namesOf(door.tags, reader.kinds, reader.roles),
    due: day,
    over: daysBetween(day, reader.today),
    why: door.ended ? '这一户已经不在册了' : whyOf(door, reader),
    urgent: door.urgent,
    band: band({ urgent: door.urgent, weight: door.weight, every: door.every, over: daysBetween(day, reader.today) }),
    ...(door.part ? { part: door.part } : {}),
    ...(door.asked?.length && isNear(reader) ? { asked: { check: door.asked[0].check, at: door.asked[0].at } } : {}),
    ...(last ? { last: { on: last.on, outcome: last.outcome, words: isNear(reader) ? last.words : '' } } : {}),
  }
}

/** "张** · 86 岁", "李** 夫妇 · 78 岁": the one the visit is most for. */
export function whoIs(door: DoorDoc, { kinds, today }: Reader): string {
  const weigh = (one: Behind) =>
    kinds.filter(kind => tagsOn(one.tags, today).includes(kind.code)).reduce((sum, kind) => sum + kind.weight, 0)
  const [first] = [...door.people].sort((a, b) => weigh(b) - weigh(a) || headFirst(a, b) || ((a.born ?? '9') < (b.born ?? '9') ? -1 : 1))
  if (!first) return '还没登记人'
  const name = isCouple(door.people) ? `${first.name} 夫妇` : first.name
  return first.born ? `${name} · ${ageOn(first.born, today)} 岁` : name
}
const headFirst = (a: Behind, b: Behind) => Number(b.relation === '户主') - Number(a.relation === '户主')
const isCouple = (people: Behind[]) => people.length === 2 && people.some(one => /配偶|妻|丈夫|老伴/.test(one.relation))

/** Whether somebody may still correct a visit: its worker on the day it came in, the community at any time. */
export const mayCorrect = (visit: VisitDoc, person: Person | null, roles: readonly string[], arrivedOn: string, today: string): boolean =>
  roles.includes('community') || (visit.account === person?.id && arrivedOn === today)

/** A form without the suggestions for tags the reader may not know of; from above the community, also without its words and photos. */
export function formFor(form: VisitDoc['form'], reader: Reader): VisitDoc['form'] {
  const { kinds, roles } = reader
  const seen = seenBy(
    form.tags.map(one => one.tag),
    kinds,
    roles,
  )
  const shown = { ...form, tags: form.tags.filter(one => seen.includes(one.tag)) }
  if (isNear(reader)) return shown
  return { ...shown, note: '', photos: [], with: [], needs: form.needs.map(need => ({ ...need, words: '' })) }
}

export const visitFor = (visit: VisitDoc, reader: Reader, rest: { mine: boolean; correctable: boolean }): Visit => ({
  ...{ id: visit._id, household: visit.household, at: visit.at, on: visit.on, by: visit.by, version: visit.version },
  ...rest,
  form: formFor(visit.form, reader),
  earlier: visit.earlier.map(one => ({ ...one, form: formFor(one.form, reader) })),
  ...(visit.fromFormerGrid ? { fromFormerGrid: true as const } : {}),
})

/** What a matter is, to those who may not read its words. */
const KIND: { [K in Matter['kind']]: string } = {
  ...{ absent3: '连着 3 次不在家', moved: '看着已经搬走', vacant: '看着没人住', refused: '不愿开门' },
  ...{ need: '有事要帮忙', worrying: '看着不放心', tag: '建议改一个标签' },
}

export function matterFor(matter: MatterDoc, reader: Reader): Matter {
  const { _id: id, kind, household, grid, label, urgent, at, visit, settled } = matter
  const base = { id, kind, household, grid, label, urgent, at, visit }
  if (!isNear(reader)) return { ...base, words: KIND[kind], ...(settled ? { settled: { ...settled, words: '办结了' } } : {}) }
  const hidden = seenBy(matter.tags, reader.kinds, reader.roles).length < matter.tags.length
  const words = hidden ? '建议改一个标签，内容只有社区能看' : matter.words
  return { ...base, words, ...(settled ? { settled } : {}) }
}
