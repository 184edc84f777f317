import { certId, codeOf } from '@domain/shifts/certificate'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { crowd, OTHER, officeOf, registered } from '../town'
import type { CertDoc } from './docs'
import { COMMUNITY, served } from './town'

jest.setTimeout(120_000)

const RANGE = { from: '2026-01-01', until: '2026-11-28' }
let town: Town
let office: Someone
let zhang: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  zhang = await registered(town, COMMUNITY, { name: '张桂兰' })
})
afterEach(() => town.close())

const hours = (root: string, minutes: number, day: string, more = {}) => served(town, { root, account: zhang.id, minutes, day, ...more })
const issue = (more = {}) =>
  office.call('shifts.issue_certificate', { community: COMMUNITY, account: zhang.id, ...RANGE, manager: '王社区', ...more })
const verify = (number: string, code: string) => town.nobody.call('shifts.verify_certificate', { number, code })
const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code: `shifts.${code}` })

test('a certificate names who, what, how long, who issues it and who is in charge; hours that still lie open are not in it', async () => {
  await hours('a', 180, '2026-11-02')
  await hours('b', 120, '2026-11-05')
  await hours('c', 60, '2026-11-08', { title: '贴春联', source: 'added', what: 'added' })
  await hours('young', 240, '2026-11-25')
  const { id, number } = await issue()
  expect(number).toBe('沈和和志〔2026〕第 0001 号')
  const { content, code, hash } = await office.call('shifts.certificate', { certificate: id })
  expect(content).toMatchObject({ name: '张桂兰', total: 360, auto: 300, added: 60, times: 3, manager: '王社区', issuer: '和平新村社区' })
  expect(content.lines).toEqual([
    { title: '午饭送餐', times: 2, minutes: 300 },
    { title: '贴春联', times: 1, minutes: 60 },
  ])
  expect(code).toBe(codeOf(hash))
  expect((await zhang.call('shifts.my_certificates', {})).items).toHaveLength(1)
})

test('anybody verifies it by the number on the paper or by the link, and learns no whole name', async () => {
  await hours('a', 180, '2026-11-02')
  const { id, number } = await issue()
  const { code } = await office.call('shifts.certificate', { certificate: id })
  for (const typed of [number, id, '沈和和志(2026)第0001号'])
    expect(await verify(typed, code.replace(/(.{4})/g, '$1 '))).toMatchObject({
      state: 'valid',
      who: '张**',
      minutes: 180,
      issuer: '和平新村社区',
    })
  expect(JSON.stringify(await verify(id, code))).not.toContain('张桂兰')
})

test('a wrong code, a wrong number and nothing at all look the same', async () => {
  await hours('a', 180, '2026-11-02')
  const { id } = await issue()
  const { code } = await office.call('shifts.certificate', { certificate: id })
  const answers = await Promise.all([
    verify(id, '012345678901'),
    verify(id, ''),
    verify(certId(COMMUNITY, '2026', 2), code),
    verify('〔〕', code),
  ])
  expect(answers).toEqual(answers.map(() => ({ state: 'wrong' })))
})

test('one changed figure or letter in what is kept, and it verifies no more', async () => {
  await hours('a', 180, '2026-11-02')
  const { id } = await issue()
  const { code } = await office.call('shifts.certificate', { certificate: id })
  const kept = (await town.store.get<CertDoc>('hours_certificates', id)) as CertDoc
  const { content } = kept
  for (const changed of [{ total: 181 }, { name: '张桂英' }, { until: '2026-11-27' }, { manager: '王社' }, { lines: [] }, { salt: 'x' }]) {
    await town.store.load('hours_certificates', [{ ...kept, content: { ...content, ...changed } }])
    expect(await verify(id, code)).toEqual({ state: 'wrong' })
  }
  await town.store.load('hours_certificates', [kept])
  expect(await verify(id, code)).toMatchObject({ state: 'valid' })
})

test('a revoked one says since when, not why; a new one in its place has the next number', async () => {
  await hours('a', 180, '2026-11-02')
  const first = await issue()
  const { code } = await office.call('shifts.certificate', { certificate: first.id })
  await refused(issue({ replaces: first.id }), 'why_wrong')
  const second = await issue({ replaces: first.id, why: '名字里的字写错了' })
  expect(second.number).toContain('0002')
  const told = await verify(first.id, code)
  expect(told).toMatchObject({ state: 'revoked', on: '2026-11-28' })
  expect(JSON.stringify(told)).not.toContain('写错')
  expect(await office.call('shifts.certificate', { certificate: first.id })).toMatchObject({ replacedBy: second.id })
  await refused(office.call('shifts.revoke_certificate', { certificate: first.id, why: '再来一次' }), 'already_revoked')
})

test('fifty at once get fifty numbers, none twice and none left out', async () => {
  const people = await crowd(town, 50)
  for (const [n, { id }] of people.entries()) await hours(`r${n}`, 60, '2026-11-02', { account: id })
  const issued = await Promise.all(
    people.map(({ id: account }) =>
      office.call('shifts.issue_certificate', { community: COMMUNITY, account, ...RANGE, manager: '王社区' }).then(one => one.id),
    ),
  )
  expect(issued.sort()).toEqual(Array.from({ length: 50 }, (_, n) => certId(COMMUNITY, '2026', n + 1)))
})

test('a refused one uses up no number', async () => {
  await refused(issue(), 'nothing_ready')
  await hours('a', 180, '2026-11-02')
  await refused(issue({ replaces: certId(COMMUNITY, '2026', 9), why: '不存在' }), 'not_there')
  expect((await issue()).number).toContain('0001')
})

test('a volunteer asks, the office issues, and she is told', async () => {
  await hours('a', 180, '2026-11-02')
  const { id: ask } = await zhang.call('shifts.ask_certificate', { community: COMMUNITY, ...RANGE })
  await refused(zhang.call('shifts.ask_certificate', { community: COMMUNITY, ...RANGE }), 'already_asked')
  await refused(office.call('shifts.answer_hours', { ask, yes: true }), 'issue_first')
  await issue({ ask })
  expect((await zhang.call('shifts.my_certificates', {})).asked).toEqual([])
  await town.tick()
  expect((await zhang.call('notices.list', {})).items.map(one => one.title)).toContain('您的志愿服务证明开好了')
  await refused(issue({ ask }), 'already_answered')
})

test('a community certifies what it wrote down, and nothing of its neighbour', async () => {
  await hours('a', 180, '2026-11-02')
  await hours('b', 120, '2026-11-03', { community: OTHER })
  const neighbour = await officeOf(town, OTHER)
  const theirs = await neighbour.call('shifts.issue_certificate', { community: OTHER, account: zhang.id, ...RANGE, manager: '李社区' })
  expect((await neighbour.call('shifts.certificate', { certificate: theirs.id })).content.total).toBe(120)
  await expect(office.call('shifts.certificate', { certificate: theirs.id })).rejects.toMatchObject({ code: 'shifts.not_there' })
})

test('two communities never give out the same number: a beginning belongs to the first who takes it', async () => {
  const neighbour = await officeOf(town, OTHER)
  const form = { version: 0, name: '社区', manager: '王社区', prefix: '沈和新志', columns: [{ field: 'name' as const, title: '姓名' }] }
  await office.call('shifts.set_issuer', { community: COMMUNITY, ...form })
  await refused(neighbour.call('shifts.set_issuer', { community: OTHER, ...form }), 'prefix_taken')
  await refused(office.call('shifts.set_issuer', { community: COMMUNITY, ...form }), 'changed_meanwhile')
  await hours('a', 180, '2026-11-02')
  expect((await issue()).number).toBe('沈和新志〔2026〕第 0001 号')
})
