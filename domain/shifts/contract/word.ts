/** Getting the word out: shortage calls, and the calendar on somebody's own phone. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Id, Moment, RoleId } from './base'

const HELPERS = ['volunteer', 'lead', 'kitchen'] as const
const LEADS = ['lead', 'kitchen', 'community'] as const

const Shortage = v.strictObject({ shift: Id, role: RoleId })
/** Somebody who fits and may be asked. `free`: it lies in the times they said they are free. */
const Asked = v.strictObject({ account: Id, name: v.string(), free: v.boolean() })
/** One shortage call. waiting: it goes out when the quiet hours end; dropped: by then nobody was needed any more. */
export const HelpCall = v.strictObject({
  id: Id,
  role: RoleId,
  roleName: v.string(),
  at: Moment,
  by: v.string(),
  state: v.picklist(['waiting', 'sent', 'dropped']),
  goes: Moment,
  /** Who was asked, and who of them took a seat since. */
  asked: v.array(v.strictObject({ account: Id, name: v.string(), came: v.boolean() })),
  came: v.number(),
})
export type HelpCall = v.InferOutput<typeof HelpCall>

/** How a subscribed calendar stands. `seen`: when a calendar last fetched it. */
const Feed = v.strictObject({ since: v.optional(Moment), seen: v.optional(Moment) })

export const word = {
  help_look: operation({
    about:
      'Whom a shortage call for a role would go to, before it is sent: those who fit now, free times first, least recently asked first, not muted, not asked within three days; at most three for each free seat. `why`: why none can be sent. Refuses shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: Shortage,
    output: v.strictObject({
      /** Free seats of the role. */
      holes: v.number(),
      ask: v.array(Asked),
      /** When it goes out: now, or at the end of the quiet hours. */
      goes: Moment,
      /** Calls that are still allowed for this shift. */
      left: v.number(),
      why: v.optional(v.strictObject({ code: v.string(), words: v.string() })),
    }),
  }),
  call_for_help: operation({
    about:
      'Sends a shortage call. `most`: ask at most so many. Refuses shifts.not_there, shifts.cancelled, shifts.over (begun), shifts.no_hole (no free seat), shifts.queue (somebody waits for it), shifts.asked_twice (two calls a shift), shifts.nobody_fits.',
    kind: 'write',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ ...Shortage.entries, most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600))) }),
    output: v.strictObject({ id: Id, asked: v.number(), goes: Moment }),
  }),
  help_calls: operation({
    about: 'The shortage calls of a shift, who was asked, and who of them came to it. Refuses shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: LEADS,
    input: v.strictObject({ shift: Id }),
    output: v.strictObject({ items: v.array(HelpCall) }),
  }),
  ics: operation({
    about: 'One shift as an .ics file: text/calendar, times in UTC. Refuses shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: HELPERS,
    input: v.strictObject({ shift: Id }),
    output: v.strictObject({ name: v.string(), text: v.string() }),
  }),
  feed: operation({
    about: 'Whether my shifts are published as a calendar, since when, and when it was last fetched.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: Feed,
  }),
  make_feed: operation({
    about:
      'Makes a secret address under which a calendar fetches my shifts, without signing in; an earlier address ends. It is answered once: only its hash is kept.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.strictObject({ path: v.string(), since: Moment }),
  }),
  end_feed: operation({
    about: 'The address of my calendar leads nowhere from now on. Nothing to end is no failure.',
    kind: 'write',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: Feed,
  }),
  calendar: operation({
    about:
      'What a calendar fetches with the secret of a feed, without a session: my shifts of the last 30 and the next 180 days as text/calendar. No names of others, no phones. Answered as GET /calendar/<secret>.ics. Refuses shifts.not_there (wrong or ended), shifts.too_many (more than 60 an hour).',
    kind: 'read',
    scope: 'public',
    roles: [],
    input: v.strictObject({ secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,96}$/)) }),
    output: v.strictObject({ text: v.string() }),
  }),
}
