/** How many cakes a party needs: the largest as long as they are eaten up, then the smallest that is enough. */
import type { CakeSize, Cakes, PartyAnswer, PartyRules } from './contract/table'

/** What a community starts with: an 8-inch cake is cut for eight, and so on (the bakeries' own table). */
export const RULES: PartyRules = {
  age: 60,
  cakes: [
    { name: '8 寸', heads: 8 },
    { name: '10 寸', heads: 14 },
    { name: '14 寸', heads: 25 },
  ],
}

export function cakesFor(heads: number, sizes: readonly CakeSize[]): Cakes {
  const small = [...sizes].sort((a, b) => a.heads - b.heads)
  const largest = small[small.length - 1]
  if (heads <= 0 || !largest) return []
  const whole = Math.floor(heads / largest.heads)
  const rest = heads - whole * largest.heads
  const last = rest > 0 ? small.find(one => one.heads >= rest) : undefined
  const counts = new Map([[largest.name, whole]])
  if (last) counts.set(last.name, (counts.get(last.name) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 0).map(([name, count]) => ({ name, count }))
}

/** '14 寸 1 个，8 寸 1 个' */
export const cakesSaid = (cakes: Cakes) => cakes.map(({ name, count }) => `${name} ${count} 个`).join('，') || '不用蛋糕'

interface Invited {
  answer: PartyAnswer
  companions: number
}
/** How many sit down for certain, and how many if everybody who has not answered comes too. */
export function headsOf(guests: readonly Invited[], helpers: number): { heads: number; most: number } {
  const coming = guests.filter(one => one.answer === 'coming' || one.answer === 'fetch')
  const open = guests.filter(one => one.answer === 'asked').length
  const heads = coming.reduce((sum, one) => sum + 1 + one.companions, 0)
  // helpers alone have no party
  return { heads: heads > 0 ? heads + helpers : 0, most: heads + open > 0 ? heads + open + helpers : 0 }
}
