/** What the community, leads and kitchens do about volunteers. What lies outside their place is as if absent (shifts.not_there). */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Done, Id } from '../../schema'
import { Why } from './own'

export const office = {
  approve: operation({
    about:
      "The community says yes: the volunteer may take shifts from now on and gets the role. Twice is once. Refuses: shifts.not_there, shifts.not_waiting, shifts.guardian_missing (under 18 without a confirmed guardian's paper).",
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ account: Id }),
    output: Done,
  }),
  decline: operation({
    about: 'The community says no, with a reason the person is told. They may ask anew. Refuses: shifts.not_there, shifts.not_waiting.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ account: Id, why: Why }),
    output: Done,
  }),
}
