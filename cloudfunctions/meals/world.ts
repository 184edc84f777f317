/** What a kitchen holds at one place of the test world, and one good input an operation. Each part adds its own. */
import { type MealsPlace, type Place, plain, type Samples, wide } from '../_kit/sample'
import type { Town } from '../_kit/testing'

/** Fills a place's kitchen through the door, as its own people would. */
export async function settle(_town: Town, _place: Omit<Place, 'meals'>): Promise<MealsPlace> {
  return {}
}
/** Ids nobody has ever heard of. */
export const nowhere: MealsPlace = {}

export const samples: Samples<'meals'> = {
  'meals.wards': plain(() => ({})),
  'meals.eaters': wide(({ community, name }) => ({ division: community, words: name })),
}
