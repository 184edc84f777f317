import fc from 'fast-check'
import { ROLES } from '../contract'
import { type Held, mayGive, refusedEnding, refusedGiving, stateOf } from './rules'

const COMMUNITY = '210102025015'
const community = [{ role: 'community' as const, scope: COMMUNITY }]
const wanted = (more: Partial<Held>): Held => ({ role: 'grid', scope: `${COMMUNITY}001`, since: '2026-11-21', ...more })
const code = (giver: { role: Held['role']; scope: string }[], held: Held[], it: Held) => refusedGiving(giver, held, it)?.code

test('a community worker makes a grid worker in her own community and nowhere else', () => {
  expect(code(community, [], wanted({}))).toBeUndefined()
  expect(code(community, [], wanted({ scope: '210102025014001' }))).toBe('account.above_you')
})

test('a community worker makes neither another community worker nor anybody above her', () => {
  for (const [role, scope] of [
    ['community', COMMUNITY],
    ['street', '210102025'],
    ['district', '210102'],
    ['city', '2101'],
  ] as const)
    expect(code(community, [], wanted({ role, scope }))).toBe('account.above_you')
})

test('each level gives the roles below it, security gives any, and nobody else gives one', () => {
  expect(mayGive('street')).toContain('community')
  expect(mayGive('street')).not.toContain('street')
  expect(mayGive('city')).toEqual(expect.arrayContaining(['district', 'street', 'community', 'grid']))
  expect([...mayGive('security')].sort()).toEqual([...ROLES].sort())
  for (const role of ['resident', 'grid', 'volunteer', 'admin', 'auditor'] as const) expect(mayGive(role)).toEqual([])
})

test('no rank makes a role outside its own division or at its own level or above', () => {
  const divisions = fc.constantFrom('2101', '210102', '210103', '210102025', COMMUNITY, '210102025014', `${COMMUNITY}001`)
  const rank = ['grid', 'community', 'street', 'district', 'city']
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), divisions, fc.constantFrom(...ROLES), divisions, (by, from, role, scope) => {
      if (by === 'security' || refusedGiving([{ role: by, scope: from }], [], wanted({ role, scope }))) return
      expect(scope.startsWith(from)).toBe(true)
      if (rank.includes(role)) expect(rank.indexOf(role)).toBeLessThan(rank.indexOf(by))
    }),
  )
})

test('the system, security and audit administrators are three people', () => {
  const security = [{ role: 'security' as const, scope: '2101' }]
  const auditor = { role: 'auditor' as const, scope: '2101', since: '2026-01-01' }
  expect(code(security, [auditor], wanted({ role: 'admin', scope: '2101' }))).toBe('account.duties_conflict')
  expect(code(security, [{ ...auditor, until: '2026-11-20' }], wanted({ role: 'admin', scope: '2101' }))).toBeUndefined()
})

test('the same role in the same place is not given twice for the same days', () => {
  const held = wanted({ since: '2026-11-01', until: '2026-11-30' })
  expect(code(community, [held], wanted({}))).toBe('account.already_has')
  expect(code(community, [held], wanted({ since: '2026-12-01' }))).toBeUndefined()
})

test('a role does not end before it begins, and stands in a place of its own level', () => {
  expect(code(community, [], wanted({ until: '2026-11-20' }))).toBe('account.dates_wrong')
  expect(code(community, [], wanted({ scope: COMMUNITY }))).toBe('account.scope_wrong')
})

test('an end is only brought forward, by somebody who could have given the role', () => {
  const held = wanted({ until: '2026-11-30' })
  expect(refusedEnding(community, held, '2026-11-25')).toBeNull()
  expect(refusedEnding(community, held, '2026-12-05')?.code).toBe('account.already_ended')
  expect(refusedEnding([{ role: 'community', scope: '210102025014' }], held, '2026-11-25')?.code).toBe('account.above_you')
})

test('a membership holds on its first and on its last day', () => {
  const held = { since: '2026-11-10', until: '2026-11-20' }
  expect(['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'].map(day => stateOf(held, day))).toEqual(['later', 'now', 'now', 'ended'])
})
