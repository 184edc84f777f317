/** The operations about meals nobody took. */
import type { Operations } from '../../_kit/serve'
import { close_check, step_check } from './act'
import { call_for_check } from './call'
import { explain } from './explain'
import { check, checks, my_checks } from './list'
import { checks_numbers } from './numbers'
import { settings } from './settings'

type Checks =
  | 'checks'
  | 'check'
  | 'my_checks'
  | 'step_check'
  | 'close_check'
  | 'explain'
  | 'call_for_check'
  | 'ladder'
  | 'set_ladder'
  | 'neighbours'
  | 'save_neighbour'
  | 'end_neighbour'
  | 'checks_numbers'
export const operations: Pick<Operations<'meals'>, Checks> = {
  ...{ checks, check, my_checks, step_check, close_check, explain, call_for_check, checks_numbers },
  ...settings,
}
