/**
 * Long work that somebody waits for need not wait for the clock's minute: who runs a clock in this process listens, who made the work wakes it.
 * Where nobody listens (a cloud function), the timer comes anyway.
 */
const listeners = new Set<() => void>()

/** Listens until the returned function is called. */
export function onWake(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Asks the clocks of this process to tick soon, after what is going on now has been answered. */
export const wake = () => {
  for (const listener of listeners) setImmediate(listener)
}
