/** The lunar calendar. The library is large (300 kB): it is loaded when somebody keeps a lunar birthday, never with the door. */
import type { Almanac } from '@domain/meals/birthday'

let loaded: Promise<Almanac> | undefined
export function almanac(): Promise<Almanac> {
  loaded ??= import('tyme4ts').then(({ LunarMonth, LunarDay, LunarYear }) => ({
    days(year, month, leap) {
      if (leap && LunarYear.fromYear(year).getLeapMonth() !== month) return 0
      return LunarMonth.fromYm(year, leap ? -month : month).getDayCount()
    },
    solar: (year, month, day, leap) =>
      LunarDay.fromYmd(year, leap ? -month : month, day)
        .getSolarDay()
        .toString()
        .replace(/^(\d+)年(\d+)月(\d+)日$/, (_, y, m, d) => `${y.padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`),
  }))
  return loaded
}
/** For who keeps solar birthdays only nothing is loaded. */
export const noAlmanac: Almanac = {
  days() {
    throw new Error('the almanac was not loaded')
  },
  solar() {
    throw new Error('the almanac was not loaded')
  },
}
