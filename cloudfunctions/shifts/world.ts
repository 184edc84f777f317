/** What the volunteers' service holds at one place of the test world, and one good input an operation. Each part adds its own. */
import type { Place, Samples, ShiftsPlace } from '../_kit/sample'
import type { Town } from '../_kit/testing'
import { dayOf } from '../_kit/time'
import type { World } from '../_kit/world'
import * as day from './day/world'
import * as desk from './desk/world'
import * as hours from './hours/world'
import * as people from './people/world'
import * as plan from './plan/world'
import * as signing from './signing/world'
import { COMMUNITY, enrolled } from './town'
import * as word from './word/world'

interface Part {
  settle(town: Town, place: Omit<Place, 'shifts'>, so: ShiftsPlace): Promise<ShiftsPlace>
  nowhere: ShiftsPlace
  /** Puts the world's callers where an operation about oneself needs them. */
  enrol?(town: Town, world: World): Promise<void>
}
const PARTS: Part[] = [people, plan, signing, day, hours, word, desk]

/** Fills a place through the door, as its own people would; each part builds on what those before it made. */
export async function settle(town: Town, place: Omit<Place, 'shifts'>): Promise<ShiftsPlace> {
  let so: ShiftsPlace = {}
  for (const part of PARTS) so = { ...so, ...(await part.settle(town, place, so)) }
  return so
}
/**
 * Every caller of the test world is on the list of volunteers, with a paper nobody has looked at: what they may do, their role decides. Then each
 * part puts them where it needs them.
 */
export async function enrol(town: Town, world: World): Promise<void> {
  const papers = [{ id: 'shown', kind: 'first_aid' as const, shown: town.now() }]
  const about = { community: COMMUNITY, today: dayOf(town.now()), name: '叫人的人', born: '1960-05-01', papers }
  await town.store.load(
    'volunteers',
    Object.values(world.callers).map(id => enrolled(id, about)),
  )
  for (const part of PARTS) await part.enrol?.(town, world)
}
/** Ids nobody has ever heard of. */
export const nowhere: ShiftsPlace = Object.assign({}, ...PARTS.map(part => part.nowhere))

export const samples: Samples<'shifts'> = {
  ...people.samples,
  ...plan.samples,
  ...signing.samples,
  ...day.samples,
  ...hours.samples,
  ...word.samples,
  ...desk.samples,
}
