/** A planned query in the words of WeChat cloud's database commands. Conditions compare like with like there too, so ranges need no guard. */
import { AFTER_NUMBERS, fromKey, type Key, NOTHING } from './keys'
import type { Branch, Range } from './plan'

/** A command of the SDK; opaque here. */
export interface Term {
  and(more: Term): Term
}
export interface Command {
  eq(value: unknown): Term
  neq(value: unknown): Term
  gt(value: unknown): Term
  gte(value: unknown): Term
  lt(value: unknown): Term
  lte(value: unknown): Term
  in(values: unknown[]): Term
  and(filters: Filter[]): Filter
  or(filters: Filter[]): Filter
  aggregate: { sum(value: unknown): unknown }
}
export type Filter = { [field: string]: Term } | Term

/** Where a page goes on: the keys of the last document, by the fields of the order and the id. */
export interface Beyond {
  fields: string[]
  keys: Key[]
  down: boolean
}

/** One filter for all branches: the engine itself finds a document that is in two of them once. */
export function filterOf(_: Command, ways: Branch[], beyond?: Beyond): Filter {
  const any = either(
    _,
    ways.map(way => every(_, conditions(_, way))),
  )
  return beyond ? every(_, [any, past(_, beyond)]) : any
}

const isEmpty = (filter: Filter) => Object.getPrototypeOf(filter) === Object.prototype && Object.keys(filter).length === 0
function every(_: Command, filters: Filter[]): Filter {
  const real = filters.filter(filter => !isEmpty(filter))
  return real.length > 1 ? _.and(real) : (real[0] ?? {})
}
const either = (_: Command, filters: Filter[]): Filter => (filters.some(isEmpty) ? {} : filters.length > 1 ? _.or(filters) : filters[0])

function conditions(_: Command, { equal, has, range }: Branch): Filter[] {
  return [
    ...[...equal].map(([field, key]) => ({ [field]: _.eq(fromKey(key)) })),
    ...[...has].map(([field, value]) => ({ [field]: _.eq(value) })),
    ...[...range].map(([field, it]) => ({ [field]: within(_, it) })),
  ]
}

function within(_: Command, { low, lowOpen, high, highOpen }: Range): Term {
  const open = low === NOTHING
  const below = low !== NOTHING && (lowOpen ? _.gt(low) : _.gte(low))
  const unbounded = typeof high === 'object' || (high === AFTER_NUMBERS && typeof low === 'number')
  const above = !unbounded && (highOpen ? _.lt(high) : _.lte(high))
  if (below && above) return below.and(above)
  if (below) return below
  return above || (open ? _.gte(-Number.MAX_VALUE) : _.gte(''))
}

/** After (or, downwards, before) the given keys: the first field is beyond, or it is equal and the next is. */
function past(_: Command, { fields, keys, down }: Beyond): Filter {
  const names = [...fields, '_id']
  const ways = names.flatMap((name, i) => {
    const same = names.slice(0, i).map((field, j) => ({ [field]: _.eq(fromKey(keys[j])) }))
    return outside(_, keys[i], down).map(term => every(_, [...same, { [name]: term }]))
  })
  return either(_, ways)
}

/** Commands take one type at a time; the order runs nothing, numbers, texts, booleans. */
function outside(_: Command, key: Key, down: boolean): Term[] {
  const [nothing, numbers, texts] = [_.eq(null), _.gte(-Number.MAX_VALUE), _.gte('')]
  if (key === NOTHING) return down ? [] : [_.neq(null)]
  if (typeof key === 'number') return down ? [_.lt(key), nothing] : [_.gt(key), texts, _.in([true, false])]
  if (typeof key === 'string') return down ? [_.lt(key), numbers, nothing] : [_.gt(key), _.in([true, false])]
  if (down) return key[0] === 1 ? [_.eq(false), texts, numbers, nothing] : [texts, numbers, nothing]
  return key[0] === 1 ? [] : [_.eq(true)]
}
