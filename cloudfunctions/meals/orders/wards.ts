/** For whom somebody may order as a private person. */
import type { Operations } from '../../_kit/serve'
import { wardsOf } from '../../_kit/wards'
import { eaterOn } from '../eaters'

export const wards: Pick<Operations<'meals'>, 'wards'> = {
  async wards({ system, person, today }) {
    const mine = person ? await wardsOf(system, person) : []
    const found = await Promise.all(
      mine.map(async ({ resident, relation }) => {
        const eater = await eaterOn(system, resident, today)
        return eater ? [{ eater: resident, call: eater.call, self: !relation, ...(relation ? { relation } : {}) }] : []
      }),
    )
    return found.flat()
  },
}
