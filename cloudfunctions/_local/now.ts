/** The time of a server. In demo mode it can be moved, so that a demonstration need not wait for tomorrow. */
import { Unusable } from '../_kit/store/port'
import { momentOf } from '../_kit/time'

export interface Time {
  now(): number
  /** Goes on from another moment; demo mode only. */
  move(to: number): void
}

/** `start` (LIANGLIN_NOW, '2026-11-25T10:00') is where the clock begins; without it, it is the machine's. */
export function timeFrom(start: string | undefined, demo: boolean): Time {
  let ahead = 0
  const move = (to: number) => {
    ahead = to - Date.now()
  }
  if (start && !demo) throw new Unusable('LIANGLIN_NOW 只能在演示模式下用来改时间，正式使用时请去掉它。')
  if (start) move(read(start))
  return { now: () => Date.now() + ahead, move }
}

function read(start: string): number {
  try {
    return momentOf(start)
  } catch {
    throw new Unusable(`LIANGLIN_NOW 要写成 2026-11-25T10:00 这样，不能是 ${start}。`)
  }
}
