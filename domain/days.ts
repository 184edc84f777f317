/** Days as 'YYYY-MM-DD' strings in Shanghai (UTC+8 all through the years a visit can have happened in). */

const DAY = 86_400_000
const stamp = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The day `n` days after `day` (before, when negative). */
export const addDays = (day: string, n: number) => new Date(stamp(day) + n * DAY).toISOString().slice(0, 10)

/** How many days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string) => Math.round((stamp(to) - stamp(from)) / DAY)

/** The day of a moment (ms since 1970) in Shanghai. */
export const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

/** 0 Sunday ... 6 Saturday. */
export const weekdayOf = (day: string) => new Date(stamp(day)).getUTCDay()

export type Part = 'morning' | 'afternoon' | 'evening'
/** Which part of the day a moment falls in: before 12:00, before 17:30 (offices close), later. */
export function partOf(at: number): Part {
  const minutes = Math.floor((at + 8 * 3_600_000) / 60_000) % 1440
  if (minutes < 720) return 'morning'
  return minutes < 1050 ? 'afternoon' : 'evening'
}

/** Whole years of age on a day; birthdays are strings, never dates. Somebody born on 29 February is a year older on 1 March. */
export function ageOn(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4))
  return today.slice(5) < born.slice(5) ? years - 1 : years
}
