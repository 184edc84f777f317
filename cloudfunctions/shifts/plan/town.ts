/** A shift in tests: made through the door, as a lead would. */
import { addDays } from '@domain/days'
import type { RoleForm } from '@domain/shifts/contract'
import type { ShiftForm } from '@domain/shifts/contract/plan'
import type { Someone, Town } from '../../_kit/testing'
import { dayOf } from '../../_kit/time'

export const COMMUNITY = '210102025015'

export const roleForm = (id: string, need: number, more: Partial<RoleForm> = {}): RoleForm => ({ id, name: `岗位${id}`, need, ...more })

/** Tomorrow 09:00-11:00: a patrol with one role 'a' of two seats. Anything may be told otherwise. */
export const shiftForm = (town: Pick<Town, 'now'>, more: Partial<ShiftForm> = {}): ShiftForm => ({
  ...{ kind: 'patrol', title: '平安守望', place: { name: '社区门口' }, note: '', withdraw: 12 },
  ...{ day: addDays(dayOf(town.now()), 1), from: '09:00', to: '11:00' },
  roles: [roleForm('a', 2)],
  ...more,
})

export interface Wish extends Partial<ShiftForm> {
  community?: string
  /** How many the one role 'a' needs, where no roles are named. */
  need?: number
}
/** Makes a shift as `lead` (somebody of the community, a lead or a kitchen's); answers its id. */
export async function shiftOn(town: Town, lead: Someone, { community = COMMUNITY, need, ...more }: Wish = {}): Promise<string> {
  const roles = need === undefined ? {} : { roles: [roleForm('a', need)] }
  return (await lead.call('shifts.add_shift', { community, form: shiftForm(town, { ...roles, ...more }) })).id
}
