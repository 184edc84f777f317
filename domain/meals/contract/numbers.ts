/** The kitchen in numbers: no persons in them, so that streets, districts and the city may read them. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Day, Division, FileId, Id, Moment } from '../../schema'
import { Month } from './table'

const READERS = ['kitchen', 'community', 'street', 'district', 'city'] as const
const n = v.number()

/**
 * What is counted of a kitchen and day (and added up). A meal counts on its serving day. Money in 分.
 * covers: meals taken; people: different people who took one (above a community kitchens are added up, so that who eats in two is two); free: the eater paid nothing although it has a price; subsidised: somebody else paid a
 * part; delivery, pickup, eatin: how it was taken; guests: of them not registered; ordered: meals not cancelled;
 * missed: nobody took them; explained: not taken, and it is known why; checks: welfare checks opened; waste: portions thrown away;
 * total = eater + government + enterprise + charity: the price of the meals taken; good, fair, bad: ratings.
 */
export const FIELDS = [
  ...(['covers', 'people', 'free', 'subsidised', 'delivery', 'pickup', 'eatin', 'guests', 'ordered', 'missed', 'explained'] as const),
  ...(['checks', 'waste', 'good', 'fair', 'bad', 'total', 'eater', 'government', 'enterprise', 'charity'] as const),
] as const
export type NumberField = (typeof FIELDS)[number]
const entries = Object.fromEntries(FIELDS.map(field => [field, n])) as { [F in NumberField]: typeof n }
export const Numbers = v.strictObject(entries)
export type Numbers = v.InferOutput<typeof Numbers>

/** A day or a whole month: '2026-11-21', '2026-11'. */
export const Period = v.union([Month, Day])

export const NumbersOf = v.strictObject({
  period: v.string(),
  today: Day,
  /** When it was counted: now for a kitchen and a community, some minutes ago above. */
  at: Moment,
  sum: Numbers,
  /** One row a day that has anything; of a month the people of each day. */
  days: v.array(v.strictObject({ day: Day, ...entries })),
  /** Above a community: one row a part of the division (a city's districts, a district's streets, a street's communities). */
  places: v.array(v.strictObject({ division: Division, name: v.string(), ...entries })),
  /** One row a kitchen, the name with its community's. */
  kitchens: v.array(v.strictObject({ kitchen: Id, name: v.string(), community: v.string(), ...entries })),
})
export type NumbersOf = v.InferOutput<typeof NumbersOf>

const asked = { division: Division, kitchen: v.optional(Id), period: Period }

export const numbers = {
  numbers: operation({
    about:
      'The kitchen in numbers for a day or a month: of one kitchen, a community, street, district or the city, by day and by kitchen. Refuses: meals.not_there.',
    kind: 'read',
    scope: 'division',
    roles: READERS,
    input: v.strictObject(asked),
    output: NumbersOf,
  }),
  export_numbers: operation({
    about: 'The same numbers as a table to take away: by day and by kitchen. Answers the file to fetch. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: READERS,
    input: v.strictObject({ ...asked, form: v.picklist(['csv', 'xlsx']) }),
    output: v.strictObject({ id: FileId, name: v.string() }),
  }),
}
