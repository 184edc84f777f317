/** Chance that falls the same way every time: the demo community is the same on every machine. */
export interface Chance {
  /** 0 (inclusive) to 1. */
  next(): number
  /** A whole number from `from` to `to`, both inclusive. */
  whole(from: number, to: number): number
  one<T>(of: readonly T[]): T
  /** True in this share of cases. */
  hit(share: number): boolean
}

/** mulberry32: 32 bits of state, good enough to shuffle names. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, whole, one: of => of[whole(0, of.length - 1)], hit: share => next() < share }
}
