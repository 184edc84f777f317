/** Shanghai's clock from milliseconds, with a fixed +08:00: the process's own zone never matters, and neither do the summer times of 1940-1991. */
const EAST_8 = 8 * 3600_000
const DAY = 86_400_000

let last = { number: Number.NaN, day: '' }
/** The calendar day in Shanghai, 'YYYY-MM-DD'. Every call asks it, and it changes once a day: the last one is kept. */
export function dayOf(now: number): string {
  const number = Math.floor((now + EAST_8) / DAY)
  if (number !== last.number) last = { number, day: new Date(now + EAST_8).toISOString().slice(0, 10) }
  return last.day
}

/** 0 Sunday to 6 Saturday, in Shanghai. */
export const weekdayOf = (now: number): number => new Date(now + EAST_8).getUTCDay()

/** 0 to 23, in Shanghai. */
export const hourOf = (now: number): number => new Date(now + EAST_8).getUTCHours()

/** The first millisecond of a day in Shanghai. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

/** The day `days` after (or before, when negative) a day; pure calendar, no zone. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Milliseconds of a moment written the Shanghai way: '2026-11-21T09:00' or with seconds. */
export const momentOf = (text: string): number => {
  const at = Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text.length === 10 ? `${text}T00:00` : text}+08:00`)
  if (Number.isNaN(at)) throw new Error(`not a moment: ${text}`)
  return at
}
