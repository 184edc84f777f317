/** For whom somebody acts, asked of the door through an operation that only shows a person. */
import { COMMUNITY, daughterOf, eaterIn, GRID, type TestEater } from '../meals/town'
import { openTown, type Someone, type Town } from './testing'
import { wardsOf } from './wards'

const ELSEWHERE = '210102025014'
let town: Town
let mother: TestEater
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  mother = await eaterIn(town)
})
afterEach(() => town.close())

const ask = (who: Someone, eater = mother.id) => who.answer('meals.diner', { eater })
const sees = async (who: Someone) => (await ask(who)).status === 200
/** Refused in the same bytes as somebody who does not exist. */
async function seesNothing(who: Someone) {
  const [asked, nobody] = [await ask(who), await ask(who, 'nobody-there')]
  expect(asked.status).toBe(404)
  expect(JSON.stringify(asked)).toBe(JSON.stringify(nobody))
}

test('everybody acts for themselves, and for nobody else', async () => {
  expect(await sees(mother.me)).toBe(true)
  await seesNothing((await eaterIn(town)).me)
})

test('family acts while the recorded consent holds, and from the day after its end no more', async () => {
  const daughter = await daughterOf(town, mother)
  expect(await sees(daughter)).toBe(true)
  const other = await eaterIn(town)
  expect((await ask(daughter, other.id)).status).toBe(404)
  const office = await town.as('community', COMMUNITY)
  const [consent] = await office.call('people.consents', { resident: mother.id })
  await town.store.transaction(tx => tx.update('memberships', `family|${consent.id}`, { set: { until: '2026-11-21' } }))
  expect(await sees(daughter)).toBe(true)
  town.moveTo('2026-11-22T00:00')
  await seesNothing(daughter)
})

test('a family membership that no consent stands behind opens nothing', async () => {
  await seesNothing(await town.as('family', COMMUNITY))
})

test('staff act for those registered in their divisions, by the roles an operation names', async () => {
  for (const [role, scope] of [
    ['grid', GRID],
    ['kitchen', COMMUNITY],
    ['community', COMMUNITY],
  ] as const)
    expect([role, await sees(await town.as(role, scope))]).toEqual([role, true])
  for (const role of ['grid', 'kitchen', 'community'] as const)
    await seesNothing(await town.as(role, role === 'grid' ? '210102025015002' : ELSEWHERE))
  for (const role of ['volunteer', 'lead', 'street', 'district', 'city', 'admin', 'auditor'] as const)
    await seesNothing(await town.as(role, role === 'city' ? '2101' : COMMUNITY))
})

test('who is not signed in is nobody, before anything is looked for', async () => {
  expect((await ask(town.nobody)).status).toBe(401)
})

test('as whom somebody acts is kept with what they do: own record first, then consent, then office', async () => {
  const both = await town.as('community', COMMUNITY, { name: '张桂兰', resident: mother.id })
  await both.call('meals.set_diner', {
    ...{ eater: mother.id, version: 0 },
    form: { ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash' },
  })
  // her own record: she is herself there, not the office
  await expect(
    both.call('meals.set_diner', {
      ...{ eater: mother.id, version: 1, alert: '当心' },
      form: { ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash' },
    }),
  ).rejects.toMatchObject({ code: 'meals.staff_only' })
})

test('the people somebody may choose among are themselves and those who let them', async () => {
  const daughter = await daughterOf(town, mother)
  const [{ _id }] = (await town.store.find('memberships', { where: { account: daughter.id }, limit: 10 })).items.filter(one =>
    one._id.startsWith('family|'),
  )
  const person = { id: 'a', name: '王秀兰', resident: 'herself', memberships: [{ id: _id, role: 'family' as const, scope: COMMUNITY }] }
  expect(await wardsOf(town.store, person)).toEqual([{ resident: 'herself' }, { resident: mother.id, relation: '女儿' }])
})
