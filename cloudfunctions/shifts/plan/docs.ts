/** What planning keeps. */
import type { RosterForm, SeriesForm, TemplateForm } from '@domain/shifts/contract/plan'
import type { Doc } from '../../_kit/store/port'
import type { ShiftDoc } from '../docs'

/** A saved shift. */
export type TemplateDoc = Doc & { community: string; form: TemplateForm; version: number }

/** What a series is from a day on. `too`: also those shifts follow it that somebody is in. */
export type SeriesPlan = Omit<SeriesForm, 'until' | 'skipped'> & {
  since: string
  too: boolean
  companion?: ShiftDoc['with']
}
/** A shift that comes every week. Its shifts are named `${series}|${day}`. */
export type SeriesDoc = Doc & {
  community: string
  plans: SeriesPlan[]
  since: string
  until?: string
  skipped: string[]
  /** The kitchen it cooks in now: its shut days are no days of the series. */
  kitchen?: string
  /** Shifts are made up to this day; '9999' when there will be no more. */
  made: string
  by: string
  version: number
}
export const seriesShift = (series: string, day: string) => `${series}|${day}`

/** Somebody who always stands in a role of a series. */
export type RosterDoc = Doc &
  RosterForm & {
    series: string
    community: string
    name: string
    pause?: { from: string; until?: string }
    /** Days they were taken off by a pause or an end: those may be made again, a withdrawal of their own may not. */
    lifted: string[]
    /** Days they could not be put there, told once. */
    trouble: { day: string; why: string }[]
    /** The account of who arranged it, told of trouble. */
    arranged: string
    version: number
  }
