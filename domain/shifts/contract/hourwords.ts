/** The shapes hours and certificates are shown in. */
import * as v from 'valibot'
import { Day, Id, Kind, Moment } from './base'

export const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11 这样'))

/** auto 自动记的 (check-in and check-out), added 补记的 (people said so, two of them, or another platform). */
export const Source = v.picklist(['auto', 'added'])
/** counted 签到签退, recounted 点名更正, added 补记, corrected 更正, voided 作废, imported 导入. */
export const HourWhat = v.picklist(['counted', 'recounted', 'added', 'corrected', 'voided', 'imported'])
export type HourWhat = v.InferOutput<typeof HourWhat>
/** Minutes in all, and by heap. */
export const Share = v.strictObject({ total: v.number(), auto: v.number(), added: v.number() })
export type Share = v.InferOutput<typeof Share>

/** One line of the ledger. open 公示中 (until `until`), asked 有更正在等人确认, counts 能开证明. */
export const HourRow = v.strictObject({
  ...{ id: Id, day: Day, title: v.string(), kind: Kind, minutes: v.number(), source: Source, what: HourWhat, at: Moment },
  state: v.picklist(['open', 'asked', 'counts']),
  until: v.optional(Day),
  why: v.optional(v.string()),
  /** Who asked and who confirmed, by name. */
  by: v.optional(v.string()),
  second: v.optional(v.string()),
})
export type HourRow = v.InferOutput<typeof HourRow>

/** Something that is no hours yet, and why in a sentence. */
export const WaitingHour = v.strictObject({ title: v.string(), day: Day, minutes: v.optional(v.number()), why: v.string() })

export const Statement = v.strictObject({
  ...{ name: v.string(), cityId: v.optional(v.string()), place: v.string(), from: Day, until: Day, printed: Day },
  ...{ rows: v.array(HourRow), ...Share.entries, ready: v.number() },
})
export type Statement = v.InferOutput<typeof Statement>

export const AskState = v.picklist(['waiting', 'answered'])
/** add 补记, correct 更正, object 有人提了异议, certificate 要开证明. */
export const AskWhat = v.picklist(['add', 'correct', 'object', 'certificate'])
export const Ask = v.strictObject({
  ...{ id: Id, what: AskWhat, account: Id, name: v.string(), day: Day, title: v.string(), at: Moment, why: v.string(), by: v.string() },
  /** How many it should be; with `was`, how many it is now. */
  minutes: v.number(),
  was: v.optional(v.number()),
  /** Of a certificate: over which days. */
  range: v.optional(v.strictObject({ from: Day, until: Day })),
  state: v.picklist(['waiting', 'yes', 'no']),
  answer: v.optional(v.strictObject({ by: v.string(), at: Moment, why: v.string() })),
  /** Why the caller may not answer it; absent when they may. */
  notMe: v.optional(v.string()),
})
export type Ask = v.InferOutput<typeof Ask>

/** What is frozen in a certificate; its hash is over the text domain/shifts/certificate.ts makes of it. */
export const CertContent = v.strictObject({
  ...{ id: Id, number: v.string(), issuer: v.string(), manager: v.string(), name: v.string(), cityId: v.optional(v.string()) },
  ...{ from: Day, until: Day, ...Share.entries, times: v.number(), issued: Day, salt: v.string() },
  lines: v.array(v.strictObject({ title: v.string(), times: v.number(), minutes: v.number() })),
})
export type CertContent = v.InferOutput<typeof CertContent>

export const Certificate = v.strictObject({
  ...{ content: CertContent, account: Id, community: v.string() },
  /** SHA-256 in hex; the twelve digits of the check code on the paper come from its beginning. */
  hash: v.string(),
  code: v.string(),
  revoked: v.optional(v.strictObject({ on: Day, why: v.string() })),
  replaces: v.optional(v.string()),
  replacedBy: v.optional(v.string()),
})
export type Certificate = v.InferOutput<typeof Certificate>

/** What a stranger learns. */
export const Checked = v.variant('state', [
  v.strictObject({
    ...{ state: v.literal('valid'), number: v.string(), issuer: v.string(), manager: v.string(), who: v.string() },
    ...{ from: Day, until: Day, minutes: v.number(), issued: Day },
  }),
  v.strictObject({ state: v.literal('revoked'), number: v.string(), issuer: v.string(), issued: Day, on: Day }),
  v.strictObject({ state: v.literal('wrong') }),
])
export type Checked = v.InferOutput<typeof Checked>

/** What a column of the city platform's file holds. */
export const CITY_FIELDS = [
  'cityId',
  'name',
  'phone',
  'title',
  'kind',
  'day',
  'begin',
  'end',
  'hours',
  'minutes',
  'source',
  'entry',
] as const
export const CityField = v.picklist(CITY_FIELDS)
export type CityField = v.InferOutput<typeof CityField>
export const CityColumn = v.strictObject({
  field: CityField,
  title: v.pipe(v.string(), v.regex(/\S/, '列名要填'), v.maxLength(20, '列名最多 20 个字')),
})
export type CityColumn = v.InferOutput<typeof CityColumn>

export const Issuer = v.strictObject({
  ...{ community: v.string(), version: v.number(), name: v.string(), manager: v.string(), prefix: v.string() },
  columns: v.array(CityColumn),
})
export type Issuer = v.InferOutput<typeof Issuer>

/** new 要写进去, same 已经有了, bad 有问题. `row` counts as a spreadsheet does, the titles being row 1. */
export const LookedRow = v.strictObject({
  ...{ row: v.number(), name: v.string(), words: v.string(), what: v.picklist(['new', 'same', 'bad']), why: v.string() },
})
export type LookedRow = v.InferOutput<typeof LookedRow>
export const Looked = v.strictObject({
  ...{ file: v.string(), rows: v.array(LookedRow), fresh: v.number(), same: v.number(), bad: v.number(), ignored: v.array(v.string()) },
})
export type Looked = v.InferOutput<typeof Looked>
