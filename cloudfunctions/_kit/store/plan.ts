/**
 * Turns a query into branches that a declared index serves, the same for every adapter. `any` and `in` make branches; each branch is
 * equalities, at most one `has` and ranges. A branch is served when its equalities and `has`, then its range or order, are the head of an index.
 */
import { checkField, isPlain } from './check'
import { AFTER_NUMBERS, AFTER_TEXT, compareKeys, type Key, NOTHING, pick, toKey } from './keys'
import { type Collection, type Condition, type Doc, type Index, Unindexed, Unstorable, type Where } from './port'

/** Both ends, so that a bound on numbers never lets texts in. `open` leaves the end itself out. */
export interface Range {
  low: Key
  lowOpen: boolean
  high: Key
  highOpen: boolean
}
export interface Branch {
  equal: Map<string, Key>
  has: Map<string, string>
  range: Map<string, Range>
}
type Atom = { field: string } & ({ equal: Key } | { has: string } | { range: Range })

/** More branches than this is a list that wants another design. */
const MOST_BRANCHES = 400

/** All the ways a document can match; [] when none can. */
export function branches(where: Where): Branch[] {
  return expand(where, 0)
    .map(fold)
    .filter(branch => branch !== null)
}

/** Whether a document is in any of the branches. */
export const inBranches = (doc: Doc, ways: Branch[]) => ways.some(branch => inBranch(doc, branch))
export const matches = (doc: Doc, where: Where) => inBranches(doc, branches(where))

function inBranch(doc: Doc, branch: Branch): boolean {
  for (const [field, key] of branch.equal) if (compareKeys(toKey(pick(doc, field)), key) !== 0) return false
  for (const [field, range] of branch.range) if (!inRange(toKey(pick(doc, field)), range)) return false
  for (const [field, value] of branch.has) {
    const list = pick(doc, field)
    if (!Array.isArray(list) || !list.includes(value)) return false
  }
  return true
}

function inRange(key: Key, range: Range): boolean {
  const low = compareKeys(key, range.low)
  const high = compareKeys(key, range.high)
  return (range.lowOpen ? low > 0 : low >= 0) && (range.highOpen ? high < 0 : high <= 0)
}

function expand(where: Where, depth: number): Atom[][] {
  if (where === null || typeof where !== 'object' || !isPlain(where) || depth > 20)
    throw new Unstorable('where is not an object of conditions')
  const { all, any } = parts(where)
  if (all) return product(all.map(it => expand(it, depth + 1)))
  if (any) return capped(any.flatMap(it => expand(it, depth + 1)))
  return product(Object.entries(where).map(([field, condition]) => atoms(field, condition)))
}

/** `{ all: [...] }` and `{ any: [...] }` are parts; a field that happens to be called so is compared with no list. */
function parts(where: Where): { all?: Where[]; any?: Where[] } {
  const { all, any } = where as { all?: unknown; any?: unknown }
  if (Object.keys(where).length > 1) return {}
  return { ...(Array.isArray(all) && { all }), ...(Array.isArray(any) && { any }) }
}

function product(parts: Atom[][][]): Atom[][] {
  return parts.reduce<Atom[][]>((so, part) => capped(so.flatMap(left => part.map(right => [...left, ...right]))), [[]])
}

function capped(ways: Atom[][]): Atom[][] {
  if (ways.length > MOST_BRANCHES) throw new Unindexed(`more than ${MOST_BRANCHES} branches`)
  return ways
}

function atoms(field: string, condition: Condition): Atom[][] {
  checkField(field)
  if (condition === undefined) throw new Unstorable(`${field} is undefined in where: it would widen the query`)
  if (condition === null || typeof condition !== 'object') return [[{ field, equal: equalKey(field, condition) }]]
  const names = Object.keys(condition)
  if (Array.isArray(condition) || names.length === 0) throw new Unstorable(`${field} has no condition`)
  if ('in' in condition && names.length === 1 && Array.isArray(condition.in))
    return [...new Set(condition.in)].map(value => [{ field, equal: equalKey(field, value) }])
  if ('has' in condition && names.length === 1 && typeof condition.has === 'string') return [[{ field, has: condition.has }]]
  if ('prefix' in condition && names.length === 1 && typeof condition.prefix === 'string')
    return [[{ field, range: prefixed(condition.prefix) }]]
  return [[{ field, range: bounded(field, condition as { [bound: string]: unknown }) }]]
}

function equalKey(field: string, value: unknown): Key {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return toKey(value as string)
  throw new Unstorable(`${field} is compared with ${typeof value}`)
}

// '\uffff' would miss rare letters beyond the BMP.
const prefixed = (text: string): Range => {
  const high = text === '' ? AFTER_TEXT : `${text}\u{10ffff}`
  return { low: text, lowOpen: false, high, highOpen: true }
}

function bounded(field: string, bounds: { [bound: string]: unknown }): Range {
  const kind = typeof Object.values(bounds)[0]
  const range: Range =
    kind === 'string'
      ? { low: '', lowOpen: false, high: AFTER_TEXT, highOpen: true }
      : { low: NOTHING, lowOpen: true, high: AFTER_NUMBERS, highOpen: true }
  for (const [name, value] of Object.entries(bounds)) {
    if (typeof value !== kind || (typeof value !== 'string' && !Number.isFinite(value)))
      throw new Unstorable(`${field} ${name} ${String(value)}`)
    const key = value as string | number
    if (name === 'gt' || name === 'gte') Object.assign(range, tighterLow(range, { ...range, low: key, lowOpen: name === 'gt' }))
    else if (name === 'lt' || name === 'lte') Object.assign(range, tighterHigh(range, { ...range, high: key, highOpen: name === 'lt' }))
    else throw new Unstorable(`${field} has the condition ${name.slice(0, 40)}`)
  }
  return range
}

function tighterLow(a: Range, b: Range): Pick<Range, 'low' | 'lowOpen'> {
  const order = compareKeys(a.low, b.low)
  return order > 0 || (order === 0 && a.lowOpen) ? { low: a.low, lowOpen: a.lowOpen } : { low: b.low, lowOpen: b.lowOpen }
}
function tighterHigh(a: Range, b: Range): Pick<Range, 'high' | 'highOpen'> {
  const order = compareKeys(a.high, b.high)
  return order < 0 || (order === 0 && a.highOpen) ? { high: a.high, highOpen: a.highOpen } : { high: b.high, highOpen: b.highOpen }
}

/** One branch out of its atoms; null when they contradict each other. */
function fold(list: Atom[]): Branch | null {
  const branch: Branch = { equal: new Map(), has: new Map(), range: new Map() }
  for (const atom of list) if (!take(branch, atom)) return null
  for (const [field, key] of branch.equal) {
    const range = branch.range.get(field)
    if (range && !inRange(key, range)) return null
    branch.range.delete(field)
  }
  return branch
}

function take(branch: Branch, atom: Atom): boolean {
  if ('has' in atom) {
    if (branch.has.size && branch.has.get(atom.field) !== atom.has) throw new Unindexed('two `has` in one query')
    branch.has.set(atom.field, atom.has)
  } else if ('equal' in atom) {
    const known = branch.equal.get(atom.field)
    if (known !== undefined && compareKeys(known, atom.equal) !== 0) return false
    branch.equal.set(atom.field, atom.equal)
  } else {
    const known = branch.range.get(atom.field)
    branch.range.set(atom.field, known ? { ...tighterLow(known, atom.range), ...tighterHigh(known, atom.range) } : atom.range)
  }
  return true
}

/** Order fields without their sign, the id left off, and the one direction. */
export function direction(order: string[] | undefined): { fields: string[]; down: boolean } {
  const signs = new Set((order ?? []).map(field => field.startsWith('-')))
  if (signs.size > 1) throw new Unstorable('order goes in two directions')
  const down = signs.has(true)
  const fields = (order ?? []).map(field => (down ? field.slice(1) : field))
  fields.forEach(checkField)
  if (fields.at(-1) === '_id') fields.pop()
  if (fields.includes('_id') || new Set(fields).size < fields.length) throw new Unstorable(`order ${fields}`)
  return { fields, down }
}

/** What serves a branch: an index, or the ids alone (`null`). */
export interface Served {
  index: Index | null
}

/**
 * The shortest index that serves the branch in this order. A condition on the field that decides who reaches a document may stand beside any index:
 * the door adds it to every query.
 */
export function serve(name: string, collection: Collection, branch: Branch, order: string[]): Served {
  if (branch.equal.has('_id') && !branch.has.size && declared(collection, branch)) return { index: null }
  const whole = shortest(collection, branch, order)
  if (whole !== undefined) return { index: whole }
  const reach = reachField(collection)
  if (reach && (branch.equal.has(reach) || branch.range.has(reach))) {
    const index = shortest(collection, without(branch, reach), order)
    if (index !== undefined) return { index }
  }
  throw new Unindexed(`${name}: no index serves ${describe(branch)} order ${order.join(', ') || 'id'}`)
}

/** The field that decides who reaches a document. It always has a key column. */
export function reachField({ reach }: Collection): string | undefined {
  if (typeof reach === 'string') return undefined
  return 'division' in reach ? reach.division : reach.person
}

/** Whether every field of the branch has a key of its own, so that one document can be judged by its keys. */
function declared(collection: Collection, branch: Branch): boolean {
  const keys = new Set(['_id', reachField(collection), ...collection.indexes.flatMap(index => index.fields)])
  return [...branch.equal.keys(), ...branch.range.keys()].every(field => keys.has(field))
}

function without(branch: Branch, field: string): Branch {
  const copy = { equal: new Map(branch.equal), has: branch.has, range: new Map(branch.range) }
  copy.equal.delete(field)
  copy.range.delete(field)
  return copy
}

/** undefined: none; null: the ids themselves. */
function shortest(collection: Collection, branch: Branch, order: string[]): Index | null | undefined {
  const ranges = [...branch.range.keys()].filter(field => field !== '_id')
  if (!branch.equal.size && !branch.has.size && !ranges.length && !order.length) return null
  const fit = collection.indexes.filter(index => fits(index, branch, ranges, order))
  return fit.sort((a, b) => a.fields.length - b.fields.length)[0]
}

function fits(index: Index, branch: Branch, ranges: string[], order: string[]): boolean {
  if ((index.has ?? '') !== ([...branch.has.keys()][0] ?? '')) return false
  const sorted = order.filter(field => !branch.equal.has(field))
  if (ranges.length > 1 || (ranges.length && sorted.length && sorted[0] !== ranges[0])) return false
  const head = index.fields.slice(0, branch.equal.size)
  const next = sorted.length ? sorted : ranges
  return (
    head.length === branch.equal.size &&
    head.every(field => branch.equal.has(field)) &&
    next.every((field, i) => index.fields[head.length + i] === field)
  )
}

function describe(branch: Branch): string {
  const parts = [
    ...[...branch.equal.keys()].map(f => `${f} =`),
    ...[...branch.has.keys()].map(f => `${f} has`),
    ...[...branch.range.keys()].map(f => `${f} range`),
  ]
  return parts.join(', ') || 'everything'
}
