import type { Job } from '../../_kit/clock'

export const jobs: Job[] = []
