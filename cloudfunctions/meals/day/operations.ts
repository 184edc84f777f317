import type { day as declared } from '@domain/meals/contract/day'
import type { Operations } from '../../_kit/serve'
import { papers, print } from './papers'
import { prep } from './prep'
import { find_route, settle_clash } from './settle'
import { kitchen_day } from './today'

/** The kitchen's day: what is cooked, what stands in the way, what is printed. */
export const kitchenDay: Pick<Operations<'meals'>, keyof typeof declared> = { kitchen_day, prep, settle_clash, find_route, papers, print }
