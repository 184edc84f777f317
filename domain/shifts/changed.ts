/** What is different about a shift after a change, in the words of whoever is told. */
import { clockOf } from './clash'
import type { RoleForm } from './contract/base'

export interface Seen {
  title: string
  place: { name: string }
  day: string
  from: number
  to: number
  team?: string
  kind: string
  note: string
  roles: readonly RoleForm[]
}
const when = ({ day, from, to }: Seen) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${clockOf(from)}–${clockOf(to)}`

/** Sentences for those who are in it: its times, place, name, note. Numbers of seats are nobody's news. */
export function differences(before: Seen, after: Seen): string[] {
  return [
    ...(before.from !== after.from || before.to !== after.to ? [`时间从${when(before)}改成${when(after)}`] : []),
    ...(before.place.name !== after.place.name ? [`地点从${before.place.name}改到${after.place.name}`] : []),
    ...(before.title !== after.title ? [`名称改成“${after.title}”`] : []),
    ...(before.note !== after.note && after.note ? [`说明：${after.note}`] : []),
  ]
}

/** What a role asks of whoever takes it. */
const asks = ({ id, skill, paper, label, heavy }: RoleForm) => JSON.stringify([id, skill, paper, label, heavy ?? false])

/** Whether somebody who fitted may not fit any more, or has other times written down: then everybody in it is looked at again. */
export function touchesPeople(before: Seen, after: Seen): boolean {
  const [a, b] = [before, after].map(one => [one.title, one.from, one.to, one.team, one.kind, ...one.roles.map(asks)].join('|'))
  return a !== b
}
