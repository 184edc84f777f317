/** What may be stored: plain JSON that every engine carries the same way. Anything else is a bug and throws Unstorable. */
import { type Doc, Unstorable } from './port'

export const MAX_DEPTH = 50
/** Bytes of a document's JSON in UTF-8. CloudBase takes no more through a client call; here it keeps pages small. */
export const MAX_BYTES = 512 * 1024

const FIELD = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/
const COLLECTION = /^[a-z][a-z0-9_]*$/
// A lone surrogate becomes U+FFFD in UTF-8: two different ids would be one.
const BROKEN = /\p{Surrogate}|\0/u

export function checkCollection(name: string): void {
  if (!COLLECTION.test(name)) throw new Unstorable(`collection name ${name}`)
}

export function checkId(id: unknown): asserts id is string {
  if (typeof id !== 'string' || id === '' || id.length > 256 || BROKEN.test(id)) throw new Unstorable(`id ${JSON.stringify(id)}`)
}

/** A field's name in a condition, an index or a change: dots reach into objects. */
export function checkField(path: string): void {
  if (!FIELD.test(path) || path.split('.').includes('__proto__')) throw new Unstorable(`field ${path.slice(0, 100)}`)
}

/** The document as the text that is stored. `undefined` fields are left out. */
export function toText(doc: Doc): string {
  checkId(doc._id)
  checkObject(doc, '', 1)
  const text = JSON.stringify(doc)
  if (text.length * 3 > MAX_BYTES && Buffer.byteLength(text) > MAX_BYTES)
    throw new Unstorable(`${doc._id} is larger than ${MAX_BYTES} bytes`)
  return text
}

/** Refuses what JSON would quietly change: NaN, dates, functions, undefined in lists, names an engine would read as operators or paths. */
export function checkValue(value: unknown, at: string, depth: number): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Unstorable(`${at} is ${value}`)
    return
  }
  if (typeof value !== 'object') throw new Unstorable(`${at} is a ${typeof value}`)
  if (depth > MAX_DEPTH) throw new Unstorable(`${at} is deeper than ${MAX_DEPTH}`)
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) checkValue(value[i], at, depth + 1)
  else checkObject(value, at, depth)
}

function checkObject(value: object, at: string, depth: number): void {
  if (!isPlain(value)) throw new Unstorable(`${at} is not a plain object`)
  for (const key in value) {
    const inner = (value as { [key: string]: unknown })[key]
    if (!names.has(key)) checkName(key, at)
    if (inner !== undefined) checkValue(inner, key, depth + 1)
  }
}

/** Names that were found good: documents of a collection share them. Ids used as names would fill it, so it is bounded. */
const names = new Set<string>()
function checkName(key: string, at: string): void {
  if (key === '' || key[0] === '$' || key.includes('.') || key === '__proto__' || BROKEN.test(key))
    throw new Unstorable(`field ${at}.${key.slice(0, 100)}`)
  if (names.size < 10_000) names.add(key)
}

/** Made by {} in any realm (jest runs tests in their own), or without a prototype. */
export function isPlain(value: object): boolean {
  const proto = Object.getPrototypeOf(value)
  if (proto === Object.prototype) return true
  return proto === null || (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'hasOwnProperty'))
}
