/** Hours in tests: written down as counting and confirming leave them. */
import type { Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { book } from './book'
import type { HourDoc, TallyDoc } from './docs'

export const COMMUNITY = '210102025015'

type Wish = { root: string; account: string; minutes: number; day: string } & Partial<HourDoc>
/** One thing somebody did, in the ledger since the evening of its day; automatic unless told otherwise. Answers the entry's id. */
export async function served(town: Pick<Town, 'store'>, { root, account, minutes, day, ...more }: Wish): Promise<string> {
  const entry: HourDoc = {
    ...{ _id: `${root}|1`, root, account, minutes, day, name: '张桂兰', community: COMMUNITY, source: 'auto', what: 'counted' },
    ...{ title: '午饭送餐', kind: 'kitchen', at: momentOf(`${day}T20:00`), by: '' },
    ...more,
  }
  const heaps = { auto: 0, added: 0, [entry.source]: minutes }
  await town.store.transaction(async tx => {
    await tx.insert<TallyDoc>('hours_tallies', { _id: root, community: entry.community, ...heaps, seq: 1, came: true, fixed: false })
    await book(tx, entry, { came: 1 })
  })
  return entry._id
}
