/** A whole address in one cell or one line, read into area and door: '和平区和平新村社区文化小区3号楼2单元501' and '3-2-501' alike. */
import { type Door, tidyBuilding, tidyDoor } from './address'
import { plain } from './text'

/** Province down to community: known from where the file belongs, so it is left out. 小区 is no administrative 区. */
const ABOVE =
  /^(?:[^小\d]{1,9}省)?(?:[^小\d]{1,7}市)?(?:[^小\d]{1,7}[区县])?(?:[^小\d]{1,9}(?:街道办事处|街道|镇|乡))?(?:[^小\d]{1,12}(?:社区|村委会|村))?/
const BUILDING = /^(.*?)([甲乙丙丁]?\d+[A-Z]?(?:-\d+(?=号楼|栋|幢))?|[A-Z]|[一二三四五六七八九十]{1,3})(?:号楼|号栋|#楼|#|栋|幢|座|楼)(.*)$/
const UNIT = /^(\d+|[A-Z]|[一二三四五六七八九十]{1,3}|[东西南北中])(?:单元|门洞|门)(.*)$/
const DASHED = /^(.*?)([甲乙丙丁]?\d+[A-Z]?)-(?:(\d+|[A-Z])-)?(\d+[A-Z]?)$/
const HOUSE = /^(.*?)([甲乙丙丁]?\d+(?:-\d+)?)号?(?:院)?$/

/** `area` is the compound or road in front of the building, '' when there is none: two compounds of one community may both have a 3号楼. */
export interface Located extends Door {
  area: string
}

/** Null when no building can be told: then a person must say. */
export function locate(text: string): Located | null {
  const words = plain(text)
    .toUpperCase()
    .replace(/[,，、/]/g, '-')
    .replace(/[室户]$/, '')
  const local = words.replace(ABOVE, '').replace(/^-+/, '')
  const dashed = DASHED.exec(local)
  if (dashed) return placed(dashed[1], dashed[2], dashed[3] ?? '', dashed[4])
  const building = BUILDING.exec(local)
  if (building) return inside(building[1], building[2], building[3].replace(/^-+/, ''))
  const house = HOUSE.exec(local)
  return house ? placed(house[1], house[2], '', '') : null
}

function inside(area: string, building: string, rest: string): Located {
  const unit = UNIT.exec(rest)
  const room = (unit ? unit[2] : rest).replace(/^-+/, '')
  const dashed = unit ? null : /^(\d+)-(\d+[A-Z]?)$/.exec(room)
  return dashed ? placed(area, building, dashed[1], dashed[2]) : placed(area, building, unit ? unit[1] : '', room)
}

const placed = (area: string, building: string, unit: string, room: string): Located => ({
  area: area.replace(/[-号]+$/, area.endsWith('号') ? '号' : ''),
  ...tidyDoor({ building: tidyBuilding(building), unit, room }),
})
