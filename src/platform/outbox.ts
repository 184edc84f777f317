/** Writes made with or without signal: kept first, sent in order, each exactly once, by the person who made them and nobody else. */
import type { InputOf, Name } from '@domain'
import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from './call'
import { upload } from './files'
import { newId } from './id'
import { personal } from './keep'
import { onBack } from './network'
import { type Enclosure, type Parcel, type Queue, queue } from './queue'
import { useSession } from './session'

export type { Enclosure, Parcel } from './queue'

/** The outbox of the person signed in: what waits, what was turned away, whether something is being sent. */
export const useOutbox = create<{ parcels: Parcel[]; sending: boolean }>(() => ({ parcels: [], sending: false }))
export const waiting = (parcels: Parcel[]) => parcels.filter(parcel => !parcel.problem)
export const failed = (parcels: Parcel[]) => parcels.filter(parcel => parcel.problem)

export interface SendOptions {
  /** The key of this act, when the page has one that outlives it (a draft's id): the same key twice is one write. */
  key?: string
  /** Where it can be put right when refused; opened with `parcel=<key>`. */
  edit?: string
  photos?: (Enclosure & { base64: string })[]
  /** The refused one that this replaces: it leaves, and of its photos those stay that the new input still names. */
  instead?: string
}

let open: { account: string; queue: Queue } | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const heard = new Set<(parcel: Parcel, output: unknown) => void>()

const post = {
  deliver: (parcel: Parcel) => call(parcel.name as Name, parcel.input as InputOf<Name>, { key: parcel.id }),
  async upload({ id, division, name }: Enclosure, base64: string | null, parcel: Parcel) {
    if (base64 !== null) await upload(id, base64)
    await call('files.file', { file: id, division, kind: 'photo', name }, { key: `${parcel.id}.${id.slice(0, 24)}` })
  },
}

async function show() {
  const mine = open
  const parcels = mine ? await mine.queue.all() : []
  if (mine === open) useOutbox.setState({ parcels })
}

/** Opens the outbox of whoever is signed in, shuts it for everybody else. */
function follow() {
  const { state, me } = useSession.getState()
  const account = me && state !== 'out' ? me.id : null
  if (account !== (open?.account ?? null)) {
    open = account ? { account, queue: mail(account) } : null
    void show()
  }
  if (state === 'in') void flush(true)
}
const mail = (account: string) =>
  queue(
    personal(account),
    post,
    Date.now,
    () => void show(),
    (parcel, output) => {
      for (const listen of heard) listen(parcel, output)
    },
  )

/** Sends what is due now; `all`: also what was told to wait a little. Quiet while nobody is signed in. */
export async function flush(all = false): Promise<void> {
  const mine = open
  clearTimeout(timer)
  if (!mine || useSession.getState().state !== 'in') return
  useOutbox.setState({ sending: true })
  const next = await mine.queue.drain(all).finally(() => useOutbox.setState({ sending: false }))
  if (next !== null && mine === open) timer = setTimeout(flush, Math.max(500, next - Date.now()))
}

/**
 * Queues a write. Resolves as soon as it is safe on the phone; it goes out at once when there is signal. `about` is what the person calls it.
 * Answers the key.
 */
export async function send<N extends Name>(name: N, input: InputOf<N>, about: string, options: SendOptions = {}): Promise<string> {
  if (!open) throw new Error('nobody is signed in')
  const id = options.key ?? newId()
  const photos = options.photos ?? []
  const old = options.instead ? (await open.queue.all()).find(parcel => parcel.id === options.instead) : undefined
  const enclosures = [...named(old, input), ...photos.map(({ base64: _, ...enclosure }) => enclosure)]
  const parcel: Parcel = { id, name, input, about, edit: options.edit, enclosures, at: Date.now(), tries: 0, next: 0 }
  await open.queue.add(parcel, Object.fromEntries(photos.map(photo => [photo.id, photo.base64])))
  if (old && old.id !== id) await open.queue.drop(old.id)
  await show()
  void flush()
  return id
}

/**
 * Puts a new input in place of one that waits or was turned away, under its key. False when that one has arrived by now: then there is
 * something to correct, not to send.
 */
export async function amend<N extends Name>(id: string, input: InputOf<N>, photos: SendOptions['photos'] = []): Promise<boolean> {
  const mine = open
  const old = (await mine?.queue.all())?.find(parcel => parcel.id === id)
  if (!mine || !old) return false
  const enclosures = [...named(old, input), ...photos.map(({ base64: _, ...enclosure }) => enclosure)]
  const done = await mine.queue.amend(id, { input, enclosures }, Object.fromEntries(photos.map(photo => [photo.id, photo.base64])))
  await show()
  void flush()
  return done
}

/** Of its photos those that an input still names. */
const named = (old: Parcel | undefined, input: unknown) =>
  (old?.enclosures ?? []).filter(enclosure => JSON.stringify(input).includes(enclosure.id))

/** Tries one that was turned away again. */
export async function retry(id: string): Promise<void> {
  await open?.queue.retry(id)
  await flush(true)
}

/** Throws one away, for good. */
export const drop = async (id: string): Promise<void> => open?.queue.drop(id)

/** Runs `work` when a write has been taken by the server, while the page that asks is alive. */
export function useSent(work: (parcel: Parcel, output: unknown) => void): void {
  useEffect(() => {
    heard.add(work)
    return () => void heard.delete(work)
  }, [work])
}

/** Starts the outbox; once, at launch. */
export function startOutbox(): void {
  useSession.subscribe(follow)
  onBack(() => void flush(true))
  follow()
}
