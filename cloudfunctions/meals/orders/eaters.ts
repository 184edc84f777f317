/** Finding whom to order for: somebody rings, and says who they are. */
import { walkPrefix } from '@domain/people/address'
import { locate } from '@domain/people/located'
import type { Context } from '../../_kit/context'
import type { Operations } from '../../_kit/serve'
import type { Doc, Where } from '../../_kit/store/port'
import { eaterOn } from '../eaters'

const MOST = 30
/** The fields of the registry that are asked here; their owner is people. */
type Resident = Doc & { living: string; pinyin: string }
type Household = Doc & { address: { room: string } }

/** Inside a community or one of its grids. */
const within = (division: string): { [field: string]: string } => ({
  community: division.slice(0, 12),
  ...(division.length === 15 ? { grid: division } : {}),
})

/** What was typed as pinyin or initials, in one piece; null when it is not Latin. */
function latin(words: string): string | null {
  const letters = words.toLowerCase().replace(/ü/g, 'v').replace(/[\s']/g, '')
  return /^[a-z]+$/.test(letters) ? letters : null
}

async function byName({ store }: Context, division: string, words: string): Promise<Resident[]> {
  const spelled = latin(words)
  const ways: { [field: string]: { prefix: string } }[] = spelled
    ? [{ pinyin: { prefix: spelled } }, { initials: { prefix: spelled } }]
    : [{ name: { prefix: words.trim() } }]
  const pages = await Promise.all(
    ways.map(way => store.find<Resident>('residents', { where: { ...within(division), ...way } as Where, limit: 4 * MOST })),
  )
  return [...new Map(pages.flatMap(page => page.items).map(doc => [doc._id, doc])).values()]
}

/** The doors words mean, the likelier first: "3-2" is room 2 of a building without staircases, or else its whole staircase 2. */
async function doorsOf({ store }: Context, division: string, words: string): Promise<Household[]> {
  const { building = '', unit = '', room = '' } = locate(words) ?? locate(`${words}号楼`) ?? {}
  if (!building) return []
  const exact = { prefix: room || unit ? walkPrefix(building, unit) : walkPrefix(building), room }
  for (const way of room && !unit ? [exact, { prefix: walkPrefix(building, room), room: '' }] : [exact]) {
    const where = { ...within(division), walk: { prefix: way.prefix } } as Where
    const page = await store.find<Household>('households', { where, order: ['walk'], limit: 200 })
    const doors = page.items.filter(door => !way.room || door.address.room === way.room)
    if (doors.length > 0) return doors
  }
  return []
}

async function byDoor(context: Context, division: string, words: string): Promise<Resident[]> {
  const doors = (await doorsOf(context, division, words)).slice(0, MOST)
  const pages = await Promise.all(
    doors.map(door => context.store.find<Resident>('residents', { where: { household: door._id }, limit: 20 })),
  )
  return pages.flatMap(page => page.items)
}

export const eaters: Pick<Operations<'meals'>, 'eaters'> = {
  async eaters(context, { division, words }) {
    // names are asked of one community: whoever orders for others works in one
    if (division.length < 12) return []
    const found = await (/[0-9０-９]/.test(words) ? byDoor : byName)(context, division, words)
    const who = await Promise.all(found.slice(0, 2 * MOST).map(doc => eaterOn(context.system, doc._id, context.today)))
    return who
      .flatMap(one =>
        one?.here ? [{ eater: one.id, call: one.call, door: one.door, ...(one.age === undefined ? {} : { age: one.age }) }] : [],
      )
      .slice(0, MOST)
  },
}
