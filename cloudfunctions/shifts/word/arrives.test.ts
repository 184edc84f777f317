/** Changes, cancellations and offers, made through the door by those who plan and sign up, reach the phones of those they are about. */
import { OFFER, type Phone, phone } from '../../_kit/phone'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { COMMUNITY, officeOf, registered, shiftOn } from '../town'

let town: Town
let it: Phone
let wang: Someone
let li: Someone
beforeEach(async () => {
  it = phone()
  town = await openTown({ now: '2026-11-28T10:00', push: it.push })
  wang = await ready('王秀英', 'oWang')
  li = await ready('李敏', 'oLi')
})
afterEach(() => town.close())

async function ready(name: string, openid: string): Promise<Someone> {
  const who = await registered(town, COMMUNITY, { name })
  await town.store.transaction(tx => tx.update('accounts', who.id, { set: { openid } }))
  for (let i = 0; i < 3; i++) await who.call('notices.granted', { answers: [{ template: OFFER, answer: 'accept' }] })
  return who
}
const minutes = async (n: number) => {
  for (let i = 0; i < n; i++) await town.tick()
}
const got = () => it.wechat.map(({ openid, data }) => [openid, data.thing1.value, data.time2.value])

test('a cancelled shift reaches everybody who was in it, once, with the time it would have been', async () => {
  const office = await officeOf(town)
  const shift = await shiftOn(town, office, { day: '2026-11-30', roles: [{ id: 'cut', name: '切配', need: 2 }] })
  for (const who of [wang, li]) await who.call('shifts.sign_up', { shift: shift, role: 'cut' })
  await minutes(2)
  it.wechat.length = 0
  await office.call('shifts.cancel_shift', { shift: shift, why: '厨房停水' })
  await minutes(5)
  expect(
    got()
      .map(one => one[0])
      .sort(),
  ).toEqual(['oLi', 'oWang'])
  expect(new Set(got().map(one => one[1]))).toEqual(new Set(['平安守望取消了']))
  expect(got()[0][2]).toMatch(/^2026年11月30日/)
})

test('a seat that comes free reaches the first in the queue', async () => {
  const office = await officeOf(town)
  const shift = await shiftOn(town, office, { day: '2026-11-30', roles: [{ id: 'cut', name: '切配', need: 1 }] })
  await wang.call('shifts.sign_up', { shift: shift, role: 'cut' })
  await li.call('shifts.sign_up', { shift: shift, role: 'cut' })
  await minutes(2)
  it.wechat.length = 0
  await wang.call('shifts.withdraw', { shift: shift })
  await minutes(3)
  expect(got()).toEqual([['oLi', '排到您了', expect.stringMatching(/^2026年11月30日/)]])
})
