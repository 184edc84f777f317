/** A shift of today with four volunteers in it, made through the door as its community would; the lead and the volunteers sign in by phone. */

import type { OutputOf } from '@domain'
import { until } from '../patience'
import { asDemo } from './api'
import { enterByCode } from './enter'
import type { Person } from './person'
import type { Server } from './server'
import type { Stage } from './stage'

export const DAY = '2026-11-24'
/** When the scene is made: the evening before. */
export const EVE = '2026-11-23T17:00'
export const MORNING = `${DAY}T08:40`
export const LEAD = { name: '赵德胜', phone: '13555550100' }
export const VOLUNTEERS = [
  { name: '张桂兰', phone: '13555550101' },
  { name: '李国富', phone: '13555550102' },
  { name: '王秀英', phone: '13555550103' },
  { name: '孙淑华', phone: '13555550104' },
]

type Row = OutputOf<'shifts.roll'>['people'][number]
export interface Attending {
  shift: string
  /** What the server holds of everybody, and of one of them, by now. */
  people(): Promise<Row[]>
  row(name: string): Promise<Row | undefined>
}

export async function setAttending(server: Server, { from = '09:00', to = '12:00' } = {}): Promise<Attending> {
  const office = await asDemo(server.url, 'community')
  const community = office.division
  await office.call('account.assign', { ...LEAD, role: 'lead', scope: community, since: '2026-11-01' })
  const about = { kind: 'patrol' as const, title: '平安守望', place: { name: '3 号楼前的岗亭' }, note: '戴上红袖标', withdraw: 12 }
  const form = { ...about, roles: [{ id: 'walk', name: '巡逻', need: 4 }], day: DAY, from, to }
  const { id: shift } = await office.call('shifts.add_shift', { community, form })
  for (const { name, phone } of VOLUNTEERS) {
    const { id: account } = await office.call('shifts.add_volunteer', { community, name, phone, born: '1958-05-01', skills: [], times: [] })
    await office.call('shifts.put_in', { shift, role: 'walk', account, why: '说好的' })
  }
  const people = async () => (await (await asDemo(server.url, 'community')).call('shifts.roll', { shift })).people
  return { shift, people, row: async name => (await people()).find(one => one.name === name) }
}

/** Somebody with their phone, on their home. */
export async function arrives(stage: Stage, who: { phone: string }, how: { wide?: boolean } = {}): Promise<Person> {
  const person = await stage.arrives(how)
  await enterByCode(person, stage.server, who.phone)
  return person
}
export const page = (name: string, shift: string) => `/#/shifts/pages/${name}/index?shift=${encodeURIComponent(shift)}`

/** Waits until the roll says of somebody what it should. */
export const becomes = (it: Attending, name: string, wanted: RegExp) =>
  until(async () => wanted.test((await it.row(name))?.words ?? ''), `${name} ${wanted}`, { ms: 20_000 })
