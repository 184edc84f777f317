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
  /**
   * Puts new words in place of what waits, under the same key: while one is on its way it is waited for, so that it is sent as the old or as
   * the new one, never as both. False when it has arrived (or was thrown away) by then.
   */
  amend(id: string, change: Pick<Parcel, 'input' | 'enclosures'>, photos?: { [id: string]: string }): Promise<boolean>
}

/** After how many answers "a bug" a parcel stops holding up the ones behind it. */
const GIVE_UP = 6
/** The problem of an edited one whose older self has arrived. */
export const ARRIVED = { code: 'call.key_reused', message: '刚才那次已经送到了。您改的这些，可以作为更正交上去。' }
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
  // what waited was edited, and what it said before had arrived after all
  if (refused?.code === 'call.key_reused' && parcel.was) return { ...parcel, tries, problem: ARRIVED }
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
  /** What is on its way at this moment. */
  let air: { id: string; landing: Promise<boolean> } | null = null
  // what goes out is chosen, and what waits is replaced, one after the other
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.catch(() => {}).then(work)
    turn = mine
    return mine
  }

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
      // it may have been thrown away meanwhile
      if (kept && (await box.one(parcel.id))) await box.save(kept)
      return Boolean(kept?.problem)
    }
  }
  /** Sets the next one on its way. Null when there is none; a time when it has to wait. */
  const depart = (hurry: boolean) =>
    inTurn(async () => {
      const next = (await box.all()).find(parcel => !parcel.problem)
      if (!next) return null
      if (next.next > now() && !hurry) return next.next
      const landing = send(next).finally(() => {
        air = null
      })
      air = { id: next.id, landing }
      return air
    })
  const run = async (eager: boolean): Promise<number | null> => {
    for (let hurry = eager; ; hurry = false) {
      const gone = await depart(hurry)
      if (gone === null || typeof gone === 'number') return gone
      if (!(await gone.landing)) return (await box.one(gone.id))?.next ?? null
    }
  }
  /** Null when it is on its way. */
  const replace = (id: string, change: Pick<Parcel, 'input' | 'enclosures'>, photos: { [id: string]: string }) =>
    inTurn(async () => {
      if (air?.id === id) return null
      const old = await box.one(id)
      if (!old) return false
      const fresh = { ...old, ...change, tries: 0, next: 0, problem: undefined, was: [...(old.was ?? []), old.input] }
      await box.replace(old, fresh, photos)
      return true
    })
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
    async amend(id, change, photos = {}) {
      for (;;) {
        if (air?.id === id) await air.landing.catch(() => {})
        const done = await replace(id, change, photos)
        if (done !== null) return done
      }
    },
    async drop(id) {
      const parcel = await box.one(id)
      if (parcel) await box.remove(parcel)
    },
  }
}
