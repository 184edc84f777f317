/** The pages of carrying and of the counter. */
import { go } from '@/platform'

export const ROUND_PAGE = '/meals/pages/round/index'
export const ROUNDS_PAGE = '/meals/pages/rounds/index'
export const ROUTES_PAGE = '/meals/pages/routes/index'
export const SERVE_PAGE = '/meals/pages/serve/index'

export const toRound = (round?: string) => go(ROUND_PAGE, { round })
export const toRounds = (kitchen?: string) => go(ROUNDS_PAGE, { kitchen })
export const toRoutes = (kitchen?: string) => go(ROUTES_PAGE, { kitchen })
export const toServe = (kitchen?: string) => go(SERVE_PAGE, { kitchen })
