import { openTown } from '../_kit/testing'

const GRID = '210102025015001'

test('somebody at home sees their own grid worker and community with numbers, and nobody from elsewhere', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  await town.as('grid', GRID, { name: '周敏', phone: '13900000001' })
  await town.as('grid', '210102025014001', { name: '别处的', phone: '13900000002' })
  await town.as('community', '210102025015', { name: '刘芳', phone: '13900000003' })
  const neighbour = await town.as('resident', GRID, { name: '王福来', phone: '13900000004' })
  const helpers = await neighbour.call('account.helpers', {})
  expect(helpers.map(({ name, role, phone }) => [name, role, phone])).toEqual([
    ['周敏', 'grid', '13900000001'],
    ['刘芳', 'community', '13900000003'],
  ])
  await town.close()
})

test('whose home is not known is given nobody', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  await town.as('community', '210102025015', { name: '刘芳', phone: '13900000003' })
  const above = await town.as('district', '210102', { name: '孙丽', phone: '13900000005' })
  expect(await above.call('account.helpers', {})).toEqual([])
  await town.close()
})
