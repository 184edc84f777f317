/** The inbox: what the system tells a person, written by reactions, read on the phone. */
import * as v from 'valibot'
import { operation } from '../contract'
import { After, Id, Moment, pageOf } from '../schema'

export const Notice = v.strictObject({
  id: Id,
  at: Moment,
  title: v.string(),
  body: v.string(),
  /** Where a tap leads inside the app ('/visits/pages/household/index?id=...'), when there is somewhere to go. */
  to: v.optional(v.string()),
  urgent: v.boolean(),
  readAt: v.optional(Moment),
})
export type Notice = v.InferOutput<typeof Notice>

export const notices = {
  list: operation({
    about: 'My notices, newest first.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ after: After }),
    output: pageOf(Notice),
  }),
  read: operation({
    about: 'Marks notices up to and including this one as read; all of them when absent.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ notice: v.optional(Id) }),
    output: v.strictObject({ unread: v.number() }),
  }),
}
