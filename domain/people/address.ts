/** Where a door is: read from however it was written, said the way people here say it, and put in walking order. */
import { fromHanzi, plain } from './text'

/** A door in its canonical words: '3', '2', '501'. `unit` and `room` are '' where a building has none. */
export interface Door {
  building: string
  unit: string
  room: string
}

const NUMBERED = /[0-9A-Z]$/

/** '3#', '3号楼', '３栋', '三号楼', '03' and '3' are one building: '3'. 'A座' is 'A'. A name without a number (平房) stays. */
export function tidyBuilding(text: string): string {
  const words = plain(text).toUpperCase()
  const bare = words.replace(/(号楼|号栋|#楼|#|栋|幢|座|号|楼)$/, '')
  const number = fromHanzi(bare)
  if (number !== bare) return number
  const kept = NUMBERED.test(bare) ? bare : words
  return kept.replace(/^0+(?=\d)/, '').replace(/([^0-9.])0+(?=\d)/g, '$1')
}

/** '2单元', '二单元', '2门' and '2' are '2'. */
export function tidyUnit(text: string): string {
  const words = plain(text).toUpperCase()
  const bare = fromHanzi(words.replace(/(单元|门洞|门|#)$/, ''))
  return (NUMBERED.test(bare) ? bare : words).replace(/^0+(?=\d)/, '')
}

/** '501室', '５０１', '5楼501' and '501' are '501'; '5楼1号' is '501'. */
export function tidyRoom(text: string): string {
  const words = plain(text)
    .toUpperCase()
    .replace(/^(.+?)(?:室|号房|房间|房|号|户)+$/, '$1')
  const floors = /^(\d{1,2})(?:楼|层)(\d{1,4}[A-Z]?)$/.exec(words)
  if (!floors) return words
  return floors[2].length > 2 ? floors[2] : floors[1] + floors[2].padStart(2, '0')
}

/** A door from its columns or its form. Tidying twice changes nothing. */
export const tidyDoor = (door: Door): Door => ({
  building: tidyBuilding(door.building),
  unit: tidyUnit(door.unit),
  room: tidyRoom(door.room),
})

/** The floor a room number tells: '501' -> 5, '1203' -> 12, '0301' -> 3. Shorter or worded numbers tell none. */
export function floorOf(room: string): number | undefined {
  const digits = /^(\d{1,2})\d{2}[A-Z]?$/.exec(room)
  const floor = digits ? Number(digits[1]) : 0
  return floor > 0 ? floor : undefined
}

/** '3号楼 2单元 501'; a village house is '12号'. */
export function labelOf({ building, unit, room }: Door): string {
  const house = /\d$/.test(building) ? (unit || room ? '号楼' : '号') : /[A-Z]$/.test(building) ? '座' : ''
  const stairs = unit && (NUMBERED.test(unit) ? `${unit}单元` : unit)
  return [building + house, stairs, room].filter(Boolean).join(' ')
}

/**
 * The sort key of a walk: building, unit, floor, room, each in natural order (2 before 10), as one string any store can order by.
 * Parts end with a space, which sorts before every letter: the key of '3号楼 2单元' is a prefix of its rooms' keys and of nobody else's.
 */
export const walkOf = (door: Door, floor = floorOf(door.room)) =>
  `${natural(door.building)} ${natural(door.unit)} ${floor === undefined ? '' : String(floor + 100).padStart(3, '0')} ${natural(door.room)}`

/** What every walk key behind a building, or behind one unit of it, begins with. */
export const walkPrefix = (building: string, unit?: string) =>
  unit === undefined ? `${natural(building)} ` : `${natural(building)} ${natural(unit)} `

const natural = (text: string) => text.replace(/ /g, '').replace(/\d+/g, run => run.replace(/^0+(?=\d)/, '').padStart(6, '0'))
