import type { safety as declared } from '@domain/meals/contract/safety'
import type { Operations } from '../../_kit/serve'
import { log_safety } from './log'
import { safety, safety_file } from './read'

/** The food safety log. */
export const safetyLog: Pick<Operations<'meals'>, keyof typeof declared> = { safety, log_safety, safety_file }
