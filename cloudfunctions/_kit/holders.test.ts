import { accountsOf, heldBelow, heldIn } from './holders'
import type { MembershipDoc } from './identity'
import { openTown } from './testing'

const COMMUNITY = '210102025015'
const held = (n: number, more: Partial<MembershipDoc> = {}) =>
  ({ _id: `m${n}`, account: `a${n}`, role: 'volunteer', scope: COMMUNITY, since: '2026-01-01', ...more }) as MembershipDoc

test('the one who works for the community is found behind twelve hundred volunteers', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const office = held(0, { _id: 'zz', account: 'office', role: 'community' })
  await town.store.load('memberships', [...Array.from({ length: 1200 }, (_, n) => held(n)), office])
  expect(accountsOf(await heldIn(town.store, COMMUNITY, 'community', '2026-11-21'))).toEqual(['office'])
  await town.close()
})

test('a role counts on its days alone, below a place too, and each account once', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const grid = (n: number, more: Partial<MembershipDoc>) => held(n, { role: 'grid', scope: `${COMMUNITY}001`, ...more })
  const [over, ahead] = [grid(1, { until: '2026-11-20' }), grid(2, { since: '2026-11-22' })]
  const twice = [grid(3, { until: '2026-11-21' }), grid(4, { account: 'a3', scope: `${COMMUNITY}002` })]
  await town.store.load('memberships', [over, ahead, ...twice])
  expect(accountsOf(await heldBelow(town.store, COMMUNITY, 'grid', '2026-11-21'))).toEqual(['a3'])
  expect(await heldIn(town.store, COMMUNITY, 'grid', '2026-11-21')).toEqual([])
  await town.close()
})
