/** One cell at a time: what it says, what had to be repaired, and what only a person can say. Nothing is guessed. */
import { isDay } from '../../schema'
import { readIdNumber, tidyIdNumber } from '../identity'
import { phonesIn } from '../phones'
import { plain } from '../text'
import { type Cell, textOf } from './sheet'

/** Certain: done and counted. */
export type Repair = 'id_full_width' | 'id_spaces_or_lower_x' | 'two_phones' | 'phone_dashes' | 'room_full_width' | 'name_with_space'

const FULL = /[\uFF01-\uFF5E]/
const half = (text: string) => text.replace(/[\uFF01-\uFF5E]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))

/** A name without the spaces that line up two-letter names in print; one kind of middle dot. Between Latin letters a space stays. */
export function readName(cell: Cell | undefined): { name: string; repairs: Repair[] } {
  const text = textOf(cell)
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .trim()
  const dotted = text.replace(/[•・‧∙⋅．]/g, '·').replace(/\s*·\s*/g, '·')
  const name = dotted.replace(/(?<![A-Za-z])\s+|\s+(?![A-Za-z])/g, '')
  return { name, repairs: /\s/.test(text) && name !== text ? ['name_with_space'] : [] }
}

export interface IdReading {
  number?: string
  born?: string
  sex?: 'male' | 'female'
  repairs: Repair[]
  decision?: 'id_stored_as_number' | 'id_wrong_check_digit' | 'id_truncated'
}

/** Words that stand for "none": 无, 不详, 未知, /, -. */
export const saysNothing = (text: string) => /^([-—–/\\无]+|不详|未知|未提供|暂无|没有|空|null|n\/?a|0+)$/i.test(plain(text))

/**
 * An ID number. One that a spreadsheet turned into a number has lost its last digits and is never trusted, even when the check digit fits;
 * but the eight digits of its birth date stand within the fifteen it keeps. Fifteen digits may be an old card or a cut-off number: truncated. `lossy`: a text file made by a spreadsheet, where such a number
 * shows as 2.19900E+17 or ends in 000.
 */
export function readId(cell: Cell | undefined, lossy = false): IdReading {
  const raw = textOf(cell).replace(/^\s*[='"‘’`]+|["']\s*$/g, '')
  // the decisions workbook marks a number that lost its digits; until somebody types it anew it is still lost
  if (/^\s*[?？]\s*\d/.test(raw)) return { repairs: [], decision: 'id_stored_as_number', ...bornInside(plain(raw).replace(/^\?/, '')) }
  const number = tidyIdNumber(raw)
  if (!number || saysNothing(number)) return { repairs: [] }
  if (asNumber(cell, raw, lossy)) return { repairs: [], decision: 'id_stored_as_number', ...bornInside(plain(raw)) }
  const repairs = [...(FULL.test(raw) ? (['id_full_width'] as const) : []), ...(untidy(raw) ? (['id_spaces_or_lower_x'] as const) : [])]
  const reading = readIdNumber(number)
  if (reading.ok) return { number: reading.number, born: reading.born, sex: reading.sex, repairs }
  const short = reading.why === 'shape' && number.length < 18
  return { repairs, decision: short ? 'id_truncated' : 'id_wrong_check_digit' }
}

const untidy = (raw: string) => half(raw) !== half(raw).replace(/[\s\u200B-\u200D\u2060\uFEFF-]/g, '') || /x/.test(half(raw))
const asNumber = (cell: Cell | undefined, raw: string, lossy: boolean) =>
  (typeof cell === 'object' && 'number' in cell && plain(raw).length > 15) ||
  /^\d\.\d+E\+?1[78]$/i.test(plain(raw)) ||
  (lossy && /^\d{15}000$/.test(plain(raw)))

/** The birth date in a number that lost its tail; none when rounding may have carried into it or too few digits are left. */
function bornInside(text: string): { born?: string } {
  const power = /^(\d)\.?(\d{14,17})E\+?17$/i.exec(text)
  const number = power ? (power[1] + power[2]).padEnd(18, '0') : text
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return /^\d{18}$/.test(number) && number.slice(14) !== '0000' && isDay(born) && born > '1850' ? { born } : {}
}

export interface PhoneReading {
  phones: string[]
  repairs: Repair[]
  decision?: 'phone_too_short'
}

/** Every number in the cell. A part with digits that make no phone number is a question; the good ones are taken. */
export function readPhones(cell: Cell | undefined): PhoneReading {
  const raw = half(textOf(cell)).replace(/^'/, '')
  if (saysNothing(raw) || !raw.trim()) return { phones: [], repairs: [] }
  const phones = phonesIn(raw).slice(0, 4)
  const doubtful = raw.split(/[/、,，;；|\n\r\t]+|或|和/).some(part => /\d{3}/.test(part) && phonesIn(part).length === 0)
  const dashed = /1[3-9]\d[-\s－—–]\d{4}[-\s－—–]\d{4}|1[3-9]\d\d[-\s－—–]\d{3}[-\s－—–]\d{4}/.test(raw)
  const repairs: Repair[] = [...(phones.length > 1 ? (['two_phones'] as const) : []), ...(dashed ? (['phone_dashes'] as const) : [])]
  return { phones, repairs, ...(doubtful ? { decision: 'phone_too_short' as const } : {}) }
}

/** 男, 女, 1 and 2 (the national codes). Anything else tells nothing. */
export function readSex(cell: Cell | undefined): 'male' | 'female' | undefined {
  const words = plain(textOf(cell))
  return /^(男性?|1|M)$/i.test(words) ? 'male' : /^(女性?|2|F)$/i.test(words) ? 'female' : undefined
}

/** A birth date however it was written; null when the cell says something no single day can be told from. */
export function readBorn(cell: Cell | undefined): string | undefined | null {
  const words = plain(
    textOf(cell)
      .trim()
      .replace(/[T ]\d{1,2}:\d{2}.*$/, ''),
  )
  if (!words || saysNothing(words)) return undefined
  if (typeof cell === 'object' && 'day' in cell) return cell.day
  if (typeof cell === 'object' && /^\d{1,5}$/.test(words)) return serialDay(Number(words))
  const parts = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(words) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(words)
  const serial = /^[1-4]\d{4}$/.test(words) ? serialDay(Number(words)) : null
  if (!parts) return serial
  const day = `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}`
  return isDay(day) && day > '1850' ? day : null
}

/** Excel's count of days: 1 is 1 January 1900, and it believes in 29 February 1900. */
function serialDay(serial: number): string | null {
  if (serial < 1 || serial > 60_000) return null
  return new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

/** Words of a tag cell: 独居、高龄 / 独居 高龄 / 独居;高龄. */
export const tagWords = (cell: Cell | undefined): string[] =>
  [
    ...new Set(
      textOf(cell)
        .split(/[\s、，,;；/|+＋]+/)
        .map(plain),
    ),
  ].filter(word => word && !saysNothing(word) && !/^(否|正常|普通|一般|其他)(居民|人员|人群)?$/.test(word))

/** 是, √, 1, 有: yes. 否, 无, 0, nothing: no. Anything else is words of its own. */
export const saysYes = (cell: Cell | undefined) => /^(是|√|✓|✔|v|y|yes|1|有|享受|在册)$/i.test(plain(textOf(cell)))
export const saysNo = (cell: Cell | undefined) => /^(否|不是|×|x|n|no|0|无|没有|-)?$/i.test(plain(textOf(cell)))

/** Whether somebody lives here, where the cell is clear. */
export function readLiving(cell: Cell | undefined): 'living' | 'away' | 'moved' | 'deceased' | undefined {
  const words = plain(textOf(cell))
  if (/死亡|去世|已故|亡故/.test(words)) return 'deceased'
  if (/迁出|搬走|已搬|搬离/.test(words)) return 'moved'
  if (/户在人不在|外出|不在住|空挂|外地|未居住|不居住/.test(words)) return 'away'
  if (/在住|常住|居住|人在|人户一致|自住|租住|在户/.test(words)) return 'living'
  return undefined
}
