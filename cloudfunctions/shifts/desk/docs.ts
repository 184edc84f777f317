/** What the desk keeps: counts that can be thrown away and counted again, who was rung, and what somebody was thanked for. */
import type { CallAnswer, Tally } from '@domain/shifts/contract/desk'
import type { Collections, Doc } from '../../_kit/store/port'

/** What belongs to no team is counted under this. */
export const NO_TEAM = '-'
/** Tallies by kind and, of a community, by team. */
export type Parts = { [part: string]: Tally }
type Counts = Tally & { division: string; parent: string; kinds: Parts; teams: Parts; at: number }
/** `${division}|${day}`, of every level; above a community the sum of those whose `parent` it is. `due`: when the clock counts it again. */
export type DayDoc = Doc & Counts & { day: string; due?: number }
/** `${division}|${period}`: a month or a year, as far as it has come. */
export type SpanDoc = Doc & Counts & { period: string }
/** Under a community's day: who came. Personal, and so kept apart from the counts. */
export type PeopleDoc = Doc & { community: string; day: string; people: string[] }
/** 'days': how far back the days were laid out. */
export type RolledDoc = Doc & { until: string }

export const countId = (division: string, period: string) => `${division}|${period}`
/** The division above: a community's street, a street's district, a district's city; '' above a city. */
export const parentOf = (division: string): string => division.slice(0, { 12: 9, 9: 6, 6: 4 }[division.length] ?? 0)

/** `${shift}|${account}`: what somebody said when they were rung for a shift. */
export type RungDoc = Doc & { shift: string; account: string; community: string; said: CallAnswer; at: number; by: string }
/** `${account}|${milestone}`: what somebody was thanked for, and when; once in a life. */
export type ThankDoc = Doc & { account: string; community: string; day: string; milestone: string; words: string }

export const collections: Collections = {
  shift_days: {
    reach: { division: 'division' },
    indexes: [{ fields: ['due'] }, { fields: ['day'] }, { fields: ['division', 'day'] }, { fields: ['parent', 'day'] }],
  },
  shift_spans: { reach: { division: 'division' }, indexes: [{ fields: ['division', 'period'] }, { fields: ['parent', 'period'] }] },
  shift_people: { reach: 'system', indexes: [{ fields: ['community', 'day'] }] },
  shift_rolls: { reach: 'system', indexes: [] },
  shift_rung: { reach: { division: 'community' }, indexes: [{ fields: ['shift'] }] },
  shift_thanks: { reach: { division: 'community' }, indexes: [{ fields: ['community', 'day'] }] },
}
