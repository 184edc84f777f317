import { addDays } from '@domain/days'
import { AHEAD } from '@domain/shifts/rhythm'
import type { Job } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { SeriesDoc } from './docs'
import { keepUp } from './keep'

/** More than a clock's tick should do; the rest has its turn a quarter of an hour later, as only what was not made is found. */
const CHUNK = 200

/** Shifts of every series four weeks ahead: once a day there is something to make. */
const ahead: Job = {
  name: 'shifts.ahead',
  every: 15 * 60_000,
  async run(kit) {
    const where = { made: { lt: addDays(kit.today, AHEAD) } }
    const { items } = await kit.store.find<SeriesDoc>('shift_series', { where, order: ['made'], limit: CHUNK })
    const write: Parameters<typeof keepUp>[0]['write'] = work => kit.store.transaction(tx => work(telling(tx, kit.reactions, kit)))
    // one that fails is tried again the next time and stands in nobody's way
    for (const one of items)
      await keepUp({ ...kit, write }, one._id).catch(error => kit.log.error({ series: one._id, error: String(error) }, 'a series failed'))
    return 0
  },
}

export const jobs: Job[] = [ahead]
