import type { Operations } from '../_kit/serve'
import { correct } from './correct'
import { coverage } from './coverage'
import { door, pack, today } from './lists'
import { log } from './log'
import { matters, settle } from './matters'
import { timeline } from './timeline'

/** 敲门. */
export const operations: Operations<'visits'> = { today, pack, door, log, correct, timeline, matters, settle, coverage }
