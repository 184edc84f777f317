/** The door a row speaks of: from its columns, from one address cell, or carried down from the row above where that is certain. */
import { type Door, tidyDoor } from '../address'
import { locate } from '../located'
import { plain } from '../text'

export interface Place {
  area: string
  building: string
  unit: string
  room: string
  address: string
}

/** What a place is called by those who live there: '和平新村社区' is 和平新村, '十里河村' is 十里河. */
const names = (text: string) => {
  const whole = plain(text)
  const short = whole.replace(/(小区|社区|村委会|居委会)$/, '')
  return [whole, short, short.replace(/村$/, '')].filter(Boolean)
}

/** 2-5-1 after a building is unit, floor and number: 2 单元 501. */
const floored = (text: string) =>
  plain(text).replace(
    /(\d+[A-Z]?)(#|号楼?|栋|幢|-)(\d{1,2})(?:单元|门|-)(\d{1,2})(?:楼|层|-)(\d{1,2})(?:室|号)?$/i,
    (_all, building, _sign, unit, floor, number) => `${building}号楼${unit}单元${floor}${number.padStart(2, '0')}`,
  )

/** Null when nothing is said; 'unclear' when something is, but no building can be told. `here`: the community's own names, left out. */
export function doorOf(place: Place, here: readonly string[] = []): Door | 'unclear' | null {
  const { building, unit, room } = place
  if (![building, unit, room].some(part => plain(part))) return plain(place.address) ? fromOne(place.address, place.area, here) : null
  if (!plain(building) && plain(place.address) && !plain(unit)) return fromOne(`${place.address}${room}`, place.area, here)
  if (combined(building) || combined(room)) return fromOne(together(place), place.area, here)
  if (!plain(building)) return 'unclear'
  return within(plain(place.area), tidyDoor({ building, unit, room }), here)
}

/** '3-2', '3号楼2单元', '2-501': several things in one cell. */
const combined = (text: string) => /单元|(\d|#|号楼|栋|幢)-\d|号楼.*\d|[#栋幢]\s*\d/.test(plain(text))

function together({ building, unit, room }: Place): string {
  const house = plain(building)
  if (!house) return room
  const first = /\d$/.test(house) && !combined(house) ? `${house}号楼` : house
  const stairs = plain(unit).replace(/(单元|门洞|门)$/, '')
  const rest = plain(room).replace(stairs ? /^$/ : /^(\d+)-(\d+[A-Z]?)$/i, '$1单元$2')
  if (stairs) return `${first}${stairs}单元${rest}`
  return rest ? `${first}${/[单元]$|楼$|#$|栋$|幢$/.test(first) ? '' : '-'}${rest}` : first
}

function fromOne(text: string, area: string, here: readonly string[]): Door | 'unclear' {
  const found = locate(floored(text))
  if (!found) return 'unclear'
  return within(
    plain(area) || found.area.replace(/^(小区|大院|院)$/, ''),
    { building: found.building, unit: found.unit, room: found.room },
    here,
  )
}

/** Two compounds of one community may both have a 3号楼: the compound is said before the number, unless it is the community's own name. */
function within(area: string, door: Door, here: readonly string[]): Door | 'unclear' {
  if (door.building.length > 20 || door.unit.length > 20 || door.room.length > 20) return 'unclear'
  const own = area === '' || here.some(name => names(name).some(one => names(area).includes(one))) || door.building.startsWith(area)
  const building = own ? door.building : `${area}${/\d$/.test(area) ? '-' : ''}${door.building}`
  return building.length > 20 ? 'unclear' : { ...door, building }
}

/** One key a door, whatever it was written like. */
export const doorKey = (door: Door) => `${door.building}|${door.unit}|${door.room}`
