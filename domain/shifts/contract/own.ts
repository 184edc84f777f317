/** What a volunteer does about themselves: register, look, change, show papers, pause, come back, leave. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Day, Done, Id, someWords, words } from '../../schema'
import { CityId, Emergency, PaperForm, Profile, Skills, Taken, Times, VolunteerForm, VolunteerState } from './volunteer'

const own = { scope: 'signed', roles: [] } as const

export const ownOperations = {
  register: operation({
    ...own,
    about:
      'Registers the caller as a volunteer of a community, under the phone they sign in with. Waits for the community, or is active at once where it has given them the role already. Once more brings what is said up to date; whoever had left or was declined asks anew. Refuses: shifts.no_community, shifts.born_missing (no birthday is known), shifts.too_young (under 16), shifts.registered_elsewhere (says where).',
    kind: 'write',
    input: v.strictObject({ community: Community, ...VolunteerForm }),
    output: v.strictObject({ id: Id, state: VolunteerState }),
  }),
  my_profile: operation({
    ...own,
    about:
      'The caller as a volunteer, with papers, limits and the load of this week. Before they are registered: what registering can start from.',
    kind: 'read',
    input: v.strictObject({}),
    output: v.strictObject({
      day: Day,
      profile: v.optional(Profile),
      /** What is known already. `given`: the community has given them the role. */
      known: v.strictObject({
        name: v.string(),
        phone: v.string(),
        born: v.boolean(),
        community: v.optional(Community),
        communityName: v.optional(v.string()),
        given: v.boolean(),
      }),
    }),
  }),
  change_profile: operation({
    ...own,
    about:
      "Changes the caller's skills, free times, whom to call (null: nobody) and city id; name and birthday are the community's to change. Refuses: shifts.not_registered.",
    kind: 'write',
    input: v.strictObject({
      skills: v.optional(Skills),
      times: v.optional(Times),
      emergency: v.optional(v.nullable(Emergency)),
      cityId: v.optional(CityId),
    }),
    output: Done,
  }),
  add_paper: operation({
    ...own,
    about:
      "Shows a paper: it counts once the community has looked at it. Refuses: shifts.not_registered, shifts.paper_nameless ('other' without a name), shifts.paper_dates_wrong (ends before it begins), shifts.no_photo (not put up by the caller), shifts.too_many_papers (20).",
    kind: 'write',
    input: PaperForm,
    output: Done,
  }),
  remove_paper: operation({
    ...own,
    about:
      "Takes back one of the caller's papers that nobody has confirmed yet. Refuses: shifts.not_registered, shifts.no_paper, shifts.paper_confirmed.",
    kind: 'write',
    input: v.strictObject({ paper: Id }),
    output: Done,
  }),
  pause: operation({
    ...own,
    about:
      'The caller rests from a day until a day, or until they come back. Shifts already taken in it are listed; `withdraw` gives them back, the queue moves up. Refuses: shifts.not_registered, shifts.not_active, shifts.pause_dates_wrong.',
    kind: 'write',
    input: v.strictObject({ from: Day, until: v.optional(Day), why: v.optional(words(60)), withdraw: v.boolean() }),
    output: v.strictObject({ id: Id, taken: v.array(Taken) }),
  }),
  come_back: operation({
    ...own,
    about:
      'The caller is there again, after a pause or a long time away. Who never was away stays as they are. Refuses: shifts.not_registered.',
    kind: 'write',
    input: v.strictObject({}),
    output: Done,
  }),
  leave: operation({
    ...own,
    about:
      'The caller is no volunteer any more: future shifts are given back, the role ends, hours and history stay. Refuses: shifts.not_registered.',
    kind: 'write',
    input: v.strictObject({ why: v.optional(words(60)) }),
    output: Done,
  }),
}

/** Words staff say why. */
export const Why = someWords(60)
