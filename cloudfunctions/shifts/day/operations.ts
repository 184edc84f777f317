import type { day as declared } from '@domain/shifts/contract/day'
import type { Operations } from '../../_kit/serve'
import { closeRoll, mark, showCode } from './lead'
import { myDay, roll, today } from './lists'
import { checkIn, checkOut, explainAbsence, sayLeft } from './own'
import { walkIn } from './walkin'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  my_day: myDay,
  check_in: checkIn,
  check_out: checkOut,
  say_left: sayLeft,
  explain_absence: explainAbsence,
  show_code: showCode,
  today,
  roll,
  mark,
  walk_in: walkIn,
  close_roll: closeRoll,
}
