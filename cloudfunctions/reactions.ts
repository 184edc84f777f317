/**
 * What follows from what. Left: what happened in one feature; right: what another does about it, at once in the same transaction (at most five
 * by-id writes) or later by the clock. Reaction functions live in the feature they act on.
 */
import type { Reactions } from './_kit/react'
import { consentEnded, consented } from './account/reactions'
import { photosMoved, reportMade } from './files/reactions'
import { tellEnded, tellGiven } from './notices/members'
import { tellCommunity } from './notices/staff'
import { residentEnded } from './people/reactions'
import { divisionChanged, doorMoved, householdChanged, tagDefined } from './visits/reactions'

export const reactions: Reactions = {
  'account.membership_ended': { now: [tellEnded] },
  'account.membership_given': { now: [tellGiven] },
  'people.consent_ended': { later: [consentEnded] },
  'people.consented': { later: [consented] },
  'people.household_changed': { now: [householdChanged] },
  'people.division_changed': { later: [divisionChanged] },
  'people.report_made': { now: [reportMade] },
  'people.resident_ended': { later: [residentEnded] },
  'people.reveals_blocked': { later: [tellCommunity] },
  'people.tag_defined': { later: [tagDefined] },
  'visits.door_moved': { later: [doorMoved] },
  'visits.photos_moved': { later: [photosMoved] },
  'visits.urgent': { later: [tellCommunity] },
}
