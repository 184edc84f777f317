/** 敲门: whose door is due today and why, what was found there, and what has to follow. */
import * as v from 'valibot'
import { operation } from '../contract'
import { After, Community, Day, Division, Done, FileId, Grid, Id, Moment, pageOf, someWords, words } from '../schema'

const DOOR = ['grid', 'community'] as const
const ABOVE = ['grid', 'community', 'street', 'district', 'city'] as const

/** met 见到本人, absent 不在家, refused 拒访, moved 已搬走, vacant 空置. */
export const Outcome = v.picklist(['met', 'absent', 'refused', 'moved', 'vacant'])
export type Outcome = v.InferOutput<typeof Outcome>
/** How the person is: well 挺好, soso 一般, worrying 不放心. */
export const Wellbeing = v.picklist(['well', 'soso', 'worrying'])
export const NEEDS = ['repair', 'doctor', 'groceries', 'errand', 'other'] as const
export const Need = v.strictObject({ category: v.picklist(NEEDS), words: words(300), urgent: v.boolean() })
export type Need = v.InferOutput<typeof Need>

/** Where the phone thought it was; a hint, never a barrier. Metres; WGS-84 on H5, GCJ-02 in WeChat. */
export const Place = v.strictObject({
  lng: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  accuracy: v.pipe(v.number(), v.minValue(0)),
  datum: v.picklist(['wgs84', 'gcj02']),
})

/** What a visit's form carries; also what a correction replaces. */
export const VisitForm = v.strictObject({
  outcome: Outcome,
  wellbeing: v.optional(Wellbeing),
  needs: v.pipe(v.array(Need), v.maxLength(10)),
  /** Tags the visitor thinks should be added or ended; staff decide. */
  tags: v.pipe(v.array(v.strictObject({ resident: v.optional(Id), tag: v.string(), change: v.picklist(['add', 'end']) })), v.maxLength(10)),
  /** Which policies were told at the door. */
  policies: v.pipe(v.array(words(40)), v.maxLength(10)),
  note: words(1000),
  photos: v.pipe(v.array(FileId), v.maxLength(6)),
  place: v.optional(Place),
  /** Who else was at the door. */
  with: v.pipe(v.array(words(40)), v.maxLength(6)),
})
export type VisitForm = v.InferOutput<typeof VisitForm>

/** A door on a list. `who` is masked ("张** · 86 岁"), `why` is a sentence ("独居、高龄：每 7 天；已 9 天"). */
export const Door = v.strictObject({
  household: Id,
  grid: Grid,
  label: v.string(),
  who: v.string(),
  tags: v.array(v.string()),
  /** The due day, and how many days it is over (negative: still to come). */
  due: Day,
  over: v.number(),
  why: v.string(),
  urgent: v.boolean(),
  /** How urgent, 0 at once ... 4 whenever it suits: the list is in this order, and walked within it (order.ts). */
  band: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
  /** A retry asks for another time of day: 'morning' 上午, 'afternoon' 下午, 'evening' 晚上. */
  part: v.optional(v.picklist(['morning', 'afternoon', 'evening'])),
  /** A welfare check asks for this door at once, since a moment: it comes before everything else, and `why` is its sentence. */
  asked: v.optional(v.strictObject({ check: Id, at: Moment })),
  last: v.optional(v.strictObject({ on: Day, outcome: Outcome, words: v.string() })),
})
export type Door = v.InferOutput<typeof Door>

/**
 * `due`: doors still on the list; `done`: doors that left it today by a knock (the day's whole list is due + done).
 * `knocked` and `met` count visits: two workers at one door are two knocks.
 */
export const Counts = v.strictObject({ due: v.number(), done: v.number(), knocked: v.number(), met: v.number() })

export const Visit = v.strictObject({
  id: Id,
  household: Id,
  at: Moment,
  on: Day,
  by: v.string(),
  mine: v.boolean(),
  form: VisitForm,
  /** 1 for the first version; earlier ones are kept beside it. */
  version: v.number(),
  earlier: v.array(v.strictObject({ at: Moment, by: v.string(), reason: v.string(), form: VisitForm })),
  /** Whether the caller may still correct it: its worker on the same day, the community later. */
  correctable: v.boolean(),
  /** The household had been moved to another grid by the time the visit arrived from a phone without signal. */
  fromFormerGrid: v.optional(v.literal(true)),
})
export type Visit = v.InferOutput<typeof Visit>

/** What a person in the community has to decide: third time not home, moved or vacant at the door, an urgent need, somebody worrying, a tag suggested. */
export const Matter = v.strictObject({
  id: Id,
  kind: v.picklist(['absent3', 'moved', 'vacant', 'need', 'worrying', 'tag', 'refused']),
  household: Id,
  grid: Grid,
  label: v.string(),
  words: v.string(),
  urgent: v.boolean(),
  at: Moment,
  visit: Id,
  settled: v.optional(v.strictObject({ at: Moment, by: v.string(), words: v.string() })),
})
export type Matter = v.InferOutput<typeof Matter>

export const visits = {
  today: operation({
    about: "The doors due in a grid on the server's day: most urgent first, within equal urgency in walking order, each with why today.",
    kind: 'read',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ grid: Grid, after: After }),
    output: v.strictObject({ day: Day, at: Moment, counts: Counts, items: v.array(Door), after: v.optional(v.string()) }),
  }),
  pack: operation({
    about:
      'What a phone keeps to work without signal: the doors of a grid with the names and tags behind them, no numbers. 100 doors a page.',
    kind: 'read',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ grid: Grid, after: After }),
    output: v.strictObject({
      day: Day,
      at: Moment,
      after: v.optional(v.string()),
      items: v.array(
        v.strictObject({
          door: Door,
          residents: v.array(
            v.strictObject({ id: Id, name: v.string(), age: v.optional(v.number()), relation: v.string(), tags: v.array(v.string()) }),
          ),
        }),
      ),
    }),
  }),
  door: operation({
    about: 'One door: due when and why. Refuses: visits.not_there.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ household: Id }),
    output: Door,
  }),
  log: operation({
    about:
      'Logs a knock. `at` is when it happened on the phone; the server keeps it with its own time and its business day is `on`. A household moved to another grid meanwhile is still taken and marked. Refuses: visits.not_there, visits.in_the_future (more than a day ahead; a clock set wrong by less is put right), visits.too_old (30 days).',
    kind: 'write',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ household: Id, at: Moment, form: VisitForm }),
    output: v.strictObject({ id: Id, due: Day, why: v.string() }),
  }),
  correct: operation({
    about:
      'Corrects a visit; both versions are kept. Its worker on the same day, the community later. Refuses: visits.not_there, visits.too_late, visits.changed_meanwhile.',
    kind: 'write',
    scope: 'division',
    roles: DOOR,
    input: v.strictObject({ visit: Id, version: v.number(), form: VisitForm, reason: someWords(200) }),
    output: v.strictObject({ id: Id, due: Day, why: v.string() }),
  }),
  timeline: operation({
    about: 'The visits of a household, newest first.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ household: Id, after: After }),
    output: pageOf(Visit),
  }),
  matters: operation({
    about: 'What the community has to decide after visits: open ones first by urgency and age.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, settled: v.boolean(), after: After }),
    output: pageOf(Matter),
  }),
  settle: operation({
    about: 'Settles a matter with what was done. Refuses: visits.not_there, visits.already_settled.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ matter: Id, words: someWords(300) }),
    output: Done,
  }),
  coverage: operation({
    about: 'By grid of a community: doors due, knocked and met on a day and in its month.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ community: Community }),
    output: v.strictObject({
      day: Day,
      doors: v.number(),
      open: v.number(),
      urgent: v.number(),
      grids: v.array(
        v.strictObject({
          grid: Grid,
          name: v.string(),
          doors: v.number(),
          today: Counts,
          month: v.strictObject({ knocked: v.number(), met: v.number() }),
        }),
      ),
    }),
  }),
}
