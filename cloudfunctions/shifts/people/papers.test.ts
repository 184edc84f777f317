import { openTown, type Someone, type Town } from '../../_kit/testing'
import { altered, COMMUNITY, OTHER, officeOf, registered, volunteerOf } from '../town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

const HEALTH = { kind: 'health' as const, number: '2101020012345678', until: '2027-03-01' }
const shownTo = async (me: Someone) => (await me.call('shifts.my_profile', {})).profile?.papers ?? []
const waiting = async () => (await office.call('shifts.papers', { community: COMMUNITY, state: 'waiting' })).items

test('a paper counts only once the community has looked at it, and its number stays sealed', async () => {
  const me = await registered(town)
  const { id: paper } = await me.call('shifts.add_paper', HEALTH)
  expect(await shownTo(me)).toMatchObject([{ state: 'waiting', number: '****5678', says: '等社区核对' }])
  expect(JSON.stringify(await volunteerOf(town, me))).not.toContain('2101020012345678')
  expect(await waiting()).toMatchObject([{ account: me.id, paper: { id: paper } }])
  await office.call('shifts.confirm_paper', { account: me.id, paper })
  expect(await shownTo(me)).toMatchObject([{ state: 'valid' }])
  expect(await waiting()).toEqual([])
  expect((await volunteerOf(town, me)).expires).toBe('2027-03-01')
})

test('a paper that cannot be read is refused, and its owner hears why', async () => {
  const me = await registered(town)
  const { id: paper } = await me.call('shifts.add_paper', HEALTH)
  await office.call('shifts.refuse_paper', { account: me.id, paper, why: '照片看不清' })
  await town.tick()
  expect((await me.call('notices.list', {})).items.map(one => one.body).join()).toContain('照片看不清')
  expect(await shownTo(me)).toMatchObject([{ state: 'refused', why: '照片看不清' }])
})

test('one takes back what nobody has looked at yet, and nothing else', async () => {
  const me = await registered(town)
  const { id: first } = await me.call('shifts.add_paper', HEALTH)
  await me.call('shifts.remove_paper', { paper: first })
  const { id: second } = await me.call('shifts.add_paper', HEALTH)
  await office.call('shifts.confirm_paper', { account: me.id, paper: second })
  await expect(me.call('shifts.remove_paper', { paper: second })).rejects.toMatchObject({ code: 'shifts.paper_confirmed' })
  await expect(me.call('shifts.remove_paper', { paper: first })).rejects.toMatchObject({ code: 'shifts.no_paper' })
})

test('a photo must be the one that somebody put up themselves', async () => {
  const me = await registered(town)
  await expect(me.call('shifts.add_paper', { ...HEALTH, photo: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'shifts.no_photo' })
})

test('the owner of a paper is told 30 days and 7 days before it ends, once each, and the community hears how many', async () => {
  const me = await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2026-12-25' }] })
  const titles = async (who: Someone) => (await who.call('notices.list', {})).items.map(one => one.title)
  await town.tick()
  expect(await titles(me)).not.toContain('您的健康证快到期了')
  for (const day of ['2026-11-26', '2026-11-27', '2026-12-18', '2026-12-19']) {
    town.moveTo(`${day}T09:00`)
    await town.tick()
    await town.tick()
    await town.tick()
  }
  expect((await titles(me)).filter(one => one === '您的健康证快到期了')).toHaveLength(2)
  expect((await titles(office)).filter(one => one === '有证件快到期了')).toHaveLength(2)
})

test('an old paper that was renewed is nobody’s worry any more', async () => {
  const me = await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2026-11-25' }] })
  await office.call('shifts.take_paper', { account: me.id, kind: 'health', until: '2027-11-25' })
  expect((await shownTo(me)).map(one => one.state)).toEqual(['replaced', 'valid'])
  expect((await volunteerOf(town, me)).expires).toBe('2027-11-25')
  expect((await office.call('shifts.papers', { community: COMMUNITY, state: 'soon' })).items).toEqual([])
})

test('what has expired, what ends soon and what waits are three lists', async () => {
  const past = await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2026-11-20' }] })
  const soon = await registered(town, COMMUNITY, { papers: [{ kind: 'nursing', until: '2026-12-01' }] })
  await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2028-01-01' }] })
  const of = async (state: 'expired' | 'soon') =>
    (await office.call('shifts.papers', { community: COMMUNITY, state })).items.map(one => one.account)
  expect(await of('expired')).toEqual([past.id])
  expect(await of('soon')).toEqual([soon.id])
  expect(await office.call('shifts.volunteers_count', { community: COMMUNITY })).toMatchObject({ expired: 1, soon: 1, unchecked: 0 })
})

test('another community’s office sees and changes nothing', async () => {
  const me = await registered(town)
  const { id: paper } = await me.call('shifts.add_paper', HEALTH)
  const other = await officeOf(town, OTHER)
  await expect(other.call('shifts.confirm_paper', { account: me.id, paper })).rejects.toMatchObject({ code: 'shifts.not_there' })
})

test('who has left shows no papers', async () => {
  const me = await registered(town, COMMUNITY, { papers: [{ kind: 'health', until: '2026-11-20' }] })
  await altered(town, me.id, () => ({ state: 'left' }))
  expect((await office.call('shifts.papers', { community: COMMUNITY, state: 'expired' })).items).toEqual([])
})
