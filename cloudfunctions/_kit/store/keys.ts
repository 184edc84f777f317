/**
 * What a field's value is called in an index. One function for everything that is compared or bound, so that no driver's own idea
 * of a boolean, a missing field or a big number gets in. Order: nothing < numbers < texts (by code point) < booleans < the rest.
 */
import { refuse } from '../refuse'
import type { Doc, Json } from './port'

export type Key = number | string | Uint8Array

/** A missing field or null. Never NULL in SQL, so that `(a, id) > (?, ?)` works; no document can hold -Infinity. */
export const NOTHING = Number.NEGATIVE_INFINITY
const FALSE = Uint8Array.of(0)
const TRUE = Uint8Array.of(1)
const COMPOUND = Uint8Array.of(2)
/** The least key that is no text, and the least that is no number. */
export const AFTER_TEXT = FALSE
export const AFTER_NUMBERS = ''

export function toKey(value: Json): Key {
  if (value === undefined || value === null) return NOTHING
  if (typeof value === 'boolean') return value ? TRUE : FALSE
  return typeof value === 'object' ? COMPOUND : value
}

/** The value behind a key; objects and arrays are not kept in keys. */
export function fromKey(key: Key): string | number | boolean | null {
  if (typeof key === 'object') return key[0] === 1
  return key === NOTHING ? null : key
}

const rank = (key: Key) => (typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2)

/** The order SQLite's BINARY collation gives, which JavaScript's `<` does not for letters beyond the BMP. */
export function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number') return a - b || (a < b ? -1 : a > b ? 1 : 0)
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'object' && typeof b === 'object') return a[0] - b[0]
  return rank(a) - rank(b)
}

function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    // Surrogates (0xd800-0xdfff) stand for letters above 0xffff: lift them over 0xe000-0xffff.
    if (x !== y) return lifted(x) - lifted(y)
  }
  return a.length - b.length
}
const lifted = (unit: number) => (unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit)

/** The value at a dotted path, or undefined. */
export function pick(doc: Doc, path: string): Json {
  if (!path.includes('.')) return Object.hasOwn(doc, path) ? doc[path] : undefined
  let value: Json = doc
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, step)) return undefined
    value = value[step]
  }
  return value
}

/** A page's cursor: the keys of its last document, the id last. */
export const toCursor = (keys: Key[]) => Buffer.from(JSON.stringify(keys.map(fromKey))).toString('base64url')

/** Reads a cursor of `width` keys. It comes from outside, so a bad one is a refusal, not a bug. */
export function fromCursor(cursor: string, width: number): Key[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(keys) && keys.length === width && keys.every(isFlat) && typeof keys[width - 1] === 'string') return keys.map(toKey)
  } catch {}
  throw refuse('call.bad_cursor', '这一页接不上了，请从头再看一遍', 'after')
}
const isFlat = (key: unknown): key is Json => key === null || typeof key !== 'object'
