/** The kitchen's money: a meal account for 王大爷, and a till that was counted every evening. */
import type { Loading } from '../loading'
import type { DemoKitchen } from './index'
import type { Crew } from './service'

interface Counting {
  at: Loading
  crew: Crew
  kitchen: DemoKitchen
}

/** He pays in cash as a rule; his daughter had 100 元 put on his account. */
export const accountOf = async ({ at, crew, kitchen }: Counting, eater: string) =>
  (await at.as(crew.cook))('meals.top_up', { kitchen: kitchen.id, eater, fen: 10_000, how: 'cash', receipt: 'A1000' })

/** Counted and handed in; one evening five yuan were missing. */
export async function counted({ at, crew, kitchen: { id: kitchen } }: Counting, ago: number) {
  const cook = await at.as(crew.cook)
  const { expected } = await cook('meals.till', { kitchen })
  const short = ago === 3 && expected > 500 ? { counted: expected - 500, why: '找错了 5 元' } : { counted: expected }
  await cook('meals.close_till', { kitchen, expected, ...short })
}
