/** Signing up, as people do it: alone, together, by a lead's hand; withdrawing, swapping, being replaced; each refusal with its sentence. */
import type { Rule } from '@domain/shifts/contract/rules'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { type SignupDoc, signupId } from '../docs'
import { roleForm, shiftOn } from '../plan/town'
import { altered, COMMUNITY, crowd, officeOf } from '../town'

let town: Town
let office: Someone
let ann: Someone
let bea: Someone
let cui: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
  ;[ann, bea, cui] = await crowd(town, 3)
})
afterEach(() => town.close())

const monday = (more: object = {}) => shiftOn(town, office, { need: 2, day: '2026-11-30', ...more })
const up = (who: Someone, shift: string, more: object = {}) => who.call('shifts.sign_up', { shift, role: 'a', ...more })
const of = async (who: Someone, shift: string) => (await town.store.get<SignupDoc>('signups', signupId(shift, who.id))) as SignupDoc
const refused = (code: string) => ({ code: `shifts.${code}` })
const saves = (rules: Partial<Rule>[], unanswered: 'approve' | 'decline' = 'approve') =>
  office.call('shifts.save_rules', {
    ...{ community: COMMUNITY, version: 0, unanswered },
    rules: rules.map((one, n) => ({ id: `r${n}`, name: `规则${n}`, on: true, when: [], effect: 'ask' as const, why: '', ...one })),
  })
const told = async (who: Someone) => {
  await town.tick()
  return (await town.store.find('notices', { where: { account: who.id }, limit: 50 })).items.map(one => String(one.title))
}

test('every role stands in one of the states, with its reason', async () => {
  const mine = await monday({ title: '我报的' })
  const full = await monday({ need: 1, from: '13:00', to: '14:00', title: '满了的' })
  await monday({ from: '10:00', to: '12:00', title: '撞了的' })
  await monday({ from: '14:00', to: '15:00', title: '要证的', roles: [roleForm('a', 1, { paper: 'health' })] })
  await shiftOn(town, office, { need: 1, day: '2026-12-09', opens: 48, title: '没开放的' })
  await up(ann, mine)
  await up(bea, full)
  const { items } = await ann.call('shifts.open', {})
  const states = Object.fromEntries(items.map(one => [one.shift.title, one.stands[0].state]))
  expect(states).toEqual({ 我报的: 'mine', 满了的: 'full', 撞了的: 'clashes', 要证的: 'not_allowed', 没开放的: 'not_yet' })
  expect(items.every(one => one.stands[0].why !== '')).toBe(true)
  expect(items.map(one => one.shift.from)).toEqual(items.map(one => one.shift.from).sort((a, b) => a - b))
})

test('a rule that asks holds the seat until the lead nods, and says why', async () => {
  await saves([{ name: '头一次来', when: [{ what: 'first', is: true }], why: '头一次来，队长认识一下' }])
  const shift = await monday({ need: 1 })
  expect((await up(ann, shift)).mine).toMatchObject({ state: 'asked', why: '等队长点头：头一次来，队长认识一下' })
  expect((await up(bea, shift)).mine.state).toBe('waiting')
  const { items } = await office.call('shifts.asked', {})
  expect(items).toMatchObject([{ rule: '头一次来', signup: { account: ann.id } }])
  await expect(office.call('shifts.decide', { shift, account: ann.id, yes: false })).rejects.toMatchObject(refused('no_reason'))
  await office.call('shifts.decide', { shift, account: ann.id, yes: false, why: '这次人够了' })
  expect([(await of(ann, shift)).state, (await of(bea, shift)).state]).toEqual(['declined', 'offered'])
  expect(await told(ann)).toContain('这次没安排上')
  const { trace, history } = await ann.call('shifts.signup_history', { shift, account: ann.id })
  expect([trace[0].holds, history.at(-1)?.why]).toEqual([true, '这次人够了'])
})

test.each(['approve', 'decline'] as const)(
  'whom the lead never answered is answered two hours before, as the community says: %s',
  async unanswered => {
    await saves([{}], unanswered)
    const shift = await monday()
    await up(ann, shift)
    town.moveTo('2026-11-30T06:59')
    await town.tick()
    expect(await of(ann, shift)).toMatchObject({ state: unanswered === 'approve' ? 'on' : 'declined' })
    expect((await of(ann, shift)).history.at(-1)?.why).toContain('按社区的规矩')
  },
)

test('a rule that blocks is a sentence, and trying rules says whom they would touch', async () => {
  const shift = await monday()
  await up(ann, shift)
  const rule = { id: 'r', name: '厨房', on: true, when: [], effect: 'block' as const, why: '这周先歇歇' }
  const tried = await office.call('shifts.try_rules', { community: COMMUNITY, rules: [rule], unanswered: 'approve' })
  expect(tried).toMatchObject({ looked: 1, other: [{ was: 'auto', now: 'block', why: '这周先歇歇' }] })
  await saves([rule])
  await expect(up(bea, shift)).rejects.toMatchObject({ ...refused('blocked'), message: '这周先歇歇' })
})

test('a couple goes together once both said yes, and then all of them or nobody', async () => {
  const shift = await monday()
  await expect(up(ann, shift, { with: [bea.id] })).rejects.toMatchObject(refused('not_together'))
  await town.store.load('accounts', [
    { ...(await town.store.get('accounts', bea.id)), _id: bea.id, phoneBlind: town.secrets.blind('phone', '13800138000') },
  ])
  await ann.call('shifts.ask_companion', { phone: '13800138000' })
  await bea.call('shifts.answer_companion', { account: ann.id, yes: true })
  const { mine, others } = await up(ann, shift, { with: [bea.id] })
  expect([mine.state, others[0].state, mine.group === others[0].group]).toEqual(['on', 'on', true])
  const small = await monday({ need: 1, from: '14:00', to: '15:00' })
  await expect(up(ann, small, { with: [bea.id] })).rejects.toMatchObject({
    ...refused('too_few'),
    message: '只剩 1 个位子，你们有 2 个人。可以各报各的，或者换一个班',
  })
})

test('asking a number that nobody has is answered as any other', async () => {
  expect(await ann.call('shifts.ask_companion', { phone: '13900000001' })).toEqual({ id: ann.id })
})

test('one withdraws freely until the limit, later with a reason the lead hears, and not once it has begun', async () => {
  const lead = await town.as('lead', COMMUNITY, { name: '队长' })
  const shift = await monday()
  await up(ann, shift)
  await up(bea, shift)
  await ann.call('shifts.withdraw', { shift })
  town.moveTo('2026-11-30T07:45')
  await expect(bea.call('shifts.withdraw', { shift })).rejects.toMatchObject(refused('no_reason'))
  await bea.call('shifts.withdraw', { shift, why: '腿疼' })
  expect(await told(lead)).toContain(`${(await of(bea, shift)).name}临时来不了`)
  await up(cui, shift)
  town.moveTo('2026-11-30T09:00')
  await expect(cui.call('shifts.withdraw', { shift, why: '腿疼' })).rejects.toMatchObject(refused('begun'))
})

test('a lead puts somebody in past the queue, never past the seats; only what is too much for them can be overruled', async () => {
  const shift = await monday({ need: 1, from: '08:00', to: '16:00' })
  const put = (who: Someone, more: object = {}) => office.call('shifts.put_in', { shift, role: 'a', account: who.id, why: '缺人', ...more })
  await expect(put(ann)).rejects.toMatchObject(refused('not_allowed'))
  expect((await put(ann, { overrule: true })).state).toBe('on')
  await expect(put(bea, { overrule: true })).rejects.toMatchObject(refused('full'))
  const other = await monday({ from: '10:00', to: '11:00' })
  await expect(
    office.call('shifts.put_in', { shift: other, role: 'a', account: ann.id, why: '缺人', overrule: true }),
  ).rejects.toMatchObject(refused('clashes'))
})

test('a swap is decided again when it is answered: who has taken on something else meanwhile cannot', async () => {
  const hers = await monday()
  const his = await monday({ day: '2026-12-01' })
  await up(ann, hers)
  await up(bea, his)
  const { id: swap } = await ann.call('shifts.swap_ask', { shift: hers, to: bea.id, theirs: his, words: '' })
  await up(bea, await monday({ from: '10:00', to: '12:00', title: '另一个班' }))
  await expect(bea.call('shifts.swap_answer', { swap, yes: true })).rejects.toMatchObject(refused('clashes'))
  await bea.call('shifts.swap_answer', { swap, yes: false })
  expect([(await of(ann, hers)).state, (await of(bea, his)).state]).toEqual(['on', 'on'])
})

test('a swap changes both at once, and one that nobody answers runs out', async () => {
  const hers = await monday()
  const his = await monday({ from: '10:00', to: '12:00' })
  await up(ann, hers)
  await up(bea, his)
  const first = await ann.call('shifts.swap_ask', { shift: hers, to: bea.id, theirs: his, words: '' })
  await bea.call('shifts.swap_answer', { swap: first.id, yes: true })
  expect([(await of(ann, his)).state, (await of(bea, hers)).state]).toEqual(['on', 'on'])
  const { id } = await ann.call('shifts.swap_ask', { shift: his, to: cui.id, words: '' })
  town.moveTo('2026-11-30T09:30')
  await town.tick()
  expect((await town.store.get('swaps', id))?.state).toBe('expired')
  expect((await of(ann, his)).state).toBe('on')
})

test('whoever asks to be replaced keeps the seat until somebody who fits takes it over', async () => {
  const shift = await monday({ need: 1 })
  await up(ann, shift)
  await ann.call('shifts.ask_cover', { shift, why: '要看病' })
  expect((await of(ann, shift)).state).toBe('on')
  // the clock calls, then tells
  await town.tick()
  expect((await told(bea)).some(one => one.includes('想请人替个班'))).toBe(true)
  expect((await bea.call('shifts.open', {})).covers).toMatchObject([{ account: ann.id, why: '要看病' }])
  await altered(town, cui.id, () => ({ pause: { from: '2026-11-28' } }))
  await expect(cui.call('shifts.take_cover', { shift, account: ann.id })).rejects.toMatchObject(refused('not_allowed'))
  await bea.call('shifts.take_cover', { shift, account: ann.id })
  expect([(await of(ann, shift)).state, (await of(bea, shift)).state]).toEqual(['given', 'on'])
})
