/** What this part holds at one place of the test world, and one good input an operation. */
import type { Place, Samples, ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'

export async function settle(_town: Town, _place: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  return {}
}
export const nowhere: ShiftsPlace = {}
export const samples = {} satisfies Partial<Samples<'shifts'>>
