/** A shift and a sign-up as people see them. */
import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import type { Doc, Store } from '../../_kit/store/port'
import type { SeatDoc, ShiftDoc, SignupDoc } from '../docs'

export interface Names {
  community: string
  team?: string
}

/** `seats` may hold those of other shifts too. A seat offered to somebody is taken. */
export function cardOf(shift: ShiftDoc, seats: readonly SeatDoc[], names: Names): ShiftCard {
  const { _id: id, community, kind, title, place, day, from, to, team, note, kitchen, meal, series, opensAt, withdrawUntil } = shift
  const seatOf = (role: string) => seats.find(one => one.shift === id && one.role === role)
  return {
    ...{ id, community, communityName: names.community, kind, title, place, day, from, to, note, withdrawUntil, version: shift.version },
    roles: shift.roles.map(role => {
      const seat = seatOf(role.id)
      return { ...role, taken: seat ? seat.need - seat.left : 0, waiting: seat?.queue.length ?? 0 }
    }),
    ...(team ? { team: { id: team, name: names.team ?? '' } } : {}),
    ...(kitchen ? { kitchen } : {}),
    ...(meal ? { meal } : {}),
    ...(shift.with ? { with: shift.with.name } : {}),
    ...(series ? { series } : {}),
    ...(opensAt === undefined ? {} : { opensAt }),
    ...(shift.cancelled ? { cancelled: shift.cancelled } : {}),
  }
}

/** `queue`: the accounts that wait for the role, the first first. */
export function signUpOf(signup: SignupDoc, shift: Pick<ShiftDoc, 'roles'>, queue: readonly string[] = []): SignUp {
  const { _id: id, account, name, role, state, until, cover, came, went, absent, group, version, history } = signup
  const place = state === 'waiting' ? queue.indexOf(account) + 1 : 0
  // in the order of the schema: a repeated call is answered with the bytes of the first
  return {
    ...{ id, shift: signup.shift, account: account || signup._id, name, role },
    ...{ roleName: shift.roles.find(one => one.id === role)?.name ?? '', state },
    ...(place > 0 ? { queue: place } : {}),
    ...(until === undefined ? {} : { until }),
    why: history.at(-1)?.why ?? signup.decision?.why ?? '',
    ...(cover ? { cover: cover.why } : {}),
    ...(came ? { came: came.at } : {}),
    ...(went ? { went: went.at } : {}),
    ...(absent ? { absent: true } : {}),
    ...(group ? { group } : {}),
    version,
  }
}

/** The seats of some shifts. */
export async function seatsOf(store: Pick<Store, 'find'>, shifts: readonly string[]): Promise<SeatDoc[]> {
  const chunks = Array.from({ length: Math.ceil(shifts.length / 80) }, (_, i) => shifts.slice(i * 80, i * 80 + 80))
  const pages = await Promise.all(chunks.map(some => store.find<SeatDoc>('seats', { where: { shift: { in: some } }, limit: 1000 })))
  return pages.flatMap(page => page.items)
}

/** Cards of many shifts, with the names they need. */
export async function cardsOf(store: Pick<Store, 'find' | 'get'>, shifts: readonly ShiftDoc[]): Promise<ShiftCard[]> {
  const nameOf = async (collection: string, ids: (string | undefined)[]) => {
    const wanted = [...new Set(ids.flatMap(id => (id ? [id] : [])))]
    const docs = await Promise.all(wanted.map(id => store.get<Doc & { name: string }>(collection, id)))
    return new Map(docs.flatMap(doc => (doc ? [[doc._id, doc.name] as const] : [])))
  }
  const [seats, communities, teams] = await Promise.all([
    seatsOf(
      store,
      shifts.map(one => one._id),
    ),
    nameOf(
      'divisions',
      shifts.map(one => one.community),
    ),
    nameOf(
      'teams',
      shifts.map(one => one.team),
    ),
  ])
  return shifts.map(shift =>
    cardOf(
      shift,
      seats.filter(one => one.shift === shift._id),
      { community: communities.get(shift.community) ?? '', team: teams.get(shift.team ?? '') },
    ),
  )
}
