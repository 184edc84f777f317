/**
 * What follows from what. Left: what happened in one feature; right: what another does about it, at once in the same transaction (at most five
 * by-id writes) or later by the clock. Reaction functions live in the feature they act on.
 */
import type { Reactions } from './_kit/react'

export const reactions: Reactions = {}
