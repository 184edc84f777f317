/** The inbox: what the system tells a person, written by reactions, read on the phone. */
import * as v from 'valibot'
import { operation } from '../contract'
import { After, Id, Moment, pageOf } from '../schema'
import { MUTABLE, TOPICS } from './topics'

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

/** The id of one of WeChat's message templates. */
const TemplateId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{6,64}$/, '模板编号不对'))
/** What WeChat's own question was answered with, for one template. */
const Granted = v.strictObject({ template: TemplateId, answer: v.picklist(['accept', 'reject', 'ban', 'filter']) })
const Wants = v.strictObject({ mute: v.array(v.picklist(MUTABLE)), sms: v.boolean() })

export const Channels = v.strictObject({
  /** Absent where WeChat's messages are not set up. `bound`: this account is known to WeChat. `left`: messages that may still be sent, by template. */
  wechat: v.optional(
    v.strictObject({
      bound: v.boolean(),
      templates: v.array(v.strictObject({ template: TemplateId, topics: v.array(v.picklist(TOPICS)), left: v.number() })),
    }),
  ),
  /** Absent where text messages are not set up. */
  sms: v.optional(v.strictObject({ on: v.boolean(), phone: v.string() })),
  mute: v.array(v.picklist(MUTABLE)),
})
export type Channels = v.InferOutput<typeof Channels>

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
  channels: operation({
    about:
      'By which ways I can be told, how many WeChat messages are left by template (each accept is one message), and what I do not want.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: Channels,
  }),
  granted: operation({
    about:
      'What wx.requestSubscribeMessage was answered with, at most five templates a call: each accept is one message more. Unknown templates count for nothing. `login`: a code of wx.login, from a phone that is not `bound` yet; it says whose phone it is where no platform does.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({
      login: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{4,128}$/))),
      answers: v.pipe(v.array(Granted), v.minLength(1), v.maxLength(5)),
    }),
    output: v.strictObject({ left: v.array(v.strictObject({ template: TemplateId, left: v.number() })) }),
  }),
  want: operation({
    about: 'What I do not want to hear, and whether I want text messages when WeChat does not reach me.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: Wants,
    output: Wants,
  }),
}
