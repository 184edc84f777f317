/** How many minutes count: what somebody was there of what the shift was, as the clock on the wall shows it. */
const MINUTE = 60_000
const toMinute = (at: number) => Math.floor(at / MINUTE)

/** Whole minutes of a shift: what counts is never above. */
export const lengthOf = ({ from, to }: { from: number; to: number }) => Math.max(0, toMinute(to) - toMinute(from))

/**
 * The minutes of [came, went] inside [from, to] (ms). Seconds are dropped on both ends before, so that "09:00 to 12:00" on a screen is three hours
 * and nobody has to explain a missing minute.
 */
export function countedMinutes(marks: { came: number; went: number }, shift: { from: number; to: number }): number {
  const [begins, ends] = [Math.max(toMinute(marks.came), toMinute(shift.from)), Math.min(toMinute(marks.went), toMinute(shift.to))]
  return Math.max(0, ends - begins)
}
