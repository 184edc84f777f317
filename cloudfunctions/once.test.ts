/** Every write of the contract, sent again: five times one after the other, five at once, after a restart, and with another input under its key. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract, type Name } from '@domain'
import type { Feature, Operation, Role } from '@domain/contract'
import { openTown, type Someone, type Town } from './_kit/testing'
import { fill, type Place, SAMPLES, STANDING, type World } from './_kit/world'

// the machine may be busy with other things; slowness is not what this is about
jest.setTimeout(120_000)

const NOW = '2026-11-21T09:00'
const folder = mkdtempSync(join(tmpdir(), 'lianglin-once-'))
const base = join(folder, 'base.db')
let world: World
let blobs: Town['blobs']

beforeAll(async () => {
  const town = await openTown({ now: NOW, file: base })
  world = await fill(town)
  blobs = town.blobs
  await town.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const WRITES = Object.entries(contract as { [feature: string]: Feature }).flatMap(([feature, operations]) =>
  Object.entries(operations)
    .filter(([, operation]) => operation.kind === 'write' && !operation.keyless)
    .map(([short, operation]): [Name, Operation] => [`${feature}.${short}` as Name, operation]),
)
/** Somebody whom the operation lets through at the first place; the nearest to the door first. */
const roleFor = (operation: Operation): Role => {
  const near: Role[] = ['community', 'grid', 'district', 'security', ...(Object.keys(STANDING) as Role[])]
  return near.find(role => operation.scope === 'signed' || operation.roles.includes(role)) ?? 'community'
}

async function fresh(name: string) {
  const file = join(folder, `${name}.db`)
  copyFileSync(base, file)
  const town = await openTown({ now: NOW, file, blobs })
  return { town, file }
}
const effects = async (town: Town, operation: string) => {
  const all = await town.store.find('audit', { where: { at: { gte: town.now() } }, limit: 1000 })
  return all.items.filter(one => one.operation === operation && one.ok).length
}
const same = (answers: unknown[]) => new Set(answers.map(one => JSON.stringify(one))).size

describe.each(WRITES)('%s', (name, operation) => {
  test('has one effect and one answer, however often it is sent', async () => {
    const input = (SAMPLES[name].input as (place: Place) => unknown)(world.places[0])
    const { town, file } = await fresh(name)
    const caller = town.again(world.callers[roleFor(operation)])
    const before = await effects(town, name)
    const send = (it: Someone) => it.answer(name, input, { key: 'the-key' })
    const atOnce = await Promise.all(Array.from({ length: 5 }, () => send(caller)))
    expect(atOnce[0]).toMatchObject({ status: 200 })
    const later = []
    for (let i = 0; i < 5; i++) later.push(await send(caller))
    expect(same([...atOnce, ...later])).toBe(1)
    expect(await effects(town, name)).toBe(before + 1)
    const other = await caller.answer(name, (SAMPLES[name].input as (place: Place) => unknown)(world.places[1]), { key: 'the-key' })
    const differs = JSON.stringify(input) !== JSON.stringify((SAMPLES[name].input as (place: Place) => unknown)(world.places[1]))
    if (differs && roleFor(operation) === 'community')
      expect(other).toMatchObject({ status: 409, body: { refused: { code: 'call.key_reused' } } })
    await town.close()
    const again = await openTown({ now: '2026-11-22T09:00', file, blobs })
    expect(await send(again.again(world.callers[roleFor(operation)]))).toEqual(atOnce[0])
    await again.close()
  })
})

test('the same call under another key is another call', async () => {
  const { town } = await fresh('other-key')
  const clerk = town.again(world.callers.community)
  const log = () => clerk.call('visits.log', { ...SAMPLES['visits.log'].input(world.places[0]) })
  expect((await log()).id).not.toBe((await log()).id)
  await town.close()
})
