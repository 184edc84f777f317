/** One person's waiting writes on their shelf: each a record of its own, its photos beside it. */
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
  /** What it said before it was edited, oldest first: any of these may have arrived without the phone hearing of it. */
  was?: unknown[]
  /** Why it was turned away. A parcel with a problem waits for the person. */
  problem?: { code: string; message: string; at?: string }
}
export interface Parcels {
  /** All of them, in the order they were made. */
  all(): Promise<Parcel[]>
  one(id: string): Promise<Parcel | undefined>
  save(parcel: Parcel): Promise<void>
  /** Adds one unless its id is already there, with its photos by id. */
  put(parcel: Parcel, photos: { [id: string]: string }): Promise<void>
  /** One in place of its older self, with its new photos; photos that nobody needs any more leave. */
  replace(old: Parcel, parcel: Parcel, photos: { [id: string]: string }): Promise<void>
  /** Takes one away, and the photos no other one needs. */
  remove(parcel: Parcel): Promise<void>
}

const nameOf = ({ at, id }: Parcel) => `outbox/${String(at).padStart(15, '0')}-${id}`
const photosOf = (parcels: Parcel[]) => parcels.flatMap(({ enclosures }) => enclosures.map(({ id }) => id))
/** The photos of one that none of these needs, by their names on the shelf. */
const unneeded = (parcel: Parcel, needing: Parcel[]) =>
  photosOf([parcel])
    .filter(id => !photosOf(needing).includes(id))
    .map(id => `photo/${id}`)

export function parcels(shelf: Shelf, changed: () => void): Parcels {
  // one after the other: two taps on the same button must find each other
  let putting: Promise<void> = Promise.resolve()
  const all = async () => {
    const found = await Promise.all((await shelf.names('outbox/')).map(name => shelf.get<Parcel>(name)))
    return found.filter((parcel): parcel is Parcel => parcel !== null)
  }
  const one = async (id: string) => (await all()).find(parcel => parcel.id === id)
  const save = async (parcel: Parcel) => {
    await shelf.set(nameOf(parcel), parcel)
    changed()
  }
  const add = async (parcel: Parcel, photos: { [id: string]: string }) => {
    if (await one(parcel.id)) return
    for (const [id, base64] of Object.entries(photos)) await shelf.set(`photo/${id}`, base64)
    await save(parcel)
  }
  return {
    all,
    one,
    save,
    put(parcel, photos) {
      putting = putting.catch(() => {}).then(() => add(parcel, photos))
      return putting
    },
    async replace(old, parcel, photos) {
      for (const [id, base64] of Object.entries(photos)) await shelf.set(`photo/${id}`, base64)
      await save(parcel)
      await shelf.remove(...unneeded(old, await all()))
    },
    async remove(parcel) {
      const others = (await all()).filter(other => other.id !== parcel.id)
      await shelf.remove(nameOf(parcel), ...unneeded(parcel, others))
      changed()
    },
  }
}
