import { openTown, type Someone, type Town } from '../../_kit/testing'
import { shiftOn } from '../plan/town'
import { COMMUNITY, OTHER, officeOf, registered, volunteerOf } from '../town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

const form = (name: string) => ({ name, about: '哪里需要去哪里', organisation: false })
const teamIn = async (name = '一块砖') => (await office.call('shifts.add_team', { community: COMMUNITY, form: form(name) })).id
const rolesOf = async (who: Someone) => (await who.call('account.me', {})).memberships.map(one => one.role)
const membersOf = async (team: string) => {
  const { members, list } = await office.call('shifts.team', { team })
  expect(list).toHaveLength(members)
  return list.map(one => one.account)
}

test('somebody asks to join, the lead says yes, and both hear of it', async () => {
  const [lead, me] = [await registered(town, COMMUNITY, { name: '队长' }), await registered(town, COMMUNITY, { name: '张三' })]
  const team = await teamIn()
  await office.call('shifts.set_leads', { team, leads: [lead.id] })
  expect(await rolesOf(lead)).toContain('lead')
  expect(await me.call('shifts.join_team', { team })).toMatchObject({ mine: 'asked' })
  await me.call('shifts.join_team', { team })
  await town.tick()
  expect((await lead.call('notices.list', {})).items.map(one => one.title)).toContain('张三想进一块砖')
  expect((await lead.call('shifts.team', { team })).asking).toEqual([{ account: me.id, name: '张三' }])
  await lead.call('shifts.set_member', { team, account: me.id, member: true })
  await lead.call('shifts.set_member', { team, account: me.id, member: true })
  expect(await membersOf(team)).toEqual(expect.arrayContaining([lead.id, me.id]))
  expect(await me.call('shifts.join_team', { team })).toMatchObject({ mine: 'in' })
  await town.tick()
  expect((await me.call('notices.list', {})).items.map(one => one.title)).toContain('您是一块砖的一员了')
})

test('a no leaves nobody waiting', async () => {
  const me = await registered(town)
  const team = await teamIn()
  await me.call('shifts.join_team', { team })
  await office.call('shifts.set_member', { team, account: me.id, member: false, why: '人满了' })
  expect(await office.call('shifts.team', { team })).toMatchObject({ asks: 0, asking: [], members: 0 })
})

test('the lead of one team says nothing about another', async () => {
  const [lead, me] = [await registered(town), await registered(town)]
  const [mine, other] = [await teamIn('一块砖'), await teamIn('九大妈')]
  await office.call('shifts.set_leads', { team: mine, leads: [lead.id] })
  await expect(lead.call('shifts.set_member', { team: other, account: me.id, member: true })).rejects.toMatchObject({
    code: 'shifts.not_there',
  })
  expect((await lead.call('shifts.team', { team: other })).leading).toBe(false)
})

test('who leads no team any more is no lead; who still leads one is', async () => {
  const lead = await registered(town)
  const [one, two] = [await teamIn('一块砖'), await teamIn('九大妈')]
  for (const team of [one, two]) await office.call('shifts.set_leads', { team, leads: [lead.id] })
  await office.call('shifts.set_leads', { team: one, leads: [] })
  await town.tick()
  expect(await rolesOf(lead)).toContain('lead')
  await office.call('shifts.end_team', { team: two })
  await town.tick()
  expect(await rolesOf(lead)).not.toContain('lead')
  expect(await rolesOf(lead)).toContain('volunteer')
})

test('a lead hands on first, then leaves; leaving the service frees both', async () => {
  const lead = await registered(town)
  const team = await teamIn()
  await office.call('shifts.set_leads', { team, leads: [lead.id] })
  await expect(lead.call('shifts.leave_team', { team })).rejects.toMatchObject({ code: 'shifts.leads_it' })
  await lead.call('shifts.leave', {})
  await town.tick()
  expect(await office.call('shifts.team', { team })).toMatchObject({ members: 0, leads: [] })
  expect(await rolesOf(lead)).toEqual(['resident'])
})

test('two teams of one name would be one to everybody', async () => {
  await teamIn()
  await expect(teamIn()).rejects.toMatchObject({ code: 'shifts.team_exists' })
})

test('a team with shifts to come does not end; its calendar shows them with their seats', async () => {
  const team = await teamIn()
  const shift = await shiftOn(town, office, { team, need: 3, day: '2026-11-25' })
  expect(await office.call('shifts.team_calendar', { team, from: '2026-11-21', until: '2026-12-20' })).toMatchObject([
    { id: shift, need: 3, taken: 0, cancelled: false },
  ])
  await expect(office.call('shifts.end_team', { team })).rejects.toMatchObject({ code: 'shifts.team_has_shifts' })
  await expect(office.call('shifts.team_calendar', { team, from: '2026-11-21', until: '2027-11-21' })).rejects.toMatchObject({
    code: 'shifts.range_wrong',
  })
})

test('only who is on the list here can lead or belong', async () => {
  const [waiting, elsewhere] = [await registered(town, COMMUNITY, { state: 'waiting' }), await registered(town, OTHER)]
  const team = await teamIn()
  for (const { id } of [waiting, elsewhere])
    await expect(office.call('shifts.set_leads', { team, leads: [id] })).rejects.toMatchObject({ code: 'shifts.not_on_list' })
  expect((await volunteerOf(town, waiting)).teams).toEqual([])
})

test('a volunteer sees who is in a team, not their phones and not who asks', async () => {
  const [me, other] = [await registered(town), await registered(town)]
  const team = await teamIn()
  await office.call('shifts.set_member', { team, account: other.id, member: true })
  const seen = await me.call('shifts.team', { team })
  expect(seen).toMatchObject({ leading: false, asking: [] })
  expect(seen.list[0].phone).toBeUndefined()
  expect((await office.call('shifts.team', { team })).list[0].phone).toMatch(/\*\*\*\*/)
})
