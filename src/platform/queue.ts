/** The outbox's engine: sends what waits, in order. No Taro, no globals: outbox.ts gives it the phone. */
import { Broken, Offline, Refused } from './failures'
import type { Shelf } from './keep'
import { type Enclosure, type Parcel, parcels } from './parcels'

export type { Enclosure, Parcel } from './parcels'

export interface Post {
  deliver(parcel: Parcel): Promise<unknown>
  upload(enclosure: Enclosure, base64: string | null, parcel: Parcel): Promise<void>
}
export interface Queue {
  add(parcel: Parcel, photos?: { [id: string]: string }): Promise<void>
  all(): Promise<Parcel[]>
  /** Sends what is due, in order; `all` also what was told to wait. Resolves when nothing more can be sent now; answers when to try again. */
  drain(all?: boolean): Promise<number | null>
  /** Tries one that was turned away again, as it is. */
  retry(id: string): Promise<void>
  drop(id: string): Promise<void>
}

/** After how many answers "a bug" a parcel stops holding up the ones behind it. */
const GIVE_UP = 6
const pause = (tries: number) => Math.min(1000 * 2 ** tries, 300_000)

/**
 * What becomes of a parcel that did not get through: null when nothing changes (nobody is signed in); waiting a little longer each time without
 * signal, when told that it was too much, and while the server stumbles; else kept with its reason for the person.
 */
export function after(parcel: Parcel, problem: unknown, now: number): Parcel | null {
  const tries = parcel.tries + 1
  const refused = problem instanceof Refused ? problem : null
  if (refused?.code === 'call.nobody') return null
  const wait = refused ? /\.too_(many|soon)$/.test(refused.code) : problem instanceof Offline || tries < GIVE_UP
  if (wait) return { ...parcel, tries, next: now + pause(tries) }
  const { code, message, at } = refused ?? { code: 'call.broken', message: new Broken().message, at: undefined }
  return { ...parcel, tries, problem: { code, message, ...(at ? { at } : {}) } }
}

export function queue(
  shelf: Shelf,
  post: Post,
  now: () => number,
  changed: () => void,
  sent: (parcel: Parcel, output: unknown) => void,
): Queue {
  const box = parcels(shelf, changed)
  let running: Promise<number | null> | null = null

  /** Sends one. True: it is out of the way, the next may follow. */
  const send = async (parcel: Parcel): Promise<boolean> => {
    try {
      for (const enclosure of parcel.enclosures) await post.upload(enclosure, await shelf.get<string>(`photo/${enclosure.id}`), parcel)
      const output = await post.deliver(parcel)
      await box.remove(parcel)
      sent(parcel, output)
      return true
    } catch (problem) {
      const kept = after(parcel, problem, now())
      if (kept) await box.save(kept)
      return Boolean(kept?.problem)
    }
  }
  const run = async (eager: boolean): Promise<number | null> => {
    for (let hurry = eager; ; ) {
      const next = (await box.all()).find(parcel => !parcel.problem)
      if (!next) return null
      if (next.next > now() && !hurry) return next.next
      hurry = false
      if (!(await send(next))) return (await box.one(next.id))?.next ?? null
    }
  }
  return {
    all: box.all,
    add: (parcel, photos = {}) => box.put(parcel, photos),
    drain(eager = false) {
      running ??= run(eager).finally(() => {
        running = null
      })
      return running
    },
    async retry(id) {
      const parcel = await box.one(id)
      if (parcel) await box.save({ ...parcel, problem: undefined, tries: 0, next: 0 })
    },
    async drop(id) {
      const parcel = await box.one(id)
      if (parcel) await box.remove(parcel)
    },
  }
}
