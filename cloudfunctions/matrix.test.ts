/**
 * Who may do what where: every operation of the contract x every role x five places (the caller's own, and one that differs in the grid, the
 * community, the street, the district). The contract alone says what is let through; all else is refused in the same bytes as what is not there.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Name } from '@domain'
import type { Feature, Operation, Role } from '@domain/contract'
import { openTown, type Town } from './_kit/testing'
import { watching } from './_kit/watch'
import { fill, NOWHERE, type Place, SAMPLES, STANDING, type World } from './_kit/world'

// the machine may be busy with other things; slowness is not what this is about
jest.setTimeout(120_000)

const NOW = '2026-11-21T09:00'
const folder = mkdtempSync(join(tmpdir(), 'lianglin-matrix-'))
const base = join(folder, 'base.db')
let world: World
let blobs: Town['blobs']
let strangers: Town

beforeAll(async () => {
  const town = await openTown({ now: NOW, file: base })
  world = await fill(town)
  blobs = town.blobs
  await town.close()
  copyFileSync(base, `${base}.strangers`)
  strangers = await openTown({ now: NOW, file: `${base}.strangers`, blobs })
})
afterAll(async () => {
  await strangers.close()
  rmSync(folder, { recursive: true, force: true })
})

const OPERATIONS = Object.entries(contract as { [feature: string]: Feature }).flatMap(([feature, operations]) =>
  Object.entries(operations).map(([short, operation]): [Name, Operation] => [`${feature}.${short}` as Name, operation]),
)
const ROLES = Object.keys(STANDING) as Role[]

/** What the contract says of a role and a place. */
function allowed(name: Name, operation: Operation, role: Role, place: Place): boolean {
  if (operation.demo) return false
  if (operation.scope === 'public' || operation.scope === 'signed') return true
  if (!operation.roles.includes(role)) return false
  const { by, wide, ownOnly } = SAMPLES[name]
  if (ownOnly?.includes(role)) return false
  if (!by) return true
  const [scope, code] = [STANDING[role], place[by]]
  return code.startsWith(scope) || (wide === true && scope.startsWith(code))
}

/** What must not be in an answer: everything of the places that the caller does not reach. */
const foreign = (role: Role) =>
  world.places
    .filter(place => !place.grid.startsWith(STANDING[role]))
    .flatMap(({ household, empty, resident, name, visit, matter, consent }) => [household, empty, resident, name, visit, matter, consent])

describe.each(OPERATIONS)('%s', (name, operation) => {
  test('is let through exactly where the contract says, and shows nothing of other places', async () => {
    const file = join(folder, `${name}.db`)
    copyFileSync(base, file)
    const watch = watching()
    const town = await openTown({ now: NOW, file, blobs, wrap: watch.wrap })
    const input = SAMPLES[name].input as (place: Place) => unknown
    const changed = new Set<Place>()
    const wrong: unknown[] = []
    for (const role of ROLES) {
      const caller = town.again(world.callers[role])
      const nowhere = await caller.answer(name, input(NOWHERE))
      for (const place of world.places) {
        const before = watch.writes()
        const { status, body } = await caller.answer(name, input(place))
        const cell = { role, place: place.grid, status, body }
        if (allowed(name, operation, role, place)) {
          // what somebody before has ended is not there any more
          if (status >= 500 || status === 401 || (status === 404 && !changed.has(place)))
            wrong.push({ ...cell, why: 'should be let through' })
          if (operation.kind === 'write' && status === 200) changed.add(place)
        } else {
          if (JSON.stringify(body) !== JSON.stringify(nowhere.body) || status !== 404)
            wrong.push({ ...cell, nowhere, why: 'should look as if it were not there' })
          if (watch.writes() !== before) wrong.push({ ...cell, why: 'changed something' })
        }
        const leaks = foreign(role).filter(one => JSON.stringify(body).includes(one))
        if (leaks.length > 0) wrong.push({ ...cell, leaks })
      }
    }
    await town.close()
    expect(wrong).toEqual([])
  })

  test('is refused to nobody unless it is public', async () => {
    const { status } = await strangers.nobody.answer(name, (SAMPLES[name].input as (place: Place) => unknown)(world.places[0]))
    if (operation.demo) expect(status).toBe(404)
    else if (operation.scope === 'public') expect([200, 409, 422]).toContain(status)
    else expect(status).toBe(401)
  })
})
