/** The pages around a meal nobody took. */
import { go } from '@/platform'

export const CHECKS = '/meals/pages/checks/index'
export const CHECK = '/meals/pages/check/index'
export const toChecks = (division?: string) => go(CHECKS, { division })
export const toCheck = (check: string) => go(CHECK, { check })
export const toNeighbours = (community: string) => go('/meals/pages/neighbours/index', { community })
export const toLadder = (community: string) => go('/meals/pages/ladder/index', { community })
/** The knock is written down where every knock is. */
export const toKnock = (household: string) => go('/visits/pages/form/index', { household })
