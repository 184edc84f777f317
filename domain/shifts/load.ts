/** How much somebody may take on: suited to age, adjustable by staff with a reason. The volunteers here are 67 on average: care has an upper side. */
import { ageOn } from '../days'

export interface Limits {
  /** Minutes a day and a week (Monday to Sunday). */
  day: number
  week: number
  /** May take heavy roles. */
  heavy: boolean
  /** Minutes between the end of one shift and the beginning of the next. */
  rest: number
}

/** By age on the shift's day; who has not said their age is taken for 60. Under 16 nobody takes a shift alone, under 18 with a guardian's paper (志愿服务条例 第七条). */
const BANDS: [under: number, limits: Limits][] = [
  [18, { day: 240, week: 720, heavy: false, rest: 30 }],
  [60, { day: 480, week: 1800, heavy: true, rest: 0 }],
  [70, { day: 360, week: 1440, heavy: true, rest: 30 }],
  [80, { day: 300, week: 1080, heavy: false, rest: 60 }],
  [200, { day: 180, week: 540, heavy: false, rest: 120 }],
]
export const YOUNGEST = 16
export const OF_AGE = 18
const UNKNOWN = 60

/** The limits of an age. */
export const limitsAt = (age: number): Limits => (BANDS.find(([under]) => age < under) ?? BANDS[BANDS.length - 1])[1]

/** What staff changed for one person, until a day, and why. */
export type Eased = Partial<Limits> & { why: string; by: string; until?: string }

/** What counts for somebody on a day: by age, then what staff changed. */
export function limitsOn(born: string | undefined, eased: Eased | undefined, day: string): Limits {
  const base = limitsAt(born ? ageOn(born, day) : UNKNOWN)
  if (!eased || (eased.until !== undefined && eased.until < day)) return base
  const { day: most = base.day, week = base.week, heavy = base.heavy, rest = base.rest } = eased
  return { day: most, week, heavy, rest }
}
