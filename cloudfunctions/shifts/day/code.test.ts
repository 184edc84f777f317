/** The rotating code through the door: who is there now gets in; photos, replays and guesses do not. */
import { randomBytes, randomInt } from 'node:crypto'
import { readCode, STEP } from '@domain/shifts/code'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { digitsAt, stepBy, tokenAt } from './code'
import type { CodeDoc } from './docs'
import { type DayTown, dayTown } from './town'

const NOW = '2026-11-28T09:00'
let town: Town
let it: DayTown
beforeEach(async () => {
  town = await openTown({ now: NOW })
  it = await dayTown(town, ['张桂兰', '李国富'])
})
afterEach(() => town.close())

const shown = (who = it.lead) => who.call('shifts.show_code', { shift: it.shift })
const tokenOf = (text: string) => readCode(text)?.token ?? ''
const later = (ms: number) => town.moveTo(new Date(momentOf(NOW) + ms).toISOString())
const enter = (who: Someone, code: string, at = town.now()) => who.call('shifts.check_in', { shift: it.shift, at, code })

test('a scan of what is shown now gets in, for certain; so do the six digits under it', async () => {
  const [a, b] = it.people
  const { codes } = await shown()
  expect(tokenOf(codes[0].text).length).toBeGreaterThanOrEqual(16)
  expect(await enter(a, tokenOf(codes[0].text))).toMatchObject({ done: true, words: '签到好了，09:00 到的' })
  expect(await enter(b, codes[0].digits)).toMatchObject({ done: true })
  expect((await it.signup(a)).came).toEqual({ at: town.now(), how: 'code', by: '张桂兰' })
})

test('one step before and after is taken, three are not', async () => {
  const { codes } = await shown()
  const secret = town.secrets.open(((await town.store.get<CodeDoc>('shift_codes', it.shift)) as CodeDoc).secret, {
    ...{ collection: 'shift_codes', id: it.shift, field: 'secret' },
  })
  const step = codes[0].from / STEP
  const taken = [-3, -2, -1, 0, 1, 2, 3].map(by => stepBy(secret, it.shift, tokenAt(secret, it.shift, step + by), town.now()) !== undefined)
  expect(taken).toEqual([false, false, true, true, true, false, false])
  expect(stepBy(secret, it.shift, digitsAt(secret, it.shift, step + 3), town.now())).toBeUndefined()
})

test('a photo forwarded and shown three minutes later is refused, and the person is told what to do', async () => {
  const { codes } = await shown()
  later(3 * 60_000)
  expect(await enter(it.people[0], tokenOf(codes[0].text))).toEqual({
    ...{ id: `${it.shift}|${it.people[0].id}`, done: false, left: 4 },
    words: '码没对上，可能刚换了新的。再看一眼，还能试 4 次',
  })
  expect((await it.signup(it.people[0])).came).toBeUndefined()
})

test('of a thousand replays of a code not one gets in', async () => {
  const names = Array.from({ length: 200 }, (_, n) => `志愿者${n}`)
  const many = await dayTown(town, names, { _id: 's-many' })
  const { codes } = await many.lead.call('shifts.show_code', { shift: 's-many' })
  let inside = 0
  for (const [n, one] of many.people.entries())
    for (let turn = 0; turn < 5; turn++) {
      later(90_000 + n * 1000 + turn)
      const { done } = await one.call('shifts.check_in', { shift: 's-many', at: town.now(), code: tokenOf(codes[0].text) })
      if (done) inside++
    }
  expect(inside).toBe(0)
})

test('of a hundred thousand random tokens none is right, and of the digits no more than chance', async () => {
  const secret = randomBytes(24).toString('base64url')
  let [tokens, digits] = [0, 0]
  for (let n = 0; n < 100_000; n++) {
    if (stepBy(secret, 's', randomBytes(16).toString('base64url'), town.now()) !== undefined) tokens++
    if (stepBy(secret, 's', String(randomInt(1_000_000)).padStart(6, '0'), town.now()) !== undefined) digits++
  }
  expect(tokens).toBe(0)
  // three in a million each: more than five in a hundred thousand happens once in a few hundred thousand runs
  expect(digits).toBeLessThanOrEqual(5)
})

test('five wrong tries, then only the lead: the right code is not looked at any more, a tap waits for the lead', async () => {
  const [a] = it.people
  const { codes } = await shown()
  const wrong = codes[0].digits === '000000' ? '000001' : '000000'
  const left = []
  for (let n = 0; n < 6; n++) left.push((await enter(a, wrong)).left)
  expect(left).toEqual([4, 3, 2, 1, 0, 0])
  expect(await enter(a, codes[0].digits)).toMatchObject({ done: false, words: '码没对上好几次了，请找队长给您点名' })
  await a.call('shifts.check_in', { shift: it.shift, at: town.now() })
  expect((await it.signup(a)).came).toMatchObject({ how: 'tap', unsure: true })
})

test('a step is used once by one person: five deliveries are one check-in, and the same code does not also check out', async () => {
  const [a] = it.people
  const { codes } = await shown()
  const code = tokenOf(codes[0].text)
  for (let n = 0; n < 5; n++) expect(await enter(a, code)).toMatchObject({ done: true })
  const after = await it.signup(a)
  expect(after.history.map(one => one.what)).toEqual(['came'])
  const out = a.call('shifts.check_out', { shift: it.shift, at: town.now(), code })
  await expect(out).rejects.toMatchObject({ code: 'shifts.code_used' })
})

test('without signal it is judged by the phone’s time, marked, and waits for one tap of the lead', async () => {
  const [a] = it.people
  const { codes } = await shown()
  const said = town.now()
  later(40 * 60_000)
  expect(await enter(a, tokenOf(codes[0].text), said)).toMatchObject({ done: true })
  expect((await it.signup(a)).came).toEqual({ at: said, how: 'code', by: '张桂兰', offline: true, unsure: true })
  await it.lead.call('shifts.mark', { shift: it.shift, person: a.id, mark: { as: 'sure' } })
  const { came } = await it.signup(a)
  expect(came?.unsure).toBeUndefined()
  expect(came?.sure?.by).toBe('队长老赵')
})

test('a phone whose clock runs ahead is put right', async () => {
  const [a] = it.people
  await a.call('shifts.check_in', { shift: it.shift, at: town.now() + 3_600_000 })
  expect((await it.signup(a)).came).toEqual({ at: town.now(), how: 'tap', by: '张桂兰' })
})

test('the code is for those who lead; its secret is made once, sealed, and the screen has a quarter of an hour ahead', async () => {
  await expect(shown(it.people[0])).rejects.toMatchObject({ code: 'call.not_there' })
  const first = await shown()
  later(60_000)
  const second = await shown()
  expect(second.codes[0]).toEqual(first.codes[2])
  expect(first.codes).toHaveLength(30)
  expect(first.codes[29].from - first.codes[0].from).toBe(29 * STEP)
  const { secret } = (await town.store.get<CodeDoc>('shift_codes', it.shift)) as CodeDoc
  expect(secret).toMatch(/^v1\./)
})
