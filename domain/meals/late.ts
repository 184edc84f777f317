/** When standing orders become orders: as late as the kitchen can bear, so that what was changed meanwhile still counts. */
import { addDays } from '../days'
import type { Meal } from './contract/base'
import { momentAt, momentsOf, type Opening } from './serving'

const HOUR = 3_600_000

/** The evening before at 18:00; where the cut-off is earlier than that evening, two hours before it (ms). */
export const madeAt = (kitchen: Pick<Opening, 'servings'>, day: string, meal: Meal): number =>
  Math.min(momentAt(addDays(day, -1), '18:00'), momentsOf(kitchen, day, meal).cutoff - 2 * HOUR)
