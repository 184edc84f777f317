/** Teams and organisations: who leads them, who belongs to them, what they have before them. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Day, Done, Id, Moment, someWords, words } from '../../schema'
import { Why } from './own'

const HELPERS = ['volunteer', 'lead', 'kitchen'] as const
const READ = [...HELPERS, 'community', 'street', 'district', 'city'] as const

/** What a team is. `organisation`: a registered one, not a group of neighbours. */
export const TeamForm = v.strictObject({ name: someWords(20), about: words(100), organisation: v.boolean() })
export type TeamForm = v.InferOutput<typeof TeamForm>
const Named = v.strictObject({ account: Id, name: v.string() })
/** in 队里的, asked 等队长点头, out 不在队里. */
export const Belonging = v.picklist(['in', 'asked', 'out'])

/** A team in a list. `asks`: how many wait for the lead's yes (0 for those who cannot give it); `mine`: how the caller stands to it. */
export const TeamCard = v.strictObject({
  id: Id,
  community: Community,
  ...TeamForm.entries,
  leads: v.array(Named),
  members: v.number(),
  asks: v.number(),
  mine: Belonging,
  ended: v.optional(Day),
  version: v.number(),
})
export type TeamCard = v.InferOutput<typeof TeamCard>

/** A shift of a team's calendar. */
export const TeamShift = v.strictObject({
  id: Id,
  title: v.string(),
  place: v.string(),
  day: Day,
  from: Moment,
  to: Moment,
  need: v.number(),
  taken: v.number(),
  waiting: v.number(),
  cancelled: v.boolean(),
})
export type TeamShift = v.InferOutput<typeof TeamShift>

const at = { scope: 'division' } as const
const office = { ...at, roles: ['community'] } as const
const About = { team: Id }

export const teamOperations = {
  teams: operation({
    ...at,
    roles: READ,
    about: 'The teams of a community, those that have ended last.',
    kind: 'read',
    input: v.strictObject({ community: Community }),
    output: v.array(TeamCard),
  }),
  team: operation({
    ...at,
    roles: READ,
    about: 'A team with its members; its leads and the community also see who asks to join, and masked phones. Refuses: shifts.not_there.',
    kind: 'read',
    input: v.strictObject(About),
    output: v.strictObject({
      ...TeamCard.entries,
      /** The caller may say who belongs to it. */
      leading: v.boolean(),
      list: v.array(v.strictObject({ ...Named.entries, lead: v.boolean(), phone: v.optional(v.string()), lastOn: Day })),
      asking: v.array(Named),
    }),
  }),
  add_team: operation({
    ...office,
    about: 'A new team. Refuses: shifts.no_community, shifts.team_exists (of that name).',
    kind: 'write',
    input: v.strictObject({ community: Community, form: TeamForm }),
    output: Done,
  }),
  edit_team: operation({
    ...office,
    about: 'Changes what a team is. Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.team_exists.',
    kind: 'write',
    input: v.strictObject({ ...About, version: v.number(), form: TeamForm }),
    output: Done,
  }),
  end_team: operation({
    ...office,
    about:
      'A team is no more; its history stays. Twice is once. Refuses: shifts.not_there, shifts.team_has_shifts (says how many are to come).',
    kind: 'write',
    input: v.strictObject(About),
    output: Done,
  }),
  set_leads: operation({
    ...office,
    about:
      "Says who leads a team: they become members and get the lead's role; whoever leads no team any more loses it. Refuses: shifts.not_there, shifts.team_ended, shifts.not_on_list (names whom).",
    kind: 'write',
    input: v.strictObject({ ...About, leads: v.pipe(v.array(Id), v.maxLength(6, '队长最多 6 位')) }),
    output: Done,
  }),
  join_team: operation({
    ...at,
    roles: HELPERS,
    about:
      'The caller asks to join; the leads are told. Who belongs to it already stays. Refuses: shifts.not_there, shifts.not_registered, shifts.team_ended.',
    kind: 'write',
    input: v.strictObject(About),
    output: v.strictObject({ id: Id, mine: Belonging }),
  }),
  leave_team: operation({
    ...at,
    roles: HELPERS,
    about: 'The caller leaves, or takes back their asking. Refuses: shifts.not_there, shifts.leads_it (a lead first hands that on).',
    kind: 'write',
    input: v.strictObject(About),
    output: Done,
  }),
  set_member: operation({
    ...at,
    roles: ['lead', 'community'],
    about:
      'A lead of the team or the community takes somebody in, says no to who asked, or lets somebody go; the person is told. Refuses: shifts.not_there, shifts.team_ended, shifts.not_on_list, shifts.leads_it.',
    kind: 'write',
    input: v.strictObject({ ...About, account: Id, member: v.boolean(), why: v.optional(Why) }),
    output: Done,
  }),
  team_calendar: operation({
    ...at,
    roles: READ,
    about: "A team's shifts between two days, at most 62. Refuses: shifts.not_there, shifts.range_wrong.",
    kind: 'read',
    input: v.strictObject({ ...About, from: Day, until: Day }),
    output: v.array(TeamShift),
  }),
}
