/** The outbox's engine: one person's writes that wait. No Taro, no globals: outbox.ts gives it the phone. */
import { Broken, Offline, Refused } from './failures'
import type { Shelf } from './keep'

/** A photo or file that must be up before the write is sent, filed under a division. Its bytes lie on the shelf as 'photo/<id>' (base64). */
export interface Enclosure {
  id: string
  division: string
  name: string
}
export interface Parcel {
  /** The idempotency key, made once; the same in every try. */
  id: string
  name: string
  input: unknown
  /** What it is, in the person's words: "敲门 3号楼 2单元 302". */
  about: string
  /** The page where it can be put right, as for `go`; it is opened with `parcel=<id>`. */
  edit?: string
  enclosures: Enclosure[]
  at: number
  tries: number
  /** Not tried again before this moment. */
  next: number
  /** Why it was turned away. A parcel with a problem waits for the person. */
  problem?: { code: string; message: string; at?: string }
}
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
const nameOf = ({ at, id }: Parcel) => `outbox/${String(at).padStart(15, '0')}-${id}`

export function queue(
  shelf: Shelf,
  post: Post,
  now: () => number,
  changed: () => void,
  sent: (parcel: Parcel, output: unknown) => void,
): Queue {
  let running: Promise<number | null> | null = null

  const all = async () => {
    const names = await shelf.names('outbox/')
    const found = await Promise.all(names.map(name => shelf.get<Parcel>(name)))
    return found.filter((parcel): parcel is Parcel => parcel !== null)
  }
  const save = async (parcel: Parcel) => {
    await shelf.set(nameOf(parcel), parcel)
    changed()
  }
  const remove = async (parcel: Parcel) => {
    const others = (await all()).filter(other => other.id !== parcel.id).flatMap(other => other.enclosures.map(({ id }) => id))
    const gone = parcel.enclosures.map(({ id }) => id).filter(id => !others.includes(id))
    await shelf.remove(nameOf(parcel), ...gone.map(id => `photo/${id}`))
    changed()
  }
  const one = async (id: string) => (await all()).find(parcel => parcel.id === id)

  // one after the other: two taps on the same button must find each other
  let adding: Promise<void> = Promise.resolve()
  const put = async (parcel: Parcel, photos: { [id: string]: string }) => {
    if (await one(parcel.id)) return
    for (const [id, base64] of Object.entries(photos)) await shelf.set(`photo/${id}`, base64)
    await save(parcel)
  }

  /** Sends one. True: it is out of the way, the next may follow. */
  const send = async (parcel: Parcel): Promise<boolean> => {
    try {
      for (const enclosure of parcel.enclosures) await post.upload(enclosure, await shelf.get<string>(`photo/${enclosure.id}`), parcel)
      const output = await post.deliver(parcel)
      await remove(parcel)
      sent(parcel, output)
      return true
    } catch (problem) {
      return failed(parcel, problem)
    }
  }
  const failed = async (parcel: Parcel, problem: unknown): Promise<boolean> => {
    const tries = parcel.tries + 1
    if (problem instanceof Refused && problem.code === 'call.nobody') return false
    const wait = problem instanceof Offline || (problem instanceof Refused && /\.too_(many|soon)$/.test(problem.code))
    if (wait || (!(problem instanceof Refused) && tries < GIVE_UP)) {
      await save({ ...parcel, tries, next: now() + pause(tries) })
      return false
    }
    const { code, message, at } =
      problem instanceof Refused ? problem : { code: 'call.broken', message: new Broken().message, at: undefined }
    await save({ ...parcel, tries, problem: { code, message, ...(at ? { at } : {}) } })
    return true
  }
  const run = async (eager: boolean): Promise<number | null> => {
    for (let hurry = eager; ; ) {
      const next = (await all()).find(parcel => !parcel.problem)
      if (!next) return null
      if (next.next > now() && !hurry) return next.next
      hurry = false
      if (!(await send(next))) return (await one(next.id))?.next ?? null
    }
  }
  return {
    all,
    add(parcel, photos = {}) {
      adding = adding.catch(() => {}).then(() => put(parcel, photos))
      return adding
    },
    drain(eager = false) {
      running ??= run(eager).finally(() => {
        running = null
      })
      return running
    },
    async retry(id) {
      const parcel = await one(id)
      if (parcel) await save({ ...parcel, problem: undefined, tries: 0, next: 0 })
    },
    async drop(id) {
      const parcel = await one(id)
      if (parcel) await remove(parcel)
    },
  }
}
