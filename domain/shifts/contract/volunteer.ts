/** What is said of a volunteer: forms that go in, and how somebody is shown. Phones and whom to call in need are masked everywhere. */
import * as v from 'valibot'
import { Community, Day, FileId, Id, Moment, Phone, someWords, words } from '../../schema'
import { PAPER_STATES } from '../papers'
import { SLOTS, VOLUNTEER_STATES } from '../standing'
import { Minutes, PaperKind, SKILLS, Skill } from './base'

export const VolunteerState = v.picklist(VOLUNTEER_STATES)
export type { VolunteerState as VolunteerStates } from '../standing'

/** When somebody usually has time: '1m' Monday morning, '6a' Saturday afternoon, '0e' Sunday evening. */
export const Times = v.pipe(v.array(v.picklist(SLOTS)), v.maxLength(SLOTS.length))
export const Skills = v.pipe(v.array(Skill), v.maxLength(SKILLS.length))
/** Whom to call when something happens to a volunteer. Kept sealed. */
export const Emergency = v.strictObject({ name: someWords(20), phone: Phone, relation: someWords(10) })
export type Emergency = v.InferOutput<typeof Emergency>
/** The id in the city's platform (好志愿). */
export const CityId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{4,32}$/, '志愿者编号是字母和数字'))

/** What registering asks, in a minute. `born` may be left out when the account is tied to a resident record that has a birthday. */
export const VolunteerForm = {
  name: someWords(20),
  skills: Skills,
  times: Times,
  born: v.optional(Day),
  emergency: v.optional(Emergency),
  cityId: v.optional(CityId),
}
/** A paper as somebody shows it. `name` says what it is when it is none of the known ones; `photo` was put up through files.show_paper. */
export const PaperForm = v.strictObject({
  kind: PaperKind,
  name: v.optional(words(20)),
  number: v.optional(words(40)),
  from: v.optional(Day),
  until: v.optional(Day),
  photo: v.optional(FileId),
})
export type PaperForm = v.InferOutput<typeof PaperForm>

/** A paper and how it stands today. `says`: '还有 12 天到期（12月3日）'; `number` masked; `why` of one that was refused. */
export const PaperShown = v.strictObject({
  id: Id,
  kind: PaperKind,
  name: v.string(),
  number: v.optional(v.string()),
  from: v.optional(Day),
  until: v.optional(Day),
  photo: v.optional(FileId),
  shown: Moment,
  state: v.picklist(PAPER_STATES),
  says: v.string(),
  why: v.optional(v.string()),
})
export type PaperShown = v.InferOutput<typeof PaperShown>

const TeamName = v.strictObject({ id: Id, name: v.string() })
const Pause = v.strictObject({ from: Day, until: v.optional(Day), why: v.optional(v.string()) })

/** A line of the list. `unchecked`: papers that wait to be looked at; `free`: has time now and no shift. */
export const VolunteerCard = v.strictObject({
  account: Id,
  community: Community,
  name: v.string(),
  phone: v.string(),
  state: VolunteerState,
  age: v.optional(v.number()),
  skills: Skills,
  times: Times,
  labels: v.array(v.string()),
  teams: v.array(TeamName),
  lastOn: Day,
  came: v.number(),
  minutes: v.number(),
  pause: v.optional(Pause),
  expires: v.optional(Day),
  unchecked: v.number(),
  free: v.boolean(),
})
export type VolunteerCard = v.InferOutput<typeof VolunteerCard>

/** How much somebody may take on: minutes a day and a week, heavy roles, minutes of rest between two shifts. */
export const LimitsShown = v.strictObject({ day: Minutes, week: Minutes, heavy: v.boolean(), rest: Minutes })
/** What staff change of it. */
export const Easing = v.strictObject({
  day: v.optional(v.pipe(Minutes, v.maxValue(720, '一天最多 12 小时'))),
  week: v.optional(v.pipe(Minutes, v.maxValue(3600, '一周最多 60 小时'))),
  heavy: v.optional(v.boolean()),
  rest: v.optional(v.pipe(Minutes, v.maxValue(720))),
})
export type Easing = v.InferOutput<typeof Easing>

/** A shift somebody has, waits for or holds. `state` in words of the sign-up. */
export const Taken = v.strictObject({
  shift: Id,
  title: v.string(),
  day: Day,
  from: Moment,
  to: Moment,
  waiting: v.boolean(),
})
export type Taken = v.InferOutput<typeof Taken>

/** Everything about one volunteer. `born` and `emergency` masked for all but themselves and the community. */
export const Profile = v.strictObject({
  ...VolunteerCard.entries,
  communityName: v.string(),
  born: v.optional(Day),
  since: v.optional(Day),
  cityId: v.optional(v.string()),
  papers: v.array(PaperShown),
  emergency: v.optional(v.strictObject({ name: v.string(), phone: v.string(), relation: v.string() })),
  limits: LimitsShown,
  /** By age alone. */
  base: LimitsShown,
  eased: v.optional(v.strictObject({ why: v.string(), by: v.string(), until: v.optional(Day) })),
  /** Minutes taken on from this Monday to Sunday. */
  week: Minutes,
  upcoming: v.array(Taken),
  asks: v.array(TeamName),
  missed: v.array(Day),
  history: v.array(v.strictObject({ at: Moment, by: v.string(), what: v.string(), why: v.optional(v.string()) })),
  version: v.number(),
})
export type Profile = v.InferOutput<typeof Profile>
