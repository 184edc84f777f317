/** What the clock does for the kitchen, in this order. Each part adds its rows. */
import type { Job } from '../_kit/clock'
import { jobs as checks } from './checks/clock'
import { job as rounds } from './rounds/job'
import { job as samples } from './safety/clock'
import { putAway } from './table/notes'

export const jobs: Job[] = [rounds, ...checks, putAway, samples]
