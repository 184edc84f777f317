import type { plan as declared } from '@domain/shifts/contract/plan'
import type { Operations } from '../../_kit/serve'
import { addShift } from './add'
import { listShifts, readShift } from './read'

export const operations: Pick<Operations<'shifts'>, keyof typeof declared> = {
  add_shift: addShift,
  shift: readShift,
  list: listShifts,
}
