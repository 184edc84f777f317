/** Taking bytes in and giving them out: what `PUT` and `GET /api/files/<sha256>` and the operations share. */
import { createHash } from 'node:crypto'
import { LARGEST } from '@domain/files/rules'
import type { Blobs, Person } from '../_kit/context'
import { refuse } from '../_kit/refuse'
import type { Doc, Store } from '../_kit/store/port'

export type Upload = Doc & { by: string[]; bytes: number; at: number; filed: number; cleaned: boolean }
export type Filing = Doc & {
  file: string
  division: string
  kind: 'photo' | 'workbook' | 'report' | 'claim' | 'dish' | 'paper'
  name: string
  bytes: number
  by: string
  at: number
}

const MOST_BYTES = Math.max(...Object.values(LARGEST))
export const hashOfBytes = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/**
 * Keeps bytes under their hash for the account that put them up. The same bytes again are the same file; a photo that has been cleaned
 * stays cleaned. Refuses: files.hash_wrong, files.too_large.
 */
export async function accept(kit: { store: Store; blobs: Blobs }, up: { file: string; bytes: Uint8Array; by: string; now: number }) {
  if (up.bytes.length > MOST_BYTES) throw refuse('files.too_large', '文件太大了，请换一个 30 MB 以内的')
  if (hashOfBytes(up.bytes) !== up.file) throw refuse('files.hash_wrong', '文件没有传完整，请再传一次')
  const there = await kit.store.get<Upload>('uploads', up.file)
  if (!there) await kit.blobs.put(up.file, up.bytes)
  await kit.store.transaction(async tx => {
    const fresh: Upload = { _id: up.file, by: [up.by], bytes: up.bytes.length, at: up.now, filed: 0, cleaned: false }
    if (await tx.get('uploads', up.file)) await tx.update('uploads', up.file, { add: { by: up.by }, set: { at: up.now } })
    else await tx.insert('uploads', fresh)
  })
}

/** Who may read a file: who put it up, and whoever reaches a division it was filed under, in a role of today that may see that kind of file. */
export async function mayRead(store: Store, person: Person | null, file: string): Promise<boolean> {
  if (!person) return false
  const upload = await store.get<Upload>('uploads', file)
  if (!upload) return false
  if (upload.by.includes(person.id)) return true
  const filings = await store.find<Filing>('filings', { where: { file }, limit: 100 })
  if (filings.items.some(one => one.kind === 'dish')) return true
  return filings.items.some(one => person.memberships.some(held => READERS[one.kind].has(held.role) && one.division.startsWith(held.scope)))
}

/** A workbook and a report carry whole names and numbers: those who import them read them, nobody else in the place. */
const IMPORTERS = new Set<string>(['community', 'district', 'city'])
const READERS = {
  photo: new Set<string>(['grid', 'community', 'street', 'district', 'city', 'volunteer', 'lead', 'kitchen']),
  workbook: IMPORTERS,
  report: IMPORTERS,
  // whole names of who ate for less: those who claim, nobody above
  claim: new Set<string>(['community', 'kitchen']),
  dish: new Set<string>(),
  // health and identity: the office that checks them
  paper: new Set<string>(['community']),
}

/** Removes what was put up and never filed. A chunk a call; answers how many. */
export async function removeUnfiled(kit: { store: Store; blobs: Blobs }, before: number): Promise<number> {
  const old = await kit.store.find<Upload>('uploads', { where: { filed: 0, at: { lt: before } }, order: ['at'], limit: 50 })
  for (const { _id } of old.items) {
    const gone = await kit.store.transaction(async tx => {
      const still = await tx.get<Upload>('uploads', _id)
      return still?.filed === 0 && still.at < before && tx.remove('uploads', _id)
    })
    if (gone) await kit.blobs.remove(_id)
  }
  return old.items.length
}
