/** What the clock does for the kitchen, in this order. Each part adds its rows. */
import type { Job } from '../_kit/clock'
import { jobs as checks } from './checks/clock'

export const jobs: Job[] = [...checks]
