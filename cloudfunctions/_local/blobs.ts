/** Private bytes on disk: <folder>/aa/<sha256>. Written to the side, flushed and renamed, so a file is there whole or not at all. */
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Blobs } from '../_kit/context'

const ignoreAbsent = (error: { code?: string }) => {
  if (error.code !== 'ENOENT') throw error
  return null
}

export function diskBlobs(folder: string): Blobs {
  const place = (id: string) => {
    // the id becomes a path: nothing but a hash may
    if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('not a file id')
    return { room: join(folder, id.slice(0, 2)), file: join(folder, id.slice(0, 2), id) }
  }
  return {
    async put(id, bytes) {
      const { room, file } = place(id)
      await mkdir(room, { recursive: true, mode: 0o700 })
      const aside = `${file}.${randomBytes(6).toString('hex')}`
      const handle = await open(aside, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(aside, file)
    },
    get: id => readFile(place(id).file).catch(ignoreAbsent),
    remove: id => rm(place(id).file, { force: true }),
  }
}
