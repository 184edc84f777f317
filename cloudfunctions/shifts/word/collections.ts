import type { Collections } from '../../_kit/store/port'

export const collections: Collections = {}
