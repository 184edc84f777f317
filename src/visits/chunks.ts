/**
 * Keeps a long list under names of one chunk each. WeChat takes 1 MB a key and 10 MB in all, of which encryption eats a third;
 * a chunk stays below 200 KB of text as it is written down.
 */
import type { Shelf } from '@/platform/keep'

const MOST = 200_000

interface Head {
  /** Which generation of chunks holds; a new one is written whole before it counts. */
  turn: number
  chunks: number
  about: unknown
}

const bytes = (text: string) => {
  let sum = 0
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i) < 128 ? 1 : 3
  return sum
}

/** Cuts a list so that no part is longer than `most` bytes of JSON; a single item is never cut. */
export function cut<T>(items: readonly T[], most = MOST): T[][] {
  const parts: T[][] = []
  let room = 0
  for (const item of items) {
    const size = bytes(JSON.stringify(item)) + 1
    if (!parts.length || room < size) {
      parts.push([])
      room = most
    }
    parts[parts.length - 1].push(item)
    room -= size
  }
  return parts
}

/** Writes a list and what is said about it. Killed in between, the former one is still whole. */
export async function keepList<T>(shelf: Shelf, name: string, about: unknown, items: readonly T[], most = MOST): Promise<void> {
  const before = await shelf.get<Head>(name)
  const turn = (before?.turn ?? 0) + 1
  const parts = cut(items, most)
  for (const [i, part] of parts.entries()) await shelf.set(`${name}/${turn}/${i}`, part)
  await shelf.set(name, { turn, chunks: parts.length, about } satisfies Head)
  const old = (await shelf.names(`${name}/`)).filter(one => !one.startsWith(`${name}/${turn}/`))
  if (old.length) await shelf.remove(...old)
}

/** The list as it was last written whole; null when there is none. */
export async function keptList<T, A>(shelf: Shelf, name: string): Promise<{ about: A; items: T[] } | null> {
  const head = await shelf.get<Head>(name)
  if (!head) return null
  const parts = await Promise.all(Array.from({ length: head.chunks }, (_, i) => shelf.get<T[]>(`${name}/${head.turn}/${i}`)))
  if (parts.some(part => part === null)) return null
  return { about: head.about as A, items: parts.flatMap(part => part ?? []) }
}
