/** Which kitchens a page of carrying, or of the counter, is about: the person's own ones that do it. */
import type { Kitchen } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { useQuery } from '@/platform'
import { type Cooking, isPoint, useKitchen } from '../kitchens/use'

/** Those that bring meals to doors. */
export const useDelivering = (): Cooking => useOwn(one => !isPoint(one) && one.ways.includes('delivery'))
/** Those with a counter; points of a central kitchen are counters too. */
export const useCounters = (): Cooking => useOwn(one => one.ways.some(way => way !== 'delivery'))

function useOwn(does: (kitchen: Kitchen) => boolean): Cooking {
  const cooking = useKitchen()
  const asked = useQuery().kitchen
  const { all, kitchen, division = '' } = cooking
  const here = ({ community }: Kitchen) => community.startsWith(division) || division.startsWith(community)
  const rank = (one: Kitchen) => (isPoint(one) ? all.length : cooking.cooks.findIndex(({ id }) => id === one.id))
  const cooks = all.filter(one => !one.ended && here(one) && does(one)).sort((a, b) => rank(a) - rank(b))
  const [picked, setPicked] = useState(asked)
  // while nobody knows which was chosen last, none is
  const chosen = kitchen && (cooks.find(one => one.id === picked) ?? cooks.find(one => one.id === kitchen.id) ?? cooks[0])
  const choose = (id: string) => {
    setPicked(id)
    cooking.choose(id)
  }
  return { ...cooking, cooks, kitchen: chosen, choose }
}
