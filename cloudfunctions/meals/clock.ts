/** What the clock does for the kitchen, in this order. Each part adds its rows. */
import type { Job } from '../_kit/clock'

export const jobs: Job[] = []
