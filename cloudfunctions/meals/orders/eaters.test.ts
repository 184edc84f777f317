import { openTown, type Someone, type Town } from '../../_kit/testing'

const COMMUNITY = '210102025015'
const GRID = `${COMMUNITY}001`
const OTHER = `${COMMUNITY}002`

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await town.as('community', COMMUNITY)
})
afterEach(() => town.close())

async function lives(name: string, room: string, grid = GRID, born = '1940-01-02') {
  const home = (await office.call('people.add_household', { grid, address: { building: grid.slice(-1), unit: '2', room } })).id
  const person = { name, sex: 'female' as const, born, phones: ['13800138000'], relation: '户主', living: 'living' as const }
  return (await office.call('people.add_resident', { household: home, person })).id
}

test('the kitchen finds who rings by surname, initials or door, and sees how they are called and where, nothing more', async () => {
  const zhang = await lives('张桂兰', '501')
  await lives('李秀英', '502', OTHER)
  const cook = await town.as('kitchen', COMMUNITY)
  const found = [{ eater: zhang, call: '张奶奶', door: '1号楼 2单元 501', age: 86 }]
  for (const words of ['张', '张桂兰', 'zhang', 'zgl', '1-2-501'])
    expect(await cook.call('meals.eaters', { division: COMMUNITY, words })).toEqual(found)
  expect(await cook.call('meals.eaters', { division: COMMUNITY, words: '502' })).toEqual([])
  expect((await cook.call('meals.eaters', { division: COMMUNITY, words: '2-2' })).map(one => one.call)).toEqual(['李奶奶'])
})

test('a grid worker finds those of her grid only', async () => {
  await lives('张桂兰', '501')
  await lives('张秀英', '502', OTHER)
  const worker = await town.as('grid', GRID)
  expect((await worker.call('meals.eaters', { division: GRID, words: '张' })).length).toBe(1)
  expect((await worker.call('meals.eaters', { division: COMMUNITY, words: '张' })).length).toBe(1)
})

test('nobody is found who has died or moved away', async () => {
  const zhang = await lives('张桂兰', '501')
  await office.call('people.end_resident', { resident: zhang, why: 'deceased', on: '2026-11-20' })
  expect(await office.call('meals.eaters', { division: COMMUNITY, words: '张' })).toEqual([])
  expect(await office.call('meals.eaters', { division: COMMUNITY, words: '1-2-501' })).toEqual([])
})
