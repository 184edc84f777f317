/** A simple brake on how many requests one address makes. Guessing codes is the store's business (account); this only keeps one address from using the server up. */

/** Says whether an address may go on: `rate` a second, five times that in a burst. 0 lets everything through. */
export function limiter(rate: number, clock: () => number = () => performance.now()): (address: string) => boolean {
  const left = new Map<string, { tokens: number; at: number }>()
  const burst = rate * 5
  return address => {
    if (rate <= 0) return true
    const now = clock()
    const before = left.get(address) ?? { tokens: burst, at: now }
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * rate)
    // many addresses at once: start afresh rather than grow without end
    if (left.size > 50_000) left.clear()
    left.set(address, { tokens: Math.max(0, tokens - 1), at: now })
    return tokens >= 1
  }
}
