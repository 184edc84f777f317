/** What an import keeps: the job, and what it would take to undo it while it runs. */
import type { DivisionsReport, ImportJob, Mapping, Report } from '@domain/people/importing'
import type { Collections, Doc } from '../../_kit/store/port'
import type { ResidentDoc } from '../docs'

export type JobDoc = Doc & {
  file: string
  /** The file's name as it was put up. */
  name: string
  kind: ImportJob['kind']
  division: string
  mode: ImportJob['mode']
  /** undoing: cancelled while it was writing; what it wrote is being taken back. */
  state: ImportJob['state'] | 'undoing'
  /** Percent. */
  done: number
  at: number
  /** Who asked, and with which roles: tags are set as theirs. */
  by: string
  byName: string
  roles: string[]
  /** How far they reach: division prefixes. */
  reach: string[]
  /** Until when the process that runs it is taken to live, in ms. A killed one is taken over after it. */
  lease: number
  mapping?: Mapping
  report?: Report
  divisions?: DivisionsReport
  workbook?: string
  why?: string
  /** Grids it made. */
  grids: string[]
}

/** One chunk of an import, taken back in one transaction: who was made, and how the others were before. */
export type UndoDoc = Doc & {
  job: string
  at: number

  households: string[]
  reopened: { household: string; ended: { on: string; reason: string } }[]
  residents: string[]
  before: ResidentDoc[]
  /** Lines of the book of changes. */
  changes: string[]
}

export const collections: Collections = {
  import_jobs: { reach: { division: 'division' }, indexes: [{ fields: ['division', 'at'] }, { fields: ['state', 'at'] }] },
  import_undo: { reach: 'system', indexes: [{ fields: ['job', 'at'] }, { fields: ['at'] }] },
}

/** A job as the contract shows it. */
export function jobOf(doc: JobDoc): ImportJob {
  const { _id, file, name, kind, division, mode, state, done, at, mapping, why, report, divisions, workbook } = doc
  return {
    ...{ id: _id, file, name, kind, division, mode, done, of: 100, at },
    state: state === 'undoing' ? 'running' : state,
    ...(state === 'undoing' ? { why: '正在撤回已经写进去的' } : why ? { why } : {}),
    ...(mapping ? { mapping } : {}),
    ...(report ? { report } : {}),
    ...(divisions ? { divisions } : {}),
    ...(workbook ? { workbook } : {}),
  }
}
