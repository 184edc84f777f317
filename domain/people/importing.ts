/** The import half of the registry's contract: look at a file, say which column is what, dry-run, apply, take the rest away as a workbook. */
import * as v from 'valibot'
import { operation } from '../contract'
import { Division, Done, FileId, Id, Moment } from '../schema'

const WHO = ['community', 'district', 'city'] as const

/** What a roster's column can mean. `address` is a whole address in one cell; `area` is the compound in front of the building; `answer` is what was written beside a question (处理办法). */
export const FIELDS = [
  'name',
  'idNumber',
  'sex',
  'born',
  'age',
  'phone',
  'relation',
  'area',
  'building',
  'unit',
  'room',
  'floor',
  'address',
  'grid',
  'tags',
  'living',
  'note',
  'answer',
  'ignore',
] as const
export const Field = v.picklist(FIELDS)
export type Field = v.InferOutput<typeof Field>

/** The report of a dry run or a finished import; the CLI prints the same with --json. `decisions` rows are the numbers the person sees in Excel. */
export const Report = v.strictObject({
  rows: v.number(),
  households: v.strictObject({ new: v.number(), changed: v.number(), unchanged: v.number() }),
  residents: v.strictObject({ new: v.number(), changed: v.number(), unchanged: v.number() }),
  decisions: v.array(v.strictObject({ kind: v.string(), row: v.number() })),
  repairs: v.record(v.string(), v.number()),
  notes: v.record(v.string(), v.number()),
})
export type Report = v.InferOutput<typeof Report>

/** The report of a divisions import. */
export const DivisionsReport = v.strictObject({
  rows: v.number(),
  new: v.number(),
  renamed: v.array(v.strictObject({ code: v.string(), from: v.string(), to: v.string() })),
  unchanged: v.number(),
})
export type DivisionsReport = v.InferOutput<typeof DivisionsReport>

export const Mapping = v.strictObject({
  sheet: v.pipe(v.number(), v.integer(), v.minValue(0)),
  head: v.pipe(v.number(), v.integer(), v.minValue(0)),
  columns: v.pipe(v.array(Field), v.maxLength(100)),
})
export type Mapping = v.InferOutput<typeof Mapping>

export const ImportJob = v.strictObject({
  id: Id,
  file: FileId,
  name: v.string(),
  kind: v.picklist(['roster', 'divisions']),
  division: Division,
  mode: v.picklist(['dry', 'apply']),
  state: v.picklist(['waiting', 'running', 'done', 'cancelled', 'failed']),
  done: v.number(),
  of: v.number(),
  at: Moment,
  /** What the person said the columns mean; absent: as they were found. */
  mapping: v.optional(Mapping),
  why: v.optional(v.string()),
  report: v.optional(Report),
  divisions: v.optional(DivisionsReport),
  /** The workbook of the rows that need a decision, filed as a report. */
  workbook: v.optional(FileId),
})
export type ImportJob = v.InferOutput<typeof ImportJob>

export const importing = {
  import_look: operation({
    about:
      'Reads the head of a filed workbook: its sheets, titles and sample rows, and what each column seems to mean. Refuses: files.not_there, people.file_unreadable, people.no_columns.',
    kind: 'read',
    scope: 'division',
    roles: WHO,
    /** `sheet`: another sheet than the one with the most people in it. */
    input: v.strictObject({
      file: FileId,
      division: Division,
      sheet: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200))),
    }),
    output: v.strictObject({
      name: v.string(),
      rows: v.number(),
      sheets: v.array(v.string()),
      mapping: Mapping,
      titles: v.array(v.string()),
      samples: v.array(v.array(v.string())),
      missing: v.array(v.string()),
    }),
  }),
  import_run: operation({
    about:
      'Starts a dry run or an import as a job. The same file, mapping and mode may run again: nothing is written twice. Refuses: files.not_there, people.no_columns, people.import_busy, people.divisions_not_yours (the district or the city imports them).',
    kind: 'write',
    scope: 'division',
    roles: WHO,
    input: v.strictObject({
      file: FileId,
      kind: v.picklist(['roster', 'divisions']),
      division: Division,
      mapping: v.optional(Mapping),
      mode: v.picklist(['dry', 'apply']),
    }),
    output: Done,
  }),
  import_job: operation({
    about: 'How an import job stands. Refuses: people.not_there.',
    kind: 'read',
    scope: 'division',
    roles: WHO,
    input: v.strictObject({ job: Id }),
    output: ImportJob,
  }),
  import_jobs: operation({
    about: 'The latest import jobs of a division.',
    kind: 'read',
    scope: 'division',
    roles: WHO,
    input: v.strictObject({ division: Division }),
    output: v.array(ImportJob),
  }),
  import_cancel: operation({
    about:
      'Stops a job; what it has not applied stays out, and a cancelled import leaves nothing half-done. Refuses: people.not_there, people.already_ended.',
    kind: 'write',
    scope: 'division',
    roles: WHO,
    input: v.strictObject({ job: Id }),
    output: Done,
  }),
}
