/**
 * The order of today's list. Doors are put into five bands of urgency and walked in order within a band: a finer score would send
 * a worker up the same stairs several times for a difference nobody feels.
 */

export interface Placed {
  household: string
  /** Sort key of the address: building, unit, floor, room. */
  walk: string
  urgent: boolean
  /** A life may hang on it: before everything else, also before what is urgent. */
  asked?: boolean
  /** What the tags weigh, 0-100. */
  weight: number
  /** Days over the due day. */
  over: number
  /** The interval in days. */
  every: number
}

/**
 * 0 go at once; then by pressure = weight + lateness, where lateness is 100 when a whole interval has been missed (at most 100):
 * 1 from 100 on, 2 from 50 on, 3 from 1 on, 4 none. Two days late on a 7-day door weigh as much as 51 on a 180-day one.
 */
export function band(door: Pick<Placed, 'urgent' | 'weight' | 'over' | 'every'>): number {
  if (door.urgent) return 0
  const lateness = Math.min(100, Math.max(0, Math.round((100 * door.over) / door.every)))
  const pressure = Math.min(100, door.weight) + lateness
  if (pressure >= 100) return 1
  if (pressure >= 50) return 2
  return pressure > 0 ? 3 : 4
}

/** The sortable place of a door in the list, also its page cursor. */
export const placeOf = (door: Placed) => `${door.asked ? '!' : ''}${band(door)}|${door.walk}|${door.household}`

/** Most urgent first, then as one walks. */
export const ordered = <D extends Placed>(doors: D[]): D[] =>
  doors
    .map(door => ({ door, place: placeOf(door) }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ door }) => door)
