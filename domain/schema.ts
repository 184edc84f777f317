/** The small schema pieces every feature's contract is made of. Nothing here transforms: what goes in is what comes out. */
import * as v from 'valibot'

/** An id made by this system: deterministic or random, never free text. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_|.:-]{1,96}$/, '编号不对'))

/** A division code that nests by prefix: city 4, district 6, street 9, community 12, grid 15 digits. */
export const Division = v.pipe(v.string(), v.regex(/^\d{4}(\d{2}(\d{3}(\d{3}(\d{3})?)?)?)?$/, '行政区划代码不对'))
export const Community = v.pipe(v.string(), v.regex(/^\d{12}$/, '社区代码是 12 位数字'))
export const Grid = v.pipe(v.string(), v.regex(/^\d{15}$/, '网格代码是 15 位数字'))

/** A day of the calendar in Shanghai, 'YYYY-MM-DD'; birthdays and business dates are never Date objects. */
export const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期写成 2026-11-21 这样'), v.check(isDay, '没有这一天'))

/** A moment, in milliseconds since 1970 UTC. */
export const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

/** A mainland mobile number as people type it into a form: 11 digits. */
export const Phone = v.pipe(v.string(), v.regex(/^1[3-9]\d{9}$/, '手机号是 1 开头的 11 位数字'))

/** The SHA-256 of a file's bytes, in hex: the file's id. */
export const FileId = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, '文件编号不对'))

/** Free text up to `max` characters. Control characters other than tab and line breaks are refused: they hide in print and CSV. */
export const words = (max: number) =>
  v.pipe(v.string(), v.maxLength(max, `最多 ${max} 个字`), v.check(isVisible, '里面有看不见的字符，请重新输入'))

/** Text that must say something. */
export const someWords = (max: number) => v.pipe(words(max), v.regex(/\S/, '这里要填'))

/** A page of a list: `after` is the cursor the last page gave, absent when there is no more. */
export const After = v.optional(v.pipe(v.string(), v.maxLength(400)))
export const pageOf = <T extends v.GenericSchema>(item: T) => v.strictObject({ items: v.array(item), after: v.optional(v.string()) })

/** What a write that only needs to say "done" answers. */
export const Done = v.strictObject({ id: Id })

/** True for a real day of the calendar. */
export function isDay(day: string): boolean {
  const [y, m, d] = day.split('-').map(Number)
  if (!y || !m || !d || m > 12) return false
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  return d <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]
}

/** True when nothing below U+0020 but tab, line feed and carriage return is in the text. */
function isVisible(text: string): boolean {
  for (const letter of text) if (letter < ' ' && !'\t\n\r'.includes(letter)) return false
  return true
}
