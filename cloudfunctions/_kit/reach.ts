/** Pure arithmetic on divisions and conditions: which part of a query a caller reaches. */
import type { Collection, Condition, Doc, Where } from './store/port'

/** How far a caller reaches in one operation: division prefixes and person ids (their account and resident record). */
export interface Reach {
  divisions: string[]
  persons: string[]
}

/** Drops the divisions that lie inside another one: no document is then found twice. */
export const outermost = (divisions: string[]): string[] =>
  [...new Set(divisions)].filter(one => !divisions.some(other => other !== one && one.startsWith(other))).sort()

export const isWithin = (code: unknown, divisions: string[]): boolean =>
  typeof code === 'string' && divisions.some(division => code.startsWith(division))

/** Whether a document is inside the reach, as its collection declares it. 'system' collections never are. */
export function reaches(reach: Reach, declared: Collection['reach'], doc: Doc): boolean {
  if (declared === 'open') return true
  if (declared === 'system') return false
  if ('person' in declared) return reach.persons.includes(String(doc[declared.person]))
  return isWithin(doc[declared.division], reach.divisions)
}

/** The queries that together find what `where` finds inside the reach; none when it lies outside altogether. */
export function narrowed(where: Where, declared: Collection['reach'], reach: Reach): Where[] {
  if (declared === 'open') return [where]
  if (declared === 'system') return []
  const field = 'person' in declared ? declared.person : declared.division
  const parts = conjuncts(where)
  if ('person' in declared) return byPerson(where, parts, field, reach.persons)
  if (parts.some(part => isPinned(part, field, reach.divisions))) return [where]
  return reach.divisions.flatMap(division => within(parts, field, division))
}

type Fields = { [field: string]: Condition }
const conjuncts = (where: Where): Where[] =>
  'all' in where && Array.isArray(where.all) ? (where.all as Where[]).flatMap(conjuncts) : [where]
const isFields = (where: Where): where is Fields => !Array.isArray((where as Fields).all) && !Array.isArray((where as Fields).any)

/** True when the condition already keeps inside: on the field itself, or on `community`, which every grid code begins with (see scope.ts). */
function isPinned(part: Where, field: string, divisions: string[]): boolean {
  if (!isFields(part)) return false
  return [part[field], field === 'grid' ? part.community : undefined].some(condition => {
    if (typeof condition === 'string') return isWithin(condition, divisions)
    if (typeof condition !== 'object' || condition === null) return false
    if ('prefix' in condition) return isWithin(condition.prefix, divisions)
    return 'in' in condition && condition.in.every(one => isWithin(one, divisions))
  })
}

/** One query for one division: a condition on the field is cut down to it, or it is added. */
function within(parts: Where[], field: string, division: string): Where[] {
  // no code is longer than a grid's 15 digits, nor a `community` than 12: an equality serves more indexes than a prefix
  const whole = division.length === 15 || (field === 'community' && division.length === 12)
  const limit: Condition = whole ? division : { prefix: division }
  const at = parts.findIndex(part => isFields(part) && part[field] !== undefined)
  if (at < 0) return [joined(parts, { [field]: limit })]
  const part = parts[at] as Fields
  const cut = cutDown(part[field], division, limit)
  return cut === undefined ? [] : [joined([...parts.slice(0, at), { ...part, [field]: cut }, ...parts.slice(at + 1)], {})]
}

function cutDown(condition: Condition, division: string, limit: Condition): Condition | undefined {
  if (typeof condition === 'string') return condition.startsWith(division) ? condition : undefined
  if (typeof condition !== 'object' || condition === null) return undefined
  if ('prefix' in condition) {
    if (condition.prefix.startsWith(division)) return condition
    return division.startsWith(condition.prefix) ? limit : undefined
  }
  if (!('in' in condition)) throw new Error('a range on the field that decides who reaches a document is not supported')
  const left = condition.in.filter(one => isWithin(one, [division]))
  return left.length > 0 ? { in: left } : undefined
}

function byPerson(where: Where, parts: Where[], field: string, persons: string[]): Where[] {
  const asked = parts.map(part => (isFields(part) ? part[field] : undefined)).find(condition => condition !== undefined)
  if (asked === undefined) return persons.map(person => joined(parts, { [field]: person }))
  return typeof asked === 'string' && persons.includes(asked) ? [where] : []
}

const joined = (parts: Where[], more: Fields): Where => {
  const plain = parts.filter(isFields)
  const names = plain.flatMap(part => Object.keys(part)).concat(Object.keys(more))
  // one flat object when no field is named twice: the plainest form for every adapter
  if (plain.length === parts.length && new Set(names).size === names.length) return Object.assign({}, ...plain, more) as Where
  return { all: Object.keys(more).length > 0 ? [...parts, more] : parts }
}
