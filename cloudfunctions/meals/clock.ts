/** What the clock does for the kitchen, in this order. Each part adds its rows. */
import type { Job } from '../_kit/clock'
import { jobs as checks } from './checks/clock'
import { refunds } from './money/online'
import { jobs as numbers } from './numbers/roll'
import { jobs as standing } from './orders/tend'
import { job as rounds } from './rounds/job'
import { job as samples } from './safety/clock'
import { putAway } from './table/notes'

export const jobs: Job[] = [...standing, rounds, ...checks, putAway, samples, ...numbers, refunds]
