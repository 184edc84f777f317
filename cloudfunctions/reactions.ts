/**
 * What follows from what. Left: what happened in one feature; right: what another does about it, at once in the same transaction (at most five
 * by-id writes) or later by the clock. Reaction functions live in the feature they act on.
 */
import type { Reactions } from './_kit/react'
import { tellCommunity } from './notices/staff'
import { divisionChanged, householdChanged, tagDefined } from './visits/reactions'

export const reactions: Reactions = {
  'people.household_changed': { now: [householdChanged] },
  'people.division_changed': { later: [divisionChanged] },
  'people.tag_defined': { later: [tagDefined] },
  'visits.urgent': { later: [tellCommunity] },
}
