/** Going together: a couple, two friends. Both have to say yes once; then either may sign both up. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Done, Phone } from '../../schema'
import { Id } from './base'

const signed = { scope: 'signed', roles: [] } as const

export const pairs = {
  companions: operation({
    about: 'With whom the caller goes together, and who has asked them.',
    kind: 'read',
    ...signed,
    input: v.strictObject({}),
    output: v.strictObject({
      items: v.array(v.strictObject({ account: Id, name: v.string(), state: v.picklist(['together', 'asks_me', 'asked']) })),
    }),
  }),
  ask_companion: operation({
    about:
      'Asks a volunteer, by their phone, to go together. The answer is the same whether the number is known or not. Refuses shifts.too_many (more than 10 a day).',
    kind: 'write',
    ...signed,
    input: v.strictObject({ phone: Phone }),
    output: Done,
  }),
  answer_companion: operation({
    about: 'Says yes to somebody who asked, or ends going together (either may, at any time). What is not there is answered the same.',
    kind: 'write',
    ...signed,
    input: v.strictObject({ account: Id, yes: v.boolean() }),
    output: Done,
  }),
}
