import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, OTHER, officeOf, registered, volunteerOf } from '../town'

let town: Town
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
})
afterEach(() => town.close())

const FORM = { community: COMMUNITY, name: '李国富', skills: ['cook' as const], times: ['1m'], born: '1959-05-01' }
const rolesOf = async (who: Someone) => (await who.call('account.me', {})).memberships.map(one => `${one.role} ${one.scope}`)
const newcomer = (more: object = {}) => town.as('resident', COMMUNITY, { name: '新邻居', ...more })

test('a neighbour registers in a minute, waits, and is a volunteer once the community says yes', async () => {
  const me = await newcomer()
  expect(await me.call('shifts.register', FORM)).toEqual({ id: me.id, state: 'waiting' })
  expect(await rolesOf(me)).not.toContain(`volunteer ${COMMUNITY}`)
  const office = await officeOf(town)
  await office.call('shifts.approve', { account: me.id })
  await office.call('shifts.approve', { account: me.id })
  expect(await rolesOf(me)).toContain(`volunteer ${COMMUNITY}`)
  expect((await rolesOf(me)).filter(one => one.startsWith('volunteer'))).toHaveLength(1)
  expect((await me.call('account.me', {})).name).toBe('李国富')
  const { profile } = await me.call('shifts.my_profile', {})
  expect(profile).toMatchObject({ state: 'active', age: 67, limits: { day: 360, heavy: true }, phone: expect.stringContaining('****') })
})

test('the community hears of somebody who waits, and the person hears the yes', async () => {
  const office = await officeOf(town)
  const me = await newcomer()
  await me.call('shifts.register', FORM)
  await town.tick()
  expect((await office.call('notices.list', {})).items[0]).toMatchObject({ title: '有人想当志愿者' })
  await office.call('shifts.approve', { account: me.id })
  await town.tick()
  expect((await me.call('notices.list', {})).items[0]).toMatchObject({ title: '社区同意您当志愿者了' })
})

test('somebody who is declined hears why in plain words, and may ask again', async () => {
  const me = await newcomer()
  await me.call('shifts.register', FORM)
  await (await officeOf(town)).call('shifts.decline', { account: me.id, why: '先来社区聊聊' })
  await town.tick()
  const told = (await me.call('notices.list', {})).items[0]
  expect(told.body).toContain('先来社区聊聊')
  expect(await me.call('shifts.register', FORM)).toMatchObject({ state: 'waiting' })
  expect((await volunteerOf(town, me)).history.map(one => one.what)).toEqual(['registered', 'declined', 'registered'])
})

test('whoever the community had made a volunteer before is active at once', async () => {
  const me = await town.as('volunteer', COMMUNITY, { name: '老志愿者' })
  expect(await me.call('shifts.my_profile', {})).toMatchObject({ known: { given: true, community: COMMUNITY } })
  expect(await me.call('shifts.register', FORM)).toMatchObject({ state: 'active' })
})

test('a second time brings the form up to date and changes nothing else', async () => {
  const me = await registered(town)
  await me.call('shifts.register', { ...FORM, skills: ['drive'] })
  expect(await volunteerOf(town, me)).toMatchObject({ state: 'active', skills: ['drive'] })
})

test('nobody is on two lists at once', async () => {
  const me = await registered(town, OTHER)
  await expect(me.call('shifts.register', FORM)).rejects.toMatchObject({ code: 'shifts.registered_elsewhere' })
})

test('the community must be one that exists', async () => {
  const me = await newcomer()
  await expect(me.call('shifts.register', { ...FORM, community: '210102025099' })).rejects.toMatchObject({ code: 'shifts.no_community' })
})

test('a birthday is asked for unless the resident record has it, and that one goes first', async () => {
  const { born: _, ...without } = FORM
  const stranger = await newcomer()
  await expect(stranger.call('shifts.register', without)).rejects.toMatchObject({ code: 'shifts.born_missing', at: 'born' })
  const office = await officeOf(town)
  const { id: household } = await office.call('people.add_household', {
    grid: `${COMMUNITY}001`,
    address: { building: '5', unit: '1', room: '101' },
  })
  const person = { name: '赵秀兰', phones: [], relation: '户主', living: 'living' as const, born: '1950-02-03' }
  const { id: resident } = await office.call('people.add_resident', { household, person })
  const neighbour = await newcomer({ resident })
  await neighbour.call('shifts.register', { ...FORM, born: '1990-01-01' })
  expect((await volunteerOf(town, neighbour)).born).toBe('1950-02-03')
})

test('at fifteen one cannot register; at seventeen only with a paper of a guardian', async () => {
  const child = await newcomer()
  await expect(child.call('shifts.register', { ...FORM, born: '2010-11-22' })).rejects.toMatchObject({ code: 'shifts.too_young' })
  const teen = await newcomer()
  await teen.call('shifts.register', { ...FORM, born: '2009-11-21' })
  const office = await officeOf(town)
  await expect(office.call('shifts.approve', { account: teen.id })).rejects.toMatchObject({ code: 'shifts.guardian_missing' })
})

test('whom to call in need is sealed in the store and plain to its owner', async () => {
  const emergency = { name: '李小军', phone: '13600136000', relation: '儿子' }
  const me = await registered(town, COMMUNITY, { emergency })
  expect(JSON.stringify(await volunteerOf(town, me))).not.toMatch(/13600136000|李小军/)
  expect((await me.call('shifts.my_profile', {})).profile?.emergency).toEqual(emergency)
})
