/** Three ways: a field that still says what it began with takes the new value; one that was changed keeps the person's. */
export function rebased<T extends object>(typed: T, base: T, now: T): T {
  const result = { ...typed }
  for (const field of Object.keys(now) as (keyof T)[]) if (typed[field] === base[field]) result[field] = now[field]
  return result
}
