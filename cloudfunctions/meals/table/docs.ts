/** What is kept around the table. */
import type { Birthday, DonationForm, NoteForm, PartyAnswer, PartyForm, PartyRules, RatingForm } from '@domain/meals/contract/table'
import type { Doc } from '../../_kit/store/port'

/** Under the order's id. */
export type RatingDoc = Doc &
  RatingForm & {
    eater: string
    kitchen: string
    community: string
    day: string
    meal: 'breakfast' | 'lunch' | 'dinner'
    call: string
    door: string
    dishes: string[]
    attend: boolean
    at: number
    account: string
    /** Who spoke for the eater. */
    by?: string
  }
/** Which birthday somebody keeps, under their id. Absent: the registered one. */
export type BirthdayDoc = Doc & { home: string; community: string; birthday: Birthday }
/** `${community}|${month}` */
export type PartyDoc = Doc & PartyForm & { community: string; month: string; cancelled?: string; version: number }
/** `${party}|${eater}` */
export type GuestDoc = Doc & {
  party: string
  eater: string
  community: string
  day: string
  answer: PartyAnswer
  companions: number
  came: boolean
}
/** Under the community's code. */
export type RulesDoc = Doc & PartyRules & { community: string }
/** `sort`: alerts first, the newest first. `open` until it was put away or its last day has passed. */
export type NoteDoc = Doc &
  NoteForm & {
    eater: string
    home: string
    community: string
    call: string
    door: string
    by: string
    at: number
    readers: string[]
    open: boolean
    sort: string
  }
export type DonationDoc = Doc &
  DonationForm & {
    community: string
    account: string
    by: string
    at: number
    takenBack?: { by: string; at: number; why: string }
  }
