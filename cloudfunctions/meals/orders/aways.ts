/** Days on which somebody needs no meal. */
import type { Away } from '@domain/meals/contract/orders'
import type { Store } from '../../_kit/store/port'
import type { AwayDoc } from '../docs'

/** Every pause of an eater, the latest first; those long past too. */
export async function awaysOf(system: Pick<Store, 'find'>, eater: string): Promise<AwayDoc[]> {
  return (await system.find<AwayDoc>('aways', { where: { eater }, order: ['-from'], limit: 200 })).items
}

export const coversDay = ({ from, until }: Pick<AwayDoc, 'from' | 'until'>, day: string) => from <= day && day <= (until ?? '9999')

export const shownAway = ({ _id: id, from, until, why, words, by }: AwayDoc): Away => ({
  ...{ id, from, why: why as Away['why'], words, by },
  ...(until ? { until } : {}),
})
