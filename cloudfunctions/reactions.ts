/**
 * What follows from what. Left: what happened in one feature; right: what another does about it, at once in the same transaction (at most five
 * by-id writes) or later by the clock. Reaction functions live in the feature they act on.
 */
import type { Reactions } from './_kit/react'
import { consentEnded, consented, led, named, phoneKnown, unled, volunteered, volunteerLeft } from './account/reactions'
import { photosMoved, reportMade } from './files/reactions'
import { knockCorrected, knocked, knockedToo } from './meals/checks/knock'
import { checksMoved } from './meals/checks/moved'
import { kitchenChanged } from './meals/kitchens/shut'
import { dayChanged } from './meals/numbers/roll'
import { slotChanged, standingChanged } from './meals/orders/due'
import { doorsFollow, homeChanged, mealsEnded } from './meals/orders/reactions'
import { warn } from './meals/orders/warn'
import { roundFreed, roundTaken } from './meals/rounds/shifts'
import { tellCheck, tellCheckEnded } from './notices/checks'
import { tellEaters } from './notices/eaters'
import { tellKitchen } from './notices/kitchen'
import { tellEnded, tellGiven } from './notices/members'
import { tellCommunity } from './notices/staff'
import { tellVolunteers } from './notices/volunteers'
import { residentEnded } from './people/reactions'
import { watchSeated } from './shifts/day/watch'
import { giveBack } from './shifts/people/free'
import { papersDue, volunteerEnded } from './shifts/people/reactions'
import { shiftCancelled } from './shifts/plan/cancel'
import { seriesChanged, kitchenChanged as seriesFollowKitchen } from './shifts/plan/keep'
import { muted } from './shifts/word/muted'
import { checkMoved, divisionChanged, doorMoved, householdChanged, tagDefined } from './visits/reactions'

export const reactions: Reactions = {
  'account.membership_ended': { now: [tellEnded] },
  'account.membership_given': { now: [tellGiven] },
  'meals.check_climbed': { now: [checkMoved], later: [tellCheck] },
  'meals.check_closed': { now: [checkMoved], later: [tellCheckEnded] },
  'meals.check_opened': { now: [checkMoved], later: [tellCheck] },
  'meals.claim_made': { now: [reportMade] },
  'meals.safety_made': { now: [reportMade] },
  'meals.sample_due': { later: [tellKitchen] },
  'meals.round_unclosed': { later: [tellCommunity, tellKitchen] },
  'meals.badly_rated': { later: [tellKitchen] },
  'meals.day_changed': { now: [dayChanged] },
  'meals.eaters_told': { later: [tellEaters] },
  'meals.knocked_too': { later: [knockedToo] },
  'meals.numbers_made': { now: [reportMade] },
  'notices.phone_known': { now: [phoneKnown] },
  'notices.wanted': { now: [muted] },
  'people.consent_ended': { later: [consentEnded] },
  'people.consented': { later: [consented] },
  'meals.home_changed': { later: [doorsFollow] },
  'meals.kitchen_changed': { later: [kitchenChanged, seriesFollowKitchen] },
  'meals.menu_changed': { later: [slotChanged, warn] },
  'meals.menu_missing': { later: [tellKitchen] },
  'meals.published': { later: [slotChanged, warn] },
  'meals.standing_changed': { later: [standingChanged] },
  'meals.standing_missed': { later: [tellKitchen] },
  'people.household_changed': { now: [householdChanged, homeChanged] },
  'people.division_changed': { later: [divisionChanged] },
  'people.report_made': { now: [reportMade] },
  'people.resident_ended': { later: [residentEnded, mealsEnded, volunteerEnded] },
  'people.reveals_blocked': { later: [tellCommunity] },
  'people.tag_defined': { later: [tagDefined] },
  'shifts.approved': { now: [volunteered] },
  'shifts.given_back': { later: [giveBack] },
  'shifts.hours_made': { now: [reportMade] },
  'shifts.led': { now: [led] },
  'shifts.left': { later: [volunteerLeft] },
  'shifts.papers_due': { later: [papersDue] },
  'shifts.registered': { now: [named] },
  'shifts.staff_told': { later: [tellCommunity] },
  'shifts.figures_made': { now: [reportMade] },
  'shifts.cancelled': { later: [shiftCancelled] },
  'shifts.seated': { now: [watchSeated, roundTaken] },
  'shifts.series_changed': { later: [seriesChanged] },
  'shifts.told': { later: [tellVolunteers] },
  'shifts.unled': { later: [unled] },
  'shifts.unseated': { now: [roundFreed] },
  'visits.corrected': { later: [knockCorrected] },
  'visits.door_moved': { later: [doorMoved, checksMoved] },
  'visits.logged': { now: [knocked] },
  'visits.photos_moved': { later: [photosMoved] },
  'visits.urgent': { later: [tellCommunity] },
}
