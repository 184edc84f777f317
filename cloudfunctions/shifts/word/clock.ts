import type { Job } from '../../_kit/clock'
import { sendHeld } from './help'
import { forget, remindEve, remindSoon } from './remind'

const MINUTE = 60_000
export const jobs: Job[] = [
  { name: 'remind_eve', every: 5 * MINUTE, run: remindEve },
  { name: 'remind_soon', every: 5 * MINUTE, run: remindSoon },
  { name: 'send_held_calls', every: MINUTE, run: sendHeld },
  { name: 'forget_reminders', every: 60 * MINUTE, run: forget },
]
