import type { Job } from '../../_kit/clock'
import { turnDays } from './watch'

/** 'turn_days': closes forgotten check-outs, settles what nobody said. */
export const jobs: Job[] = [{ name: 'turn_days', every: 60_000, run: turnDays }]
