import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, OTHER, officeOf, registered, volunteerOf } from '../town'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-21T09:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

const WHO = { community: COMMUNITY, phone: '13200132000', name: '刘桂英', skills: ['cut' as const], times: ['6m'], born: '1958-03-08' }
const names = async (asked: object) =>
  (await office.call('shifts.volunteers', { community: COMMUNITY, ...asked })).items.map(one => one.name)

test('somebody without a smartphone is registered at the desk, and finds it all there on the day they sign in', async () => {
  const { id } = await office.call('shifts.add_volunteer', WHO)
  expect((await office.call('shifts.add_volunteer', WHO)).id).toBe(id)
  await town.nobody.call('account.request_code', { phone: WHO.phone })
  const { me } = await town.nobody.call('account.enter', { phone: WHO.phone, code: town.codes.get(WHO.phone) ?? '' })
  expect(me).toMatchObject({ id, name: '刘桂英', memberships: [{ role: 'volunteer', scope: COMMUNITY }] })
})

test('a pupil of seventeen is registered at the desk, and helps once a guardian’s paper is there', async () => {
  const { id: account } = await office.call('shifts.add_volunteer', { ...WHO, born: '2009-05-01' })
  expect((await volunteerOf(town, { id: account })).state).toBe('waiting')
  await office.call('shifts.take_paper', { account, kind: 'guardian' })
  await office.call('shifts.approve', { account })
  expect((await volunteerOf(town, { id: account })).state).toBe('active')
})

test('one is found by part of the name, by pinyin and by initials', async () => {
  for (const name of ['张桂兰', '单雄信', '李国富']) await registered(town, COMMUNITY, { name })
  expect(await names({ words: '桂' })).toEqual(['张桂兰'])
  expect(await names({ words: 'shanxiong' })).toEqual(['单雄信'])
  expect(await names({ words: 'lgf' })).toEqual(['李国富'])
  expect(await names({})).toEqual(['李国富', '单雄信', '张桂兰'])
})

test('the list is narrowed by state, skill, team and who has time now', async () => {
  await registered(town, COMMUNITY, { name: '等着的', state: 'waiting' })
  const cook = await registered(town, COMMUNITY, { name: '做饭的', skills: ['cook'], times: ['6m'] })
  await registered(town, COMMUNITY, { name: '下午的', times: ['6a'] })
  const { id: team } = await office.call('shifts.add_team', {
    community: COMMUNITY,
    form: { name: '九大妈', about: '', organisation: false },
  })
  await office.call('shifts.set_member', { team, account: cook.id, member: true })
  expect(await names({ state: 'waiting' })).toEqual(['等着的'])
  expect(await names({ skill: 'cook' })).toEqual(['做饭的'])
  expect(await names({ team })).toEqual(['做饭的'])
  expect(await names({ free: true })).toEqual(['做饭的'])
})

test('a long list comes in pages, and nobody is in two of them', async () => {
  for (let n = 0; n < 130; n++)
    await town.store.load('volunteers', [
      { ...(await volunteerOf(town, n === 0 ? await registered(town) : { id: 'v0' })), _id: `v${n}`, name: `志愿者${n}` },
    ])
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await office.call('shifts.volunteers', { community: COMMUNITY, ...(after ? { after } : {}) })
    seen.push(...page.items.map(one => one.account))
    after = page.after
  } while (after)
  expect([seen.length, new Set(seen).size]).toEqual([131, 131])
})

test('limits are eased with a reason, until a day, and it is written down', async () => {
  const me = await registered(town, COMMUNITY, { born: '1944-05-01' })
  const limits = async () => (await me.call('shifts.my_profile', {})).profile?.limits
  expect(await limits()).toEqual({ day: 180, week: 540, heavy: false, rest: 120 })
  await office.call('shifts.ease_limits', { account: me.id, limits: { day: 300 }, why: '身体好，自己要求', until: '2026-12-31' })
  expect(await limits()).toMatchObject({ day: 300, week: 540 })
  expect((await me.call('shifts.my_profile', {})).profile).toMatchObject({
    eased: { why: '身体好，自己要求', by: '社区的人', until: '2026-12-31' },
    history: [{ what: 'eased', why: expect.stringContaining('5 小时') }, {}, {}],
  })
  await office.call('shifts.ease_limits', { account: me.id, limits: {}, why: '说好了' })
  expect(await limits()).toMatchObject({ day: 180 })
})

test('a number is shown once it is written down, and only so many times an hour', async () => {
  const me = await registered(town)
  const trace = () => town.store.count('audit', { at: { gte: 0 } })
  const before = await trace()
  expect((await office.call('shifts.dial_volunteer', { account: me.id })).number).toMatch(/^1\d{10}$/)
  expect(await trace()).toBe(before + 1)
  for (let n = 1; n < 40; n++) await office.call('shifts.dial_volunteer', { account: me.id })
  await expect(office.call('shifts.dial_volunteer', { account: me.id })).rejects.toMatchObject({ code: 'shifts.too_many' })
})

test('whom to call is masked in the list and shown to a lead who says why', async () => {
  const emergency = { name: '李小军', phone: '13600136000', relation: '儿子' }
  const me = await registered(town, COMMUNITY, { emergency })
  const lead = await town.as('lead', COMMUNITY, { name: '队长' })
  const seen = await lead.call('shifts.volunteer', { account: me.id })
  expect(seen.emergency).toEqual({ name: '李**', phone: '136****6000', relation: '儿子' })
  expect(seen.born).toBeUndefined()
  expect(await lead.call('shifts.emergency', { account: me.id, why: '头晕' })).toEqual(emergency)
})

test('labels are set by who leads, and the history says which came and went', async () => {
  const me = await registered(town, COMMUNITY, { labels: ['带过'] })
  const lead = await town.as('lead', COMMUNITY, { name: '队长' })
  await lead.call('shifts.set_labels', { account: me.id, labels: ['急救培训'] })
  const { labels, history } = await volunteerOf(town, me)
  expect(labels).toEqual(['急救培训'])
  expect(history.map(one => one.why)).toContain('加上：急救培训；去掉：带过')
})

test('two clerks who put the same person right at once do not undo each other', async () => {
  const me = await registered(town)
  const { version } = await office.call('shifts.volunteer', { account: me.id })
  await office.call('shifts.edit_volunteer', { account: me.id, version, name: '李国福' })
  await expect(office.call('shifts.edit_volunteer', { account: me.id, version, skills: [] })).rejects.toMatchObject({
    code: 'shifts.changed_meanwhile',
  })
  expect(await names({ words: '福' })).toEqual(['李国福'])
})

test('nobody of another community is there', async () => {
  const me = await registered(town)
  const other = await officeOf(town, OTHER)
  for (const [name, input] of [
    ['shifts.volunteer', { account: me.id }],
    ['shifts.dial_volunteer', { account: me.id }],
    ['shifts.end_volunteer', { account: me.id, why: '没有' }],
  ] as const)
    expect((await other.answer(name, input)).status).toBe(404)
})
