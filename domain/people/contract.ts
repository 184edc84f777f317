/** The registry: divisions and grids, households, residents, their tags and consents, and the roster import. */
import * as v from 'valibot'
import { operation } from '../contract'
import { After, Community, Day, Division, Done, FileId, Grid, Id, Moment, Phone, pageOf, someWords, words } from '../schema'
import { importing } from './importing'

const STAFF = ['grid', 'community'] as const
const ABOVE = ['grid', 'community', 'street', 'district', 'city'] as const

export const Sex = v.picklist(['male', 'female'])
/** living: lives here; away: registered here, lives elsewhere; the last three end the record. */
export const Living = v.picklist(['living', 'away', 'moved', 'deceased', 'unknown'])
export const GridKind = v.picklist(['old', 'managed', 'village'])
export const IdNumber = v.pipe(v.string(), v.regex(/^\d{17}[\dX]$/, '身份证号是 18 位，最后一位可以是 X'))

/** Where a door is. `unit` and `room` may be '' where a building has none. `floor` is derived from the room when it can be. */
export const Address = v.strictObject({
  building: someWords(20),
  unit: words(20),
  room: words(20),
  floor: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-9), v.maxValue(200))),
})
export type Address = v.InferOutput<typeof Address>

/** A tag as data: what it is called, who may see and set it, what it does to visits and meals. */
export const TagKind = v.strictObject({
  code: v.pipe(v.string(), v.regex(/^[a-z_]{2,30}$/)),
  name: someWords(12),
  sensitivity: v.picklist(['normal', 'sensitive']),
  see: v.array(v.string()),
  set: v.array(v.string()),
  /** Days between visits this tag asks for; absent: none. */
  every: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365))),
  /** What it adds to a household's urgency when due. */
  weight: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  /** The meal-price category it stands for, if any. */
  meals: v.optional(v.string()),
})
export type TagKind = v.InferOutput<typeof TagKind>

/** A tag somebody has, from a day until a day, set by whom. */
export const Tag = v.strictObject({ code: v.string(), name: v.string(), since: Day, until: v.optional(Day), by: v.string() })
export type Tag = v.InferOutput<typeof Tag>

/** What a resident's form carries. Everything but the name may be unknown. */
const personFields = {
  name: someWords(50),
  sex: v.optional(Sex),
  born: v.optional(Day),
  idNumber: v.optional(IdNumber),
  phones: v.pipe(v.array(v.pipe(v.string(), v.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,8})$/, '电话号码不对'))), v.maxLength(4)),
  relation: words(20),
  living: Living,
  note: v.optional(words(300)),
}
export const PersonForm = v.strictObject(personFields)
export type PersonForm = v.InferOutput<typeof PersonForm>

/** A resident on a list: name masked (张**), no numbers. */
export const ResidentCard = v.strictObject({
  id: Id,
  household: Id,
  grid: Grid,
  name: v.string(),
  label: v.string(),
  age: v.optional(v.number()),
  sex: v.optional(Sex),
  tags: v.array(v.string()),
  living: Living,
})
export type ResidentCard = v.InferOutput<typeof ResidentCard>

/** A resident on their household's page. Name whole for the grid worker and the community, masked above; phones masked for all. */
export const Resident = v.strictObject({
  id: Id,
  household: Id,
  grid: Grid,
  name: v.string(),
  sex: v.optional(Sex),
  born: v.optional(Day),
  age: v.optional(v.number()),
  /** Masked, 138****8000. */ phones: v.array(v.string()),
  hasIdNumber: v.boolean(),
  relation: v.string(),
  living: Living,
  tags: v.array(Tag),
  note: v.optional(v.string()),
  /** Which version of the record this is; a correction must name it. */ version: v.number(),
})
export type Resident = v.InferOutput<typeof Resident>

/** A household on a list. */
export const HouseholdCard = v.strictObject({
  id: Id,
  grid: Grid,
  label: v.string(),
  head: v.string(),
  count: v.number(),
  tags: v.array(v.string()),
  ended: v.optional(v.string()),
})
export type HouseholdCard = v.InferOutput<typeof HouseholdCard>

export const Household = v.strictObject({
  id: Id,
  grid: Grid,
  gridName: v.string(),
  community: Community,
  place: v.string(),
  address: Address,
  label: v.string(),
  residents: v.array(Resident),
  ended: v.optional(v.strictObject({ on: Day, reason: v.string() })),
  version: v.number(),
})
export type Household = v.InferOutput<typeof Household>

export const GridCard = v.strictObject({
  code: Grid,
  name: v.string(),
  kind: GridKind,
  buildings: v.array(v.string()),
  households: v.number(),
  residents: v.number(),
  /** Said when the size is outside the city's standard (old 200-300, managed 300-500, village about 50 households). */
  warning: v.optional(v.string()),
})
export type GridCard = v.InferOutput<typeof GridCard>

export const people = {
  divisions: operation({
    about: 'The divisions directly below one (the city level when absent), with how many grids and households are known.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ parent: v.optional(Division), after: After }),
    output: pageOf(
      v.strictObject({
        code: Division,
        name: v.string(),
        level: v.picklist(['city', 'district', 'street', 'community']),
        children: v.number(),
      }),
    ),
  }),
  place: operation({
    about: 'The names of a division from the city down: ["沈阳市", "和平区", ...]. Refuses: people.not_there.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({ division: Division }),
    output: v.strictObject({ names: v.array(v.string()) }),
  }),
  grids: operation({
    about: 'The grids of a community with their size and a warning where it is outside the standard.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ community: Community }),
    output: v.array(GridCard),
  }),
  buildings: operation({
    about: 'The buildings of a community: how many households, and which grid each belongs to.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ community: Community }),
    output: v.array(v.strictObject({ building: v.string(), grid: Grid, households: v.number() })),
  }),
  add_grid: operation({
    about: 'Makes the next grid of a community. Refuses: people.too_many_grids (999).',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ community: Community, name: someWords(30), kind: GridKind }),
    output: v.strictObject({ id: Grid, warning: v.optional(v.string()) }),
  }),
  rename_grid: operation({
    about: 'Renames a grid or changes its kind. Refuses: people.not_there.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ grid: Grid, name: someWords(30), kind: GridKind }),
    output: v.strictObject({ id: Grid, warning: v.optional(v.string()) }),
  }),
  resize_grid: operation({
    about:
      'Moves whole buildings, with every household and its history, to a grid of the same community. Refuses: people.not_there, people.other_community.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ grid: Grid, buildings: v.pipe(v.array(someWords(20)), v.minLength(1), v.maxLength(60)) }),
    output: v.strictObject({ moved: v.number(), warning: v.optional(v.string()) }),
  }),
  tag_kinds: operation({
    about: 'The tags there are, as far as the caller may see them.',
    kind: 'read',
    scope: 'signed',
    roles: [],
    input: v.strictObject({}),
    output: v.array(TagKind),
  }),
  define_tag: operation({
    about: 'Adds a tag or changes one; due dates follow. Refuses: people.tag_taken (another tag has the name).',
    kind: 'write',
    scope: 'division',
    roles: ['district', 'city'],
    input: v.strictObject({ tag: TagKind }),
    output: v.strictObject({ id: v.string() }),
  }),
  households: operation({
    about: 'The households of a grid or community in walking order.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, tag: v.optional(v.string()), after: After }),
    output: pageOf(HouseholdCard),
  }),
  search: operation({
    about: 'Residents by name, pinyin or initials (begins with), or a door by "3-2-501". Masked. At most 50.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, words: someWords(40) }),
    output: v.array(ResidentCard),
  }),
  doors: operation({
    about: 'Households by door: "3-2-501", "3号楼2单元", "5号楼"; also those where nobody is registered. In walking order, at most 50.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division, words: someWords(40) }),
    output: v.array(HouseholdCard),
  }),
  find_exact: operation({
    about: 'Residents whose ID number or phone is exactly this (blind index). Masked.',
    kind: 'read',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ division: Division, number: v.pipe(v.string(), v.maxLength(20)) }),
    output: v.array(ResidentCard),
  }),
  household: operation({
    about: 'One household with its members, masked by role. Refuses: people.not_there.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ household: Id }),
    output: Household,
  }),
  add_household: operation({
    about: 'Adds a household by hand. Refuses: people.already_there (the door exists).',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ grid: Grid, address: Address }),
    output: Done,
  }),
  correct_household: operation({
    about: 'Corrects an address. Refuses: people.not_there, people.already_there, people.changed_meanwhile.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ household: Id, version: v.number(), address: Address }),
    output: Done,
  }),
  move_household: operation({
    about: 'Moves a household to another grid of the community. Refuses: people.not_there, people.other_community.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ household: Id, grid: Grid }),
    output: Done,
  }),
  end_household: operation({
    about: 'Ends a household (moved away, demolished, merged); nothing is deleted. Refuses: people.not_there, people.still_lived_in.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ household: Id, on: Day, reason: someWords(200) }),
    output: Done,
  }),
  add_resident: operation({
    about:
      'Adds a resident to a household. Refuses: people.not_there, people.id_wrong, people.known_elsewhere (same ID number in another household: move instead).',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ household: Id, person: PersonForm }),
    output: Done,
  }),
  correct_resident: operation({
    about: 'Corrects a resident; fields left out stay as they are. Refuses: people.not_there, people.id_wrong, people.changed_meanwhile.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, version: v.number(), person: v.partial(PersonForm) }),
    output: Done,
  }),
  move_resident: operation({
    about: 'Moves a resident to another household the caller reaches. Refuses: people.not_there, people.already_ended (recorded as dead).',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, household: Id, on: Day }),
    output: Done,
  }),
  end_resident: operation({
    about: 'Records that somebody moved away or died. Refuses: people.not_there, people.already_ended.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, on: Day, why: v.picklist(['moved', 'deceased']), note: v.optional(words(200)) }),
    output: Done,
  }),
  set_tag: operation({
    about: 'Gives a resident a tag. Refuses: people.not_there, people.tag_unknown, people.tag_not_yours (the role may not set it).',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, tag: v.string(), since: Day, until: v.optional(Day) }),
    output: Done,
  }),
  end_tag: operation({
    about: 'Ends a tag after a day. Refuses: people.not_there, people.tag_not_yours.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, tag: v.string(), on: Day }),
    output: Done,
  }),
  reveal: operation({
    about:
      'Shows one number of one resident, whole, with a reason; audited. At most 120 an hour and 600 a day per person (NORMS). Refuses: people.not_there, people.too_many_reveals.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id, field: v.picklist(['idNumber', 'phones']), reason: someWords(100) }),
    output: v.strictObject({ value: v.string() }),
  }),
  dial: operation({
    about:
      'The phone number to call somebody for a task (a visit due, an open need); the task is the reason, audited, and counts as a reveal. Refuses: people.not_there, people.no_phone, people.too_many_reveals.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ person: Id, task: someWords(100) }),
    output: v.strictObject({ number: v.string() }),
  }),
  consents: operation({
    about: 'Who may act for a resident, and since when.',
    kind: 'read',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ resident: Id }),
    output: v.array(
      v.strictObject({
        id: Id,
        carer: v.string(),
        phone: v.string(),
        relation: v.string(),
        since: Day,
        until: v.optional(Day),
        how: v.string(),
        by: v.string(),
      }),
    ),
  }),
  consent: operation({
    about:
      'Records that a resident agreed to somebody (by phone; the account is made when there is none) acting for them. Refuses: people.not_there, people.already_ended (died or moved away), people.dates_wrong.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({
      resident: Id,
      name: someWords(50),
      phone: Phone,
      relation: someWords(20),
      since: Day,
      until: v.optional(Day),
      how: v.picklist(['in_person', 'paper', 'phone']),
    }),
    output: Done,
  }),
  end_consent: operation({
    about: 'Ends a consent after a day. Refuses: people.not_there.',
    kind: 'write',
    scope: 'division',
    roles: STAFF,
    input: v.strictObject({ consent: Id, on: Day }),
    output: Done,
  }),
  changes: operation({
    about: 'What changed on a household and its residents, newest first: who, when, which fields (values of numbers are never shown).',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ household: Id }),
    output: v.array(v.strictObject({ at: Moment, who: v.string(), what: v.string() })),
  }),
  ...importing,
}
export { FileId }
