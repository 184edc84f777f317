/** A change of one document, computed: set, unset, inc, add, pull. The same code stands behind every adapter that computes changes itself. */
import { checkField } from './check'
import { pick } from './keys'
import { type Change, type Doc, type Json, Unstorable } from './port'

type Fields = { [field: string]: Json }

/** Changes the document in place and gives it back. Throws half-way on a field of the wrong kind: throw the document away then. */
export function apply(doc: Doc, change: Change): Doc {
  checkChange(change)
  for (const [path, value] of Object.entries(change.set ?? {})) edit(doc, path, () => value)
  for (const path of change.unset ?? []) edit(doc, path, () => undefined)
  for (const [path, by] of Object.entries(change.inc ?? {})) edit(doc, path, old => sum(path, old, by))
  for (const [path, value] of Object.entries(change.add ?? {})) edit(doc, path, old => added(path, old, value))
  for (const [path, value] of Object.entries(change.pull ?? {})) edit(doc, path, old => pulled(path, old, value))
  return doc
}

/** Refuses an id, unknown parts, and two changes that touch the same field: engines apply them in different orders. */
export function checkChange(change: Change): void {
  const { set = {}, unset = [], inc = {}, add = {}, pull = {}, ...unknown } = change
  if (Object.keys(unknown).length) throw new Unstorable(`change has ${Object.keys(unknown)}`)
  const paths = [...Object.keys(set), ...unset, ...Object.keys(inc), ...Object.keys(add), ...Object.keys(pull)]
  for (const path of paths) {
    checkField(path)
    if (path === '_id') throw new Unstorable('an id never changes')
  }
  const sorted = [...paths].sort()
  for (let i = 1; i < sorted.length; i++)
    if (sorted[i] === sorted[i - 1] || paths.some(path => path.startsWith(`${sorted[i - 1]}.`)))
      throw new Unstorable(`${sorted[i - 1]} is changed twice`)
  for (const by of Object.values(inc)) if (!Number.isFinite(by)) throw new Unstorable(`inc by ${by}`)
  for (const value of [...Object.values(add), ...Object.values(pull)])
    if (typeof value !== 'string') throw new Unstorable('add and pull take texts')
}

function edit(doc: Doc, path: string, next: (old: Json) => Json): void {
  const steps = path.split('.')
  const last = steps.pop() as string
  if (next(undefined) === undefined && pick(doc, path) === undefined) return
  let at: Fields = doc
  for (const step of steps) at = inside(at, step, path)
  const value = next(Object.hasOwn(at, last) ? at[last] : undefined)
  if (value === undefined) delete at[last]
  else at[last] = value
}

function inside(at: Fields, step: string, path: string): Fields {
  if (!Object.hasOwn(at, step) || at[step] === undefined || at[step] === null) at[step] = {}
  const inner = at[step]
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) throw new Unstorable(`${path}: ${step} is not an object`)
  return inner
}

function sum(path: string, old: Json, by: number): number {
  if (old !== undefined && old !== null && typeof old !== 'number') throw new Unstorable(`${path} is not a number`)
  return (old ?? 0) + by
}

function listAt(path: string, old: Json): Json[] {
  if (old !== undefined && old !== null && !Array.isArray(old)) throw new Unstorable(`${path} is not a list`)
  return old ?? []
}
const added = (path: string, old: Json, value: string) => (listAt(path, old).includes(value) ? old : [...listAt(path, old), value])
const pulled = (path: string, old: Json, value: string) => (old === undefined ? old : listAt(path, old).filter(item => item !== value))
