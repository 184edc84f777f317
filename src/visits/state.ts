/** The grid a worker is in: its list and pack from the server, kept on the phone, with what was logged here since. */
import type { InputOf, OutputOf } from '@domain'
import { dayOf } from '@domain/days'
import type { VisitForm } from '@domain/visits/contract'
import { summary } from '@domain/visits/words'
import { create } from 'zustand'
import { call, newId, Offline, personal, type SendOptions, send, sentence, useOutbox, useSession } from '@/platform'
import { keepList, keptList } from './chunks'
import { type Knock, type Listed, learned, listOn, merged, type Pack, type Packed, type Seen, unknownTo } from './ground'

export interface Ground {
  grid: string
  listed: Listed | null
  pack: Pack | null
  knocks: Knock[]
  /** Of the last asking; what is kept is shown in every state. */
  state: 'loading' | 'ready' | 'offline' | 'error'
  problem?: string
}
const nowhere: Ground = { grid: '', listed: null, pack: null, knocks: [], state: 'loading' }
export const useGround = create<Ground>(() => nowhere)

const now = () => useGround.getState()
const shelf = () => personal(useSession.getState().me?.id ?? '')
const name = (grid: string, what: 'list' | 'pack' | 'knocks') => `visits/${grid}/${what}`
/** A pack is fetched anew after half an hour, and on a new day. */
const FRESH = 30 * 60_000

/** This moment as the server would say it, as far as the phone knows. */
export const moment = (): number => Date.now() + (now().pack?.ahead ?? now().listed?.ahead ?? 0)
export const today = (): string => dayOf(moment())

/** Goes into a grid: what is kept is there at once, then the server is asked. */
export async function enter(grid: string): Promise<void> {
  if (now().grid !== grid) {
    useGround.setState({ ...nowhere, grid }, true)
    const kept = await unpack(grid)
    if (now().grid === grid) useGround.setState(kept)
  }
  await refresh()
}

async function unpack(grid: string): Promise<Pick<Ground, 'listed' | 'pack' | 'knocks'>> {
  const from = shelf()
  const listed = await keptList<Listed['doors'][number], Omit<Listed, 'doors'>>(from, name(grid, 'list'))
  const pack = await keptList<Packed, Omit<Pack, 'items'>>(from, name(grid, 'pack'))
  return {
    listed: listed && { ...listed.about, doors: listed.items },
    pack: pack && { ...pack.about, items: pack.items },
    knocks: (await from.get<Knock[]>(name(grid, 'knocks'))) ?? [],
  }
}

let asking: Promise<void> | null = null
/** Asks the server for the list, and for the pack when it is old. One asking at a time. */
export function refresh(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}

async function ask(): Promise<void> {
  const { grid } = now()
  if (!grid) return
  const asked = { at: Date.now(), waiting: useOutbox.getState().parcels.map(parcel => parcel.id) }
  try {
    const listed = await fetchList(grid)
    if (now().grid !== grid) return
    const before = now().knocks
    const knocks = unknownTo(asked, before)
    await settle(grid, { listed, knocks, state: 'ready', problem: undefined })
    await setRight(grid, listed.ahead)
    const { pack } = now()
    const missed = before.some(knock => !knock.learned && !knocks.includes(knock))
    if (!pack || missed || pack.day !== listed.day || Date.now() - pack.at > FRESH) await settle(grid, { pack: await fetchPack(grid) })
  } catch (thrown) {
    if (now().grid === grid) useGround.setState({ state: thrown instanceof Offline ? 'offline' : 'error', problem: sentence(thrown) })
  }
}

/** A phone's clock that was put right meanwhile, or a demonstration's that was moved: knocks are dated by the newest difference. */
async function setRight(grid: string, ahead: number) {
  const { pack } = now()
  if (pack && Math.abs(pack.ahead - ahead) > 60_000) await settle(grid, { pack: { ...pack, ahead } })
}

async function settle(grid: string, change: Partial<Ground>): Promise<void> {
  if (now().grid !== grid) return
  useGround.setState(change)
  const to = shelf()
  if (change.listed) {
    const { doors, ...about } = change.listed
    await keepList(to, name(grid, 'list'), about, doors)
  }
  if (change.pack) {
    const { items, ...about } = change.pack
    await keepList(to, name(grid, 'pack'), about, items)
  }
  if (change.knocks) await to.set(name(grid, 'knocks'), change.knocks)
}

async function fetchList(grid: string): Promise<Listed & { ahead: number }> {
  const first = await call('visits.today', { grid })
  const at = Date.now()
  const doors = [...first.items]
  for (let after = first.after; after; ) {
    const more = await call('visits.today', { grid, after })
    doors.push(...more.items)
    after = more.after
  }
  return { day: first.day, at, ahead: first.at - at, counts: first.counts, doors }
}

async function fetchPack(grid: string): Promise<Pack> {
  const first = await call('visits.pack', { grid })
  const at = Date.now()
  const items = [...first.items]
  for (let after = first.after; after; ) {
    const more = await call('visits.pack', { grid, after })
    items.push(...more.items)
    after = more.after
  }
  return { day: first.day, at, ahead: first.at - at, items }
}

/** The list as the person should see it now. */
export const seen = (ground: Ground): Seen => merged(listOn(today(), ground.listed, ground.pack), ground.knocks)

/** Queues a knock and takes the door off the list at once. `key` outlives the page (the draft's id): sent twice it is one. */
export async function log(input: InputOf<'visits.log'>, label: string, options: SendOptions): Promise<void> {
  const key = options.key ?? newId()
  const listed = isListed(input.household)
  await send('visits.log', input, `敲门 ${label}`, { ...options, key })
  await knocked(key, input, label, listed)
}

const isListed = (household: string) => seen(now()).doors.some(door => door.household === household)

/** Notes on the phone what was said of a knock, now or anew. `asListed`: whether the door was on the list when it was knocked. */
export async function knocked(
  key: string,
  { household, form }: InputOf<'visits.log'>,
  label: string,
  asListed = isListed(household),
): Promise<void> {
  const { grid, knocks } = now()
  const listed = knocks.find(one => one.key === key)?.listed ?? asListed
  const knock: Knock = { key, household, label, outcome: form.outcome, listed, at: Date.now() }
  if (grid) await settle(grid, { knocks: [...knocks.filter(one => one.key !== key), knock] })
}

/** One array for all, so that what hangs on it does not change. */
const NOBODY: Packed['residents'] = []
/** The server took a knock and answered when the door is due next: the pack learns it, for the morning without signal. */
export async function learn(
  key: string,
  { household, form, at }: InputOf<'visits.log'>,
  { due, why }: OutputOf<'visits.log'>,
): Promise<void> {
  const { grid, pack, knocks } = now()
  if (!pack || !knocks.some(knock => knock.key === key)) return
  const last = { on: dayOf(at), outcome: form.outcome, words: summary(form) }
  await settle(grid, {
    pack: learned(pack, household, { due, why }, last),
    knocks: knocks.map(knock => (knock.key === key ? { ...knock, learned: true } : knock)),
  })
}

/** What the phone knows of a door without asking. */
export function known(ground: Ground, household: string): Packed | undefined {
  const packed = ground.pack?.items.find(one => one.door.household === household)
  const door = ground.listed?.doors.find(one => one.household === household)
  return door ? { door, residents: packed?.residents ?? NOBODY } : packed
}

export type { VisitForm }
