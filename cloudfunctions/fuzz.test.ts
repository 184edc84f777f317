/**
 * Wrong and hostile input, at every operation: good inputs with anything put anywhere in them, as any role. Nothing may end in a bug, a refused
 * call may change nothing, and nothing may reach the place nobody here belongs to. FUZZ_RUNS asks for more than the usual number an operation.
 */
import { contract, type Name } from '@domain'
import type { Feature, Operation, Role } from '@domain/contract'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from './_kit/testing'
import { watching } from './_kit/watch'
import { fill, type Place, SAMPLES, type World } from './_kit/world'

// the machine may be busy with other things; slowness is not what this is about
jest.setTimeout(120_000)

const RUNS = Number(process.env.FUZZ_RUNS ?? 300)
const OPERATIONS = Object.entries(contract as { [feature: string]: Feature }).flatMap(([feature, operations]) =>
  Object.entries(operations).map(([short, operation]): [Name, Operation] => [`${feature}.${short}` as Name, operation]),
)
/** Nobody who reaches the last place (another district). */
const ROLES: Role[] = [
  'resident',
  'family',
  'volunteer',
  'lead',
  'kitchen',
  'grid',
  'community',
  'street',
  'district',
  'security',
  'auditor',
]

const watch = watching()
let town: Town
let world: World
let callers: Map<Role | 'nobody', Someone>
let far: string

beforeAll(async () => {
  town = await openTown({ now: '2026-11-21T09:00', demo: true, wrap: watch.wrap })
  world = await fill(town)
  callers = new Map(ROLES.map(role => [role, town.again(world.callers[role])]))
  callers.set('nobody', town.nobody)
  far = await stateOf(world.places[4])
})
afterAll(() => town.close())

/** Everything the place holds, as text. */
async function stateOf({ household, empty, resident, visit, matter, membership, consent, job, photo, grid }: Place): Promise<string> {
  const ids: [string, string][] = [
    ...([household, empty].flatMap(id => [
      ['households', id],
      ['doors', id],
    ]) as [string, string][]),
    ...([
      ['residents', resident],
      ['visits', visit],
      ['matters', matter],
      ['memberships', membership],
    ] as [string, string][]),
    ...([
      ['consents', consent],
      ['import_jobs', job],
      ['filings', `${photo}|${grid}`],
      ['grids', grid],
    ] as [string, string][]),
  ]
  return JSON.stringify(await Promise.all(ids.map(([collection, id]) => town.store.get(collection, id))))
}

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)
const NASTY: unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    Number.NaN,
    '',
    ' ',
    '\n',
    '\u0000',
    '\ud800',
    '\u202e',
    '￿',
    '𬭎',
    '阿依古丽·买买提',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '0001-01-01',
    '9999-12-31',
    '2026-11-21T00:00',
    '1'.repeat(40),
    '-1',
    '1e9',
    'NaN',
    '__proto__',
    'constructor',
    'null',
  ],
  ...[
    "'; DROP TABLE residents; --",
    '%00',
    '../../etc/passwd',
    '<script>',
    '=HYPERLINK("x")',
    '(a+)+$'.repeat(50),
    'WyJhIiwxXQ',
    'eyJhIjoxfQ==',
    '[]',
    '{}',
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { $gt: '' },
    { $ne: null },
    { $where: 'sleep(1000)' },
    { in: ['2101'] },
    { prefix: '' },
    { has: 'x' },
    { _id: 'x' },
  ],
  ...[
    JSON.parse('{"__proto__":{"admin":true}}'),
    { constructor: { prototype: { admin: true } } },
    { toString: 'x', valueOf: 1 },
    { length: 1e9 },
  ],
  ...[
    'x'.repeat(2001),
    'x'.repeat(1 << 20),
    deep(30),
    deep(10_000),
    Array(1001).fill(1),
    Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`k${i}`, i])),
  ],
]
const FORGED = [
  'openid',
  '_openid',
  'userId',
  'person',
  'account',
  'role',
  'roles',
  'scope',
  'grid',
  'community',
  'division',
  'divisions',
  'points',
  'status',
  'state',
  '_id',
  'id',
  'by',
  'version',
  'now',
  'today',
  'demo',
  'key',
  'token',
  'platform',
  'operator',
  '$set',
  '$where',
  '__proto__',
  'constructor',
]

type Change = { how: 'put' | 'drop' | 'forge' | 'wrap' | 'whole'; at: number; value: unknown; key: string }

const strange = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)
const changeFor = (operation: Operation): fc.Arbitrary<Change> => {
  const known = Object.keys((operation.input as { entries?: object }).entries ?? {})
  return fc.record({
    how: fc.constantFrom(
      'put' as const,
      'put' as const,
      'put' as const,
      'forge' as const,
      'drop' as const,
      'wrap' as const,
      'whole' as const,
    ),
    at: fc.nat(20),
    value: fc.oneof(
      { weight: 3, arbitrary: strange },
      { weight: 1, arbitrary: fc.nat(4).chain(i => fc.constantFrom(...SUBJECTS.map(field => ({ place: i, field })))) },
    ),
    key: known.length > 0 ? fc.oneof(fc.constantFrom(...FORGED), fc.constantFrom(...known)) : fc.constantFrom(...FORGED),
  })
}
const SUBJECTS = [
  'grid',
  'community',
  'household',
  'resident',
  'visit',
  'matter',
  'membership',
  'account',
  'consent',
  'photo',
  'workbook',
  'job',
] as const

/** Another place's id where one was asked for, else the value itself. */
const meant = (value: unknown): unknown => {
  const subject = value as { place?: number; field?: (typeof SUBJECTS)[number] } | null
  return typeof subject === 'object' && subject?.field && subject.place !== undefined ? world.places[subject.place][subject.field] : value
}

function changed(input: unknown, { how, at, value, key }: Change): unknown {
  if (how === 'whole') return meant(value)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const fields = Object.entries(input)
  const forged = (pairs: [string, unknown][]) => {
    const out: { [field: string]: unknown } = {}
    // defined, not assigned: __proto__ has to arrive as a field of its own, as JSON.parse makes it
    for (const [name, one] of pairs) Object.defineProperty(out, name, { value: one, enumerable: true, writable: true, configurable: true })
    return out
  }
  if (how === 'forge' || fields.length === 0) return forged([...fields, [key, meant(value)]])
  const i = at % fields.length
  const [name, inner] = fields[i]
  if (how === 'drop') return forged(fields.filter((_, j) => j !== i))
  const isObject = typeof inner === 'object' && inner !== null && !Array.isArray(inner)
  const next = how === 'wrap' ? [inner] : isObject && at > 6 ? changed(inner, { how, at: at - 7, value, key }) : meant(value)
  return forged([...fields.slice(0, i), [name, next], ...fields.slice(i + 1)])
}

describe.each(OPERATIONS)('%s', (name, operation) => {
  test('takes anything without a bug, and what it refuses changes nothing', async () => {
    const input = SAMPLES[name].input as (place: Place) => unknown
    const property = fc.asyncProperty(
      fc.constantFrom(...ROLES, ...operation.roles.filter(role => ROLES.includes(role)), 'nobody' as const),
      fc.nat(4),
      fc.array(changeFor(operation), { maxLength: 3 }),
      async (role, place, changes) => {
        const sent = changes.reduce(changed, input(world.places[place]))
        const before = watch.writes()
        const { status, body } = await (callers.get(role) as Someone).answer(name, sent, { ip: '203.0.113.7' })
        expect(status).toBeLessThan(500)
        if ('ok' in body) return
        expect(watch.writes()).toBe(before)
        expect(body.refused.message).toMatch(/[\u4e00-\u9fff]/)
        expect(Object.keys(body.refused).every(field => ['code', 'message', 'at'].includes(field))).toBe(true)
      },
    )
    await fc.assert(property, { numRuns: RUNS })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    expect(await stateOf(world.places[4])).toBe(far)
  })
})
