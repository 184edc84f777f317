/** What the community, leads and kitchens do about volunteers. Whoever lies outside their place is as if absent (shifts.not_there). */
import * as v from 'valibot'
import { operation } from '../../contract'
import { After, Community, Day, Done, Id, Phone, pageOf, someWords, words } from '../../schema'
import { Skill } from './base'
import { Why } from './own'
import {
  CityId,
  Easing,
  Emergency,
  PaperForm,
  PaperShown,
  Profile,
  Skills,
  Taken,
  Times,
  VolunteerCard,
  VolunteerForm,
  VolunteerState,
} from './volunteer'

const DESK = ['lead', 'kitchen', 'community'] as const
const READ = [...DESK, 'street', 'district', 'city'] as const
const community = { scope: 'division', roles: ['community'] } as const
const desk = { scope: 'division', roles: DESK } as const
const About = { account: Id }

export const office = {
  volunteers: operation({
    about:
      'The volunteers of a community by name, phones masked. `words`: part of a name, pinyin or initials; `free`: those who usually have time now and have no shift.',
    kind: 'read',
    scope: 'division',
    roles: READ,
    input: v.strictObject({
      community: Community,
      words: v.optional(words(20)),
      state: v.optional(VolunteerState),
      skill: v.optional(Skill),
      team: v.optional(Id),
      free: v.optional(v.boolean()),
      after: After,
    }),
    output: pageOf(VolunteerCard),
  }),
  volunteers_count: operation({
    about:
      'How many volunteers of a community are in which state, and how many papers have expired, end within 30 days, wait to be checked; how many teams there are.',
    kind: 'read',
    scope: 'division',
    roles: READ,
    input: v.strictObject({ community: Community }),
    output: v.strictObject({
      states: v.record(v.string(), v.number()),
      expired: v.number(),
      soon: v.number(),
      unchecked: v.number(),
      teams: v.number(),
    }),
  }),
  volunteer: operation({
    about:
      'One volunteer: papers, limits, the load of this week, what comes, history. Leads see no birthday and no photos. Refuses: shifts.not_there.',
    kind: 'read',
    scope: 'division',
    roles: READ,
    input: v.strictObject(About),
    output: Profile,
  }),
  approve: operation({
    ...community,
    about:
      "The community says yes: the volunteer may take shifts from now on and gets the role. Twice is once. Refuses: shifts.not_there, shifts.not_waiting (has left), shifts.guardian_missing (under 18 without a confirmed guardian's paper).",
    kind: 'write',
    input: v.strictObject(About),
    output: Done,
  }),
  decline: operation({
    ...community,
    about: 'The community says no, with a reason the person is told. They may ask anew. Refuses: shifts.not_there, shifts.not_waiting.',
    kind: 'write',
    input: v.strictObject({ ...About, why: Why }),
    output: Done,
  }),
  add_volunteer: operation({
    ...community,
    about:
      'Registers somebody at the desk by their phone, with or without a smartphone; active at once; under 18 they wait for the paper of a guardian. Whoever has registered already is brought up to date. Refuses: shifts.no_community, shifts.born_missing, shifts.too_young, shifts.registered_elsewhere.',
    kind: 'write',
    input: v.strictObject({ community: Community, phone: Phone, ...VolunteerForm }),
    output: Done,
  }),
  edit_volunteer: operation({
    ...community,
    about:
      'Puts right what is known of a volunteer; whom to call null: nobody. Refuses: shifts.not_there, shifts.changed_meanwhile, shifts.born_missing, shifts.too_young.',
    kind: 'write',
    input: v.strictObject({
      ...About,
      version: v.number(),
      name: v.optional(someWords(20)),
      born: v.optional(Day),
      skills: v.optional(Skills),
      times: v.optional(Times),
      emergency: v.optional(v.nullable(Emergency)),
      cityId: v.optional(CityId),
    }),
    output: Done,
  }),
  pause_volunteer: operation({
    ...community,
    about: 'Lets somebody rest who rang up; like pause. Refuses: shifts.not_there, shifts.not_active, shifts.pause_dates_wrong.',
    kind: 'write',
    input: v.strictObject({ ...About, from: Day, until: v.optional(Day), why: v.optional(words(60)), withdraw: v.boolean() }),
    output: v.strictObject({ id: Id, taken: v.array(Taken) }),
  }),
  return_volunteer: operation({
    ...community,
    about: 'Somebody is there again, after a pause or a long time away. Refuses: shifts.not_there.',
    kind: 'write',
    input: v.strictObject(About),
    output: Done,
  }),
  end_volunteer: operation({
    ...community,
    about:
      'Takes somebody off the list, with a reason: future shifts are given back, the role ends, hours stay. Refuses: shifts.not_there.',
    kind: 'write',
    input: v.strictObject({ ...About, why: Why }),
    output: Done,
  }),
  set_labels: operation({
    ...desk,
    about: "Sets the labels of a volunteer ('带过', '急救培训'): who was introduced to what. Refuses: shifts.not_there.",
    kind: 'write',
    input: v.strictObject({ ...About, labels: v.pipe(v.array(someWords(12)), v.maxLength(12, '最多 12 个标签')) }),
    output: Done,
  }),
  ease_limits: operation({
    ...community,
    about:
      'Changes how much somebody may take on, with a reason, until a day; nothing named: back to what their age says. Refuses: shifts.not_there, shifts.ease_past (until a day gone by).',
    kind: 'write',
    input: v.strictObject({ ...About, limits: Easing, why: Why, until: v.optional(Day) }),
    output: Done,
  }),
  dial_volunteer: operation({
    ...desk,
    about: "A volunteer's number, to ring them up. Each look is written down. Refuses: shifts.not_there, shifts.no_phone, shifts.too_many.",
    kind: 'write',
    input: v.strictObject(About),
    output: v.strictObject({ number: v.string() }),
  }),
  emergency: operation({
    ...desk,
    about:
      'Whom to call when something happened to a volunteer. Each look is written down, with why. Refuses: shifts.not_there, shifts.no_emergency, shifts.too_many.',
    kind: 'write',
    input: v.strictObject({ ...About, why: Why }),
    output: Emergency,
  }),
  papers: operation({
    ...community,
    about:
      'The papers of a community that wait to be checked, have expired, or end within 30 days, the most urgent first, a hundred people a page.',
    kind: 'read',
    input: v.strictObject({ community: Community, state: v.picklist(['waiting', 'expired', 'soon']), after: After }),
    output: pageOf(v.strictObject({ account: Id, name: v.string(), phone: v.string(), paper: PaperShown })),
  }),
  take_paper: operation({
    ...community,
    about:
      'Enters a paper somebody showed at the desk: it counts at once. Refuses: shifts.not_there, shifts.paper_nameless, shifts.paper_dates_wrong, shifts.no_photo, shifts.too_many_papers.',
    kind: 'write',
    input: v.strictObject({ ...About, ...PaperForm.entries }),
    output: Done,
  }),
  confirm_paper: operation({
    ...community,
    about:
      'Somebody looked at the paper: it counts from now on; dates are put right by the way. Twice is once. Refuses: shifts.not_there, shifts.no_paper, shifts.paper_dates_wrong.',
    kind: 'write',
    input: v.strictObject({ ...About, paper: Id, from: v.optional(Day), until: v.optional(Day) }),
    output: Done,
  }),
  refuse_paper: operation({
    ...community,
    about:
      'The paper does not count, and the owner hears why; one that had been confirmed too. Refuses: shifts.not_there, shifts.no_paper.',
    kind: 'write',
    input: v.strictObject({ ...About, paper: Id, why: Why }),
    output: Done,
  }),
}
