/** The queue moves by itself: in its order, to those who fit, not in the night, and it ends before the shift. */
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { type ShiftDoc, type SignupDoc, signupId } from '../docs'
import { roleForm, shiftOn } from '../plan/town'
import { resize } from '../seat'
import { altered, crowd, officeOf, within } from '../town'

let town: Town
let office: Someone
let ann: Someone
let bea: Someone
let cui: Someone
let shift: string
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  ;[ann, bea, cui] = await crowd(town, 3)
  shift = await shiftOn(town, office, { need: 1, day: '2026-11-30' })
})
afterEach(() => town.close())

const up = (who: Someone, id = shift) => who.call('shifts.sign_up', { shift: id, role: 'a' })
const of = async (who: Someone, id = shift) => (await town.store.get<SignupDoc>('signups', signupId(id, who.id))) as SignupDoc
const stateOf = async (who: Someone, id = shift) => (await of(who, id)).state
const told = async (who: Someone) =>
  (await town.store.find('notices', { where: { account: who.id }, limit: 50 })).items.map(one => String(one.title))
async function at(moment: string) {
  town.moveTo(moment)
  await town.tick()
}

test('a seat that is given back is offered to the first who waits, and is theirs when they say yes', async () => {
  for (const one of [ann, bea, cui]) await up(one)
  await ann.call('shifts.withdraw', { shift })
  expect(await of(bea)).toMatchObject({ state: 'offered', until: town.now() + 2 * 3_600_000 })
  await town.tick()
  expect(await told(bea)).toContain('排到您了')
  await bea.call('shifts.answer_offer', { shift, take: true })
  expect([await stateOf(bea), await stateOf(cui)]).toEqual(['on', 'waiting'])
})

test('an offer nobody answers goes to the next, who keeps their turn', async () => {
  for (const one of [ann, bea, cui]) await up(one)
  await ann.call('shifts.withdraw', { shift })
  await at('2026-11-28T12:01')
  expect([await stateOf(bea), await stateOf(cui)]).toEqual(['expired', 'offered'])
  await expect(bea.call('shifts.answer_offer', { shift, take: true })).rejects.toMatchObject({ code: 'shifts.no_offer' })
})

test('an answer that comes too late, before the clock has looked, is told so', async () => {
  for (const one of [ann, bea]) await up(one)
  await ann.call('shifts.withdraw', { shift })
  town.moveTo('2026-11-28T12:05')
  await expect(bea.call('shifts.answer_offer', { shift, take: true })).rejects.toMatchObject({ code: 'shifts.offer_over' })
})

test('in the night nobody is woken, and the seat is kept for those who wait until the morning', async () => {
  for (const one of [ann, bea]) await up(one)
  town.moveTo('2026-11-28T22:00')
  await ann.call('shifts.withdraw', { shift })
  expect((await up(cui)).mine).toMatchObject({ state: 'waiting', queue: 2 })
  await at('2026-11-29T06:00')
  expect(await stateOf(bea)).toBe('waiting')
  await at('2026-11-29T07:30')
  expect([await stateOf(bea), await stateOf(cui)]).toEqual(['offered', 'waiting'])
})

test('an offer made late in the evening holds until the morning', async () => {
  for (const one of [ann, bea]) await up(one)
  town.moveTo('2026-11-28T20:30')
  await ann.call('shifts.withdraw', { shift })
  await at('2026-11-29T07:45')
  expect(await stateOf(bea)).toBe('offered')
  await at('2026-11-29T08:01')
  expect(await stateOf(bea)).toBe('expired')
})

test('whoever has taken on something else meanwhile is passed over and told why', async () => {
  const other = await shiftOn(town, office, { need: 3, day: '2026-11-30', from: '10:00', to: '12:00', title: '另一个班' })
  for (const one of [ann, bea, cui]) await up(one)
  await up(bea, other)
  await ann.call('shifts.withdraw', { shift })
  expect([await stateOf(bea), await stateOf(cui)]).toEqual(['passed', 'offered'])
  expect((await of(bea)).history.at(-1)?.why).toContain('另一个班')
})

test('whose paper has run out by the day is passed over', async () => {
  const cook = await shiftOn(town, office, {
    day: '2026-11-30',
    from: '14:00',
    to: '15:00',
    roles: [roleForm('a', 1, { paper: 'health' })],
  })
  const paper = (until: string) => ({ papers: [{ id: 'p', kind: 'health' as const, until, shown: 0, confirmed: { at: 0, by: '' } }] })
  for (const one of [ann, bea, cui]) await altered(town, one.id, () => paper('2026-12-31'))
  for (const one of [ann, bea, cui]) await up(one, cook)
  await altered(town, bea.id, () => paper('2026-11-29'))
  await ann.call('shifts.withdraw', { shift: cook })
  expect([await stateOf(bea, cook), await stateOf(cui, cook)]).toEqual(['passed', 'offered'])
})

test('half an hour before the shift the queue ends, those who waited are told, and who comes takes the seat', async () => {
  for (const one of [ann, bea]) await up(one)
  await at('2026-11-30T08:30')
  expect(await stateOf(bea)).toBe('passed')
  await town.tick()
  expect(await told(bea)).toContain('这次没排上')
  await expect(up(cui)).rejects.toMatchObject({ code: 'shifts.full' })
  await ann.call('shifts.withdraw', { shift, why: '腿疼' })
  expect((await up(cui)).mine.state).toBe('on')
})

test('more seats are offered to those who wait', async () => {
  for (const one of [ann, bea, cui]) await up(one)
  await within(town, async tx => {
    const before = (await tx.get<ShiftDoc>('shifts', shift)) as ShiftDoc
    const after = { ...before, roles: [{ ...before.roles[0], need: 2 }] }
    await tx.put('shifts', after)
    expect(await resize(tx, after, 'a', town.now())).toBe(true)
    // fewer than are taken: nothing changes
    expect(await resize(tx, { ...after, roles: [{ ...after.roles[0], need: 1 }] }, 'a', town.now())).toBe(false)
  })
  expect([await stateOf(bea), await stateOf(cui)]).toEqual(['offered', 'waiting'])
})
