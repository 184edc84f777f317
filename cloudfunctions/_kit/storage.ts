/** Bytes and audit heads in WeChat cloud's file storage. Which file holds what is kept in the database: the storage cannot be listed. */
import type { Blobs } from './context'
import type { Anchor, Anchors } from './seal'
import type { Collections, Doc, Store } from './store/port'

/** Collections that only this way of running has. */
export const collections: Collections = {
  /** `_id`: a file's hash, or `anchors/<chain>`; `file`: the platform's file id. */
  cloud_files: { reach: 'system', indexes: [] },
  /** What is deployed: the shape of the data, so that an older program does not write over a newer one's. */
  cloud_stamps: { reach: 'system', indexes: [] },
}

/** What is used of the SDK's storage. */
export interface CloudStorage {
  uploadFile(it: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(it: { fileID: string }): Promise<{ fileContent: Buffer | string }>
  deleteFile(it: { fileList: string[] }): Promise<unknown>
}
type Kept = Doc & { file: string }

async function keep(cloud: CloudStorage, store: Store, at: { id: string; path: string; bytes: Uint8Array }): Promise<void> {
  const { fileID } = await cloud.uploadFile({ cloudPath: at.path, fileContent: Buffer.from(at.bytes) })
  await store.transaction(tx => tx.put<Kept>('cloud_files', { _id: at.id, file: fileID }))
}

async function fetched(cloud: CloudStorage, store: Store, id: string): Promise<Uint8Array | null> {
  const kept = await store.get<Kept>('cloud_files', id)
  if (!kept) return null
  const { fileContent } = await cloud.downloadFile({ fileID: kept.file })
  return Buffer.from(fileContent as Buffer)
}

/** Private files. The environment's storage rule must be "only the administrator reads and writes": the door gives them out. */
export const cloudBlobs = (cloud: CloudStorage, store: Store): Blobs => ({
  put: (id, bytes) => keep(cloud, store, { id, path: `private/${id}`, bytes }),
  get: id => fetched(cloud, store, id),
  async remove(id) {
    const kept = await store.get<Kept>('cloud_files', id)
    if (!kept) return
    await cloud.deleteFile({ fileList: [kept.file] })
    await store.transaction(tx => tx.remove('cloud_files', id))
  },
})

/** Each head is a file of its own and none is written over; the database only says which is the latest. */
export const cloudAnchors = (cloud: CloudStorage, store: Store): Anchors => ({
  async append(anchors) {
    for (const anchor of anchors) {
      const path = `anchors/${anchor.chain}/${String(anchor.entries).padStart(12, '0')}-${anchor.at}.json`
      await keep(cloud, store, { id: `anchors/${anchor.chain}`, path, bytes: Buffer.from(JSON.stringify(anchor)) })
    }
  },
  async last(chain) {
    const bytes = await fetched(cloud, store, `anchors/${chain}`)
    return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as Anchor)
  },
})
