import type { Job } from '../../_kit/clock'
import { jobs as milestones } from './milestones'
import { jobs as counting } from './roll'

export const jobs: Job[] = [...counting, ...milestones]
