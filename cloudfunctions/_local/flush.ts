/** Waits until the disk has a file, a folder's entries, or everything below a folder. */
import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A file, or a folder's list of names. Windows cannot flush a folder and does not need to. */
export function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EPERM') throw error
  } finally {
    closeSync(handle)
  }
}

export function flushFolder(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true }))
    if (entry.isDirectory()) flushFolder(join(path, entry.name))
    else flush(join(path, entry.name))
  flush(path)
}
