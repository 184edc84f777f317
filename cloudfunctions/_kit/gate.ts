/** The questions the door asks before an operation runs. Each answers with a refusal or lets through; none fails open. */
import type { Operation, Role } from '@domain/contract'
import * as v from 'valibot'
import { CAPS, overCaps } from './caps'
import type { Person } from './context'
import { outermost, type Reach } from './reach'
import { notThere, refuse } from './refuse'

/** The roles of the caller that an operation accepts. Public and signed operations take anybody, hence none. */
export function acceptedRoles(operation: Operation, person: Person | null): Role[] {
  if (operation.scope === 'signed' && !person) throw refuse('call.nobody', '请先登录')
  if (operation.scope === 'public' || operation.scope === 'signed') return []
  if (!person) throw refuse('call.nobody', '请先登录')
  const held = new Set(person.memberships.map(one => one.role))
  // whoever is tied to a resident record is a resident; that is derived, never given
  if (person.resident) held.add('resident')
  const roles = operation.roles.filter(role => held.has(role))
  // whose record it is about decides, see wards.ts
  if (operation.scope === 'ward') return roles
  if (roles.length === 0) throw refuse('call.not_there', '没有找到，可能已经改了或不归您管')
  return roles
}

/** How far the caller reaches here: the scopes of the memberships whose role counts, and what is about themselves. */
export function reachOf(person: Person | null, roles: Role[]): Reach {
  if (!person) return { divisions: [], persons: [] }
  return {
    divisions: outermost(person.memberships.filter(one => roles.includes(one.role)).map(one => one.scope)),
    persons: person.resident ? [person.id, person.resident] : [person.id],
  }
}

/** Checks the input's size and shape; unknown keys are refused. The first thing wrong is said, with its field. */
export function checkedInput(operation: Operation, input: unknown): unknown {
  const over = overCaps(input, Math.max(CAPS.letters, longest(operation.input)))
  if (over) throw over
  const result = v.safeParse(operation.input, input, { abortEarly: true, abortPipeEarly: true })
  if (result.success) return result.output
  const issue = result.issues[0]
  const at = v.getDotPath(issue) ?? undefined
  throw refuse('call.input', /[\u4e00-\u9fff]/.test(issue.message) ? issue.message : '填的内容不对，请检查后再试', at)
}

const lengths = new WeakMap<object, number>()
/** The longest string a schema allows by its own `maxLength`, anywhere inside it. */
function longest(schema: object): number {
  const known = lengths.get(schema)
  if (known !== undefined) return known
  let most = 0
  const stack: unknown[] = [schema]
  const seen = new Set<unknown>()
  while (stack.length > 0) {
    const one = stack.pop()
    if (typeof one !== 'object' || one === null || seen.has(one)) continue
    seen.add(one)
    const { type, requirement } = one as { type?: unknown; requirement?: unknown }
    if (type === 'max_length' && typeof requirement === 'number') most = Math.max(most, requirement)
    stack.push(...Object.values(one))
  }
  lengths.set(schema, most)
  return most
}

/** The input fields that name a place, and what a person calls it. An operation uses the same words when the place is absent. */
const PLACES: { [field: string]: string } = { grid: '这个网格', community: '这个社区', division: '这个地方', scope: '这个地方' }

/**
 * A place named in the input must touch the caller's: a write must lie inside it; a read may also name a wider place, of which the scoped
 * store then shows only the caller's part (a grid worker asks for the community's grids and sees one).
 */
export function checkedPlaces(feature: string, operation: Operation, input: unknown, reach: Reach) {
  if (operation.scope !== 'division') return
  for (const [field, what] of Object.entries(PLACES)) {
    const place = (input as { [field: string]: unknown })[field]
    if (typeof place !== 'string') continue
    const inside = reach.divisions.some(division => place.startsWith(division) || (operation.kind === 'read' && division.startsWith(place)))
    if (!inside) throw notThere(feature, what)
  }
}
