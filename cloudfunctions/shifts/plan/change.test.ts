import { openTown, type Someone, type Town } from '../../_kit/testing'
import { spansAround } from '../busy'
import { type SeatDoc, type ShiftDoc, type SignupDoc, seatId, signupId, type VolunteerDoc } from '../docs'
import { seat } from '../seat'
import { altered, COMMUNITY, crowd, officeOf, registered, roleForm, shiftForm, shiftOn, within } from '../town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

/** Puts somebody into a role of a shift, or into its queue. */
async function sits(who: Someone, shift: string, role = 'a'): Promise<SignupDoc> {
  return within(town, async tx => {
    const it = (await tx.get<ShiftDoc>('shifts', shift)) as ShiftDoc
    const helper = (await tx.get<VolunteerDoc>('volunteers', who.id)) as VolunteerDoc
    const form = it.roles.find(one => one.id === role)
    if (!form) throw new Error('no such role')
    return (await seat(tx, { shift: it, role: form, helper, how: 'self' }, { at: town.now(), by: who.id })) as SignupDoc
  })
}
const signupOf = async (shift: string, who: Someone) => (await town.store.get<SignupDoc>('signups', signupId(shift, who.id))) as SignupDoc
const seats = (shift: string, role = 'a') => town.store.get<SeatDoc>('seats', seatId(shift, role))
const spans = async (who: Someone, day: string) => (await spansAround(town.store, who.id, day)).map(one => one.shift)
const told = async (who: Someone) => {
  await town.tick()
  return (await who.call('notices.list', {})).items.map(one => `${one.title}：${one.body}`)
}
const change = async (shift: string, more: Parameters<typeof shiftForm>[1]) => {
  const { card, form } = await office.call('shifts.shift', { shift })
  if (!form) throw new Error('not led')
  return office.call('shifts.change_shift', { shift, version: card.version, form: { ...form, ...more } })
}

test('a shift that moves to another week takes everybody with it: nobody is anywhere else at any moment, and they are told', async () => {
  const ann = await registered(town)
  const shift = await shiftOn(town, office, { day: '2026-12-03' })
  await sits(ann, shift)
  await change(shift, { day: '2026-12-08', from: '14:00', to: '16:00' })
  expect([await spans(ann, '2026-12-03'), await spans(ann, '2026-12-08')]).toEqual([[], [shift]])
  expect(await signupOf(shift, ann)).toMatchObject({ state: 'on', day: '2026-12-08' })
  expect((await told(ann)).join()).toContain('时间从12月3日 09:00–11:00改成12月8日 14:00–16:00')
})

test('whoever would be in two places at once is taken off with the reason, and their seat is free', async () => {
  const [ann, bob] = [await registered(town, COMMUNITY, { name: '安' }), await registered(town, COMMUNITY, { name: '包' })]
  const shift = await shiftOn(town, office)
  const other = await shiftOn(town, office, { from: '14:00', to: '16:00', title: '写春联' })
  for (const one of [ann, bob]) await sits(one, shift)
  await sits(ann, other)
  const form = shiftForm(town, { from: '15:00', to: '17:00' })
  const { people } = await office.call('shifts.preview_change', { shift, form })
  expect(people.map(one => [one.name, one.fate])).toEqual(
    expect.arrayContaining([
      ['安', 'off'],
      ['包', 'stays'],
    ]),
  )
  await change(shift, { from: '15:00', to: '17:00' })
  expect([(await signupOf(shift, ann)).state, (await signupOf(shift, bob)).state]).toEqual(['passed', 'on'])
  expect((await signupOf(shift, ann)).history.at(-1)?.why).toContain('写春联')
  expect([await spans(ann, '2026-11-29'), (await seats(shift))?.left]).toEqual([[other], 1])
  expect((await told(ann)).join()).toContain('您这次去不了')
})

test('a paper that is asked for from now on takes off who has none on that day; what a lead had looked past before stays', async () => {
  const [ann, bob] = [await registered(town), await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2026-12-31' }] })]
  const shift = await shiftOn(town, office)
  for (const one of [ann, bob]) await sits(one, shift)
  await altered(town, bob.id, () => ({ state: 'lapsed' }))
  await change(shift, { roles: [roleForm('a', 2, { paper: 'health' })] })
  expect([(await signupOf(shift, ann)).state, (await signupOf(shift, bob)).state]).toEqual(['passed', 'on'])
})

test('a role never has fewer seats than people in it, and is not struck off under them', async () => {
  const [ann, bob] = [await registered(town), await registered(town)]
  const shift = await shiftOn(town, office, { need: 3 })
  for (const one of [ann, bob]) await sits(one, shift)
  await expect(office.call('shifts.set_need', { shift, role: 'a', need: 1 })).rejects.toMatchObject({ code: 'shifts.seats_taken' })
  await expect(change(shift, { roles: [roleForm('b', 3)] })).rejects.toMatchObject({ code: 'shifts.seats_taken' })
  await office.call('shifts.set_need', { shift, role: 'a', need: 2 })
  expect(await seats(shift)).toMatchObject({ need: 2, left: 0 })
  expect((await office.call('shifts.shift', { shift })).card.roles[0]).toMatchObject({ need: 2, taken: 2 })
})

test('one seat more goes to the first in the queue', async () => {
  const [ann, bob] = [await registered(town), await registered(town)]
  const shift = await shiftOn(town, office, { need: 1, day: '2026-12-02' })
  for (const one of [ann, bob]) await sits(one, shift)
  expect((await signupOf(shift, bob)).state).toBe('waiting')
  await office.call('shifts.set_need', { shift, role: 'a', need: 2 })
  expect((await signupOf(shift, bob)).state).toBe('offered')
})

test('whoever waits for a role that is struck off is told, and waits no more', async () => {
  const [ann, bob] = [await registered(town), await registered(town)]
  const shift = await shiftOn(town, office, { roles: [roleForm('a', 1), roleForm('b', 1)] })
  await sits(ann, shift, 'b')
  await sits(bob, shift, 'b')
  await within(town, async tx => {
    const { leave } = await import('../seat')
    const it = (await tx.get<ShiftDoc>('shifts', shift)) as ShiftDoc
    // her seat is offered to nobody: the shift is called off for a moment
    await leave(tx, { ...it, cancelled: { at: 0, by: '', why: '' } }, await signupOf(shift, ann), 'off', { at: town.now(), by: '' })
  })
  await change(shift, { roles: [roleForm('a', 1)] })
  expect(await signupOf(shift, bob)).toMatchObject({ state: 'passed' })
})

test('somebody else was quicker: the change is not made over them', async () => {
  const shift = await shiftOn(town, office)
  await change(shift, { note: '带水杯' })
  const form = shiftForm(town, { note: '带帽子' })
  await expect(office.call('shifts.change_shift', { shift, version: 1, form })).rejects.toMatchObject({ code: 'shifts.changed_meanwhile' })
})

test('more than sixty people are not moved at once, but may be told of another place', async () => {
  const many = await crowd(town, 61)
  const shift = await shiftOn(town, office, { need: 61 })
  for (const one of many) await sits(one, shift)
  await expect(change(shift, { from: '10:00', to: '12:00' })).rejects.toMatchObject({ code: 'shifts.crowded' })
  await change(shift, { place: { name: '广场' } })
  expect((await told(many[60])).join()).toContain('地点从社区门口改到广场')
})

test('a cancelled shift tells everybody in it and in its queue, once, and sets them free', async () => {
  const [ann, bob] = [await registered(town), await registered(town)]
  const shift = await shiftOn(town, office, { need: 1 })
  for (const one of [ann, bob]) await sits(one, shift)
  await office.call('shifts.cancel_shift', { shift, why: '下大雪' })
  await town.tick()
  await town.tick()
  expect([(await signupOf(shift, ann)).state, (await signupOf(shift, bob)).state]).toEqual(['cancelled', 'cancelled'])
  expect(await spans(ann, '2026-11-29')).toEqual([])
  for (const one of [ann, bob]) expect((await told(one)).filter(words => words.includes('下大雪'))).toHaveLength(1)
  expect((await office.call('shifts.shift', { shift })).card.cancelled?.why).toBe('下大雪')
})

test('what has begun is neither changed nor cancelled', async () => {
  const shift = await shiftOn(town, office)
  town.moveTo('2026-11-29T09:30')
  await expect(change(shift, { title: '别的' })).rejects.toMatchObject({ code: 'shifts.begun' })
  await expect(office.call('shifts.cancel_shift', { shift, why: '晚了' })).rejects.toMatchObject({ code: 'shifts.begun' })
})
