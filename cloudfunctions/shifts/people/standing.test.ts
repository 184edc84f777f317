import type { InputOf } from '@domain'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import type { SignupDoc } from '../docs'
import { roleForm, shiftOn } from '../plan/town'
import { seat } from '../seat'
import { altered, COMMUNITY, officeOf, registered, volunteerOf, within } from '../town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

/** Puts somebody on a shift of a day, past the rules that are another part's. */
async function onShift(me: Someone, day: string): Promise<string> {
  const id = await shiftOn(town, office, { day, roles: [roleForm('a', 2)] })
  await within(town, async tx => {
    const shift = await tx.get<never>('shifts', id)
    if (!shift) throw new Error('no shift')
    const helper = await volunteerOf(town, me)
    await seat(tx, { shift, role: roleForm('a', 2), helper, how: 'self' }, { at: town.now(), by: me.id })
  })
  return id
}
const stateOf = async (shift: string, me: Someone) => (await town.store.get<SignupDoc>('signups', `${shift}|${me.id}`))?.state
const leftOf = async (shift: string) => ((await town.store.get<never>('seats', `${shift}|a`)) as { left: number } | null)?.left
const titles = async (who: Someone) => (await who.call('notices.list', {})).items.map(one => one.title)
const days = async (...list: string[]) => {
  for (const day of list) {
    town.moveTo(`${day}T09:00`)
    await town.tick()
    await town.tick()
  }
}
const rest = (more: Partial<InputOf<'shifts.pause'>> = {}) => ({ from: '2026-11-23', until: '2026-11-29', withdraw: false, ...more })

test('a pause names the shifts already taken in it, and leaves them alone unless asked', async () => {
  const me = await registered(town)
  const [inside, after] = [await onShift(me, '2026-11-25'), await onShift(me, '2026-12-02')]
  const { taken } = await me.call('shifts.pause', rest())
  expect(taken.map(one => one.shift)).toEqual([inside])
  await town.tick()
  expect([await stateOf(inside, me), await stateOf(after, me)]).toEqual(['on', 'on'])
})

test('a pause that gives shifts back frees the seats of those days and no others', async () => {
  const me = await registered(town)
  const [inside, after] = [await onShift(me, '2026-11-25'), await onShift(me, '2026-12-02')]
  await me.call('shifts.pause', rest({ withdraw: true }))
  await town.tick()
  expect([await stateOf(inside, me), await stateOf(after, me)]).toEqual(['off', 'on'])
  expect([await leftOf(inside), await leftOf(after)]).toEqual([2, 1])
})

test('a pause begins and ends by itself', async () => {
  const me = await registered(town)
  await me.call('shifts.pause', rest())
  expect((await volunteerOf(town, me)).state).toBe('active')
  await days('2026-11-23')
  expect((await volunteerOf(town, me)).state).toBe('paused')
  await days('2026-11-30')
  expect(await volunteerOf(town, me)).toMatchObject({ state: 'active', lastOn: '2026-11-30' })
  expect((await volunteerOf(town, me)).pause).toBeUndefined()
  expect(await titles(me)).toContain('歇好了，欢迎回来')
})

test('a pause cannot begin yesterday or end before it begins', async () => {
  const me = await registered(town)
  await expect(me.call('shifts.pause', rest({ from: '2026-11-20' }))).rejects.toMatchObject({ code: 'shifts.pause_dates_wrong' })
  await expect(me.call('shifts.pause', rest({ until: '2026-11-22' }))).rejects.toMatchObject({ code: 'shifts.pause_dates_wrong' })
})

test('a year without a shift: told 30 days before, then off the list, and back with one tap', async () => {
  const me = await registered(town)
  await altered(town, me.id, () => ({ lastOn: '2025-12-25' }))
  await days('2026-11-24')
  expect(await titles(me)).not.toContain('好久没见您来了')
  await days('2026-11-25', '2026-11-26', '2026-12-24')
  expect((await titles(me)).filter(one => one === '好久没见您来了')).toHaveLength(1)
  expect((await volunteerOf(town, me)).state).toBe('active')
  await days('2026-12-25')
  expect((await volunteerOf(town, me)).state).toBe('lapsed')
  await me.call('shifts.come_back', {})
  expect(await volunteerOf(town, me)).toMatchObject({ state: 'active', lastOn: '2026-12-25' })
})

test('whoever came meanwhile does not lapse, and who has a shift to come is not written off', async () => {
  const [came, coming] = [await registered(town), await registered(town)]
  for (const { id } of [came, coming]) await altered(town, id, () => ({ lastOn: '2025-12-25' }))
  await onShift(coming, '2026-12-28')
  await days('2026-11-25')
  await town.store.load('volunteers', [{ ...(await volunteerOf(town, came)), lastOn: '2026-12-20' }])
  await days('2026-12-26')
  expect([(await volunteerOf(town, came)).state, (await volunteerOf(town, coming)).state]).toEqual(['active', 'active'])
})

test('who leaves frees their seats, loses the role, and keeps history and hours', async () => {
  const me = await registered(town)
  const shift = await onShift(me, '2026-11-25')
  await altered(town, me.id, () => ({ minutes: 600 }))
  await me.call('shifts.leave', { why: '带孙子' })
  await town.tick()
  expect([await stateOf(shift, me), await leftOf(shift)]).toEqual(['off', 2])
  expect((await me.call('account.me', {})).memberships.map(one => one.role)).not.toContain('volunteer')
  expect(await volunteerOf(town, me)).toMatchObject({ state: 'left', minutes: 600 })
  await expect(me.call('shifts.change_profile', { skills: [] })).rejects.toMatchObject({ code: 'shifts.not_registered' })
  expect(
    await me.call('shifts.register', { community: COMMUNITY, name: '李国富', skills: [], times: [], born: '1962-05-01' }),
  ).toMatchObject({
    state: 'waiting',
  })
})

test('who left and is taken back on the same day keeps the role, however late the leaving is drained', async () => {
  const me = await registered(town)
  await me.call('shifts.leave', {})
  await me.call('shifts.register', { community: COMMUNITY, name: '李国富', skills: [], times: [], born: '1962-05-01' })
  await office.call('shifts.approve', { account: me.id })
  await town.tick()
  expect((await me.call('account.me', {})).memberships.map(one => one.role)).toContain('volunteer')
})

async function neighbour(): Promise<{ me: Someone; resident: string }> {
  const address = { building: '5', unit: '1', room: '101' }
  const { id: household } = await office.call('people.add_household', { grid: `${COMMUNITY}001`, address })
  const person = { name: '赵秀兰', phones: [], relation: '户主', living: 'living' as const, born: '1950-02-03' }
  const { id: resident } = await office.call('people.add_resident', { household, person })
  return { me: await registered(town, COMMUNITY, { resident, name: '赵秀兰' }), resident }
}

test('who died is off the list and their seats are free', async () => {
  const { me, resident } = await neighbour()
  const shift = await onShift(me, '2026-11-25')
  await office.call('people.end_resident', { resident, on: '2026-11-21', why: 'deceased' })
  await town.tick()
  await town.tick()
  expect([(await volunteerOf(town, me)).state, await stateOf(shift, me), await leftOf(shift)]).toEqual(['left', 'off', 2])
})

test('of somebody who moved away the community hears, and decides', async () => {
  const { me, resident } = await neighbour()
  await office.call('people.end_resident', { resident, on: '2026-11-21', why: 'moved' })
  await town.tick()
  await town.tick()
  expect((await volunteerOf(town, me)).state).toBe('active')
  expect(await titles(office)).toContain('赵秀兰搬走了')
})
