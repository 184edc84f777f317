/** Whatever is accepted, told, told again and answered in whatever order: the ledger and what left the house agree. */
import fc from 'fast-check'
import { OFFER, type Phone, phone, REMINDER } from '../_kit/phone'
import { type Event, telling } from '../_kit/react'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { reactions } from '../reactions'
import type { QuotaDoc } from './quota'

jest.setTimeout(120_000)

type Step =
  | { do: 'accept'; template: string }
  | { do: 'tell'; topic: string; urgent: boolean }
  | { do: 'again'; which: number }
  | { do: 'wait'; minutes: number }
  | { do: 'answer'; code: number | 'lost' | 'gone' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('accept' as const), template: fc.constantFrom(OFFER, REMINDER) }),
  fc.record({ do: fc.constant('tell' as const), topic: fc.constantFrom('offer', 'reminder', 'changed'), urgent: fc.boolean() }),
  fc.record({ do: fc.constant('again' as const), which: fc.nat(20) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 2, 7, 90, 700) }),
  fc.record({
    do: fc.constant('answer' as const),
    code: fc.constantFrom<number | 'lost' | 'gone'>(0, -1, 43101, 43108, 47003, 'lost', 'gone'),
  }),
)

interface World {
  town: Town
  it: Phone
  who: Someone
  told: Event[]
}
async function walk({ town, it, who, told }: World, one: Step): Promise<void> {
  if (one.do === 'accept') await who.call('notices.granted', { answers: [{ template: one.template, answer: 'accept' }] })
  if (one.do === 'answer') it.answers.push(one.code)
  if (one.do === 'again' && told.length > 0) await town.store.load('events', [{ ...told[one.which % told.length], due: town.now() }])
  if (one.do === 'wait') {
    town.moveTo(new Date(town.now() + one.minutes * 60_000).toISOString())
    await town.tick()
  }
  if (one.do === 'tell') await tell({ town, it, who, told }, one)
}
async function tell({ town, who, told }: World, { topic, urgent }: { topic: string; urgent: boolean }): Promise<void> {
  const id = `event${told.length}`
  const facts = { topic, urgent, accounts: [who.id], title: id, body: '', at: town.now() }
  const when = { now: town.now(), today: '2026-11-28', id: () => id }
  await town.store.transaction(tx => telling(tx, reactions, when).happened('shifts.told', facts))
  told.push({ _id: id, name: 'shifts.told', facts, at: town.now(), due: town.now(), tries: 0 })
}

test('left is never below zero and always what was accepted less what was sent; each notice leaves at most once by each way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async steps => {
      const it = phone()
      const town = await openTown({ now: '2026-11-28T09:00', push: it.push })
      const who = await town.as('volunteer', '210102025015')
      await town.store.transaction(tx => tx.update('accounts', who.id, { set: { openid: 'oOne' } }))
      await who.call('notices.want', { mute: [], sms: true })
      const world: World = { town, it, who, told: [] }
      for (const one of steps) await walk(world, one)
      it.answers.length = 0
      for (let i = 0; i < 3; i++) await walk(world, { do: 'wait', minutes: 700 })
      for (const template of [OFFER, REMINDER]) {
        const quota = await town.store.get<QuotaDoc>('quotas', `${who.id}|${template}`)
        if (!quota) continue
        const took = it.wechat.filter(one => one.template === template).length
        const lost = it.gone(template)
        expect(quota.left).toBeGreaterThanOrEqual(0)
        expect(quota.left).toBe(quota.granted - quota.spent - quota.void)
        expect(quota.spent).toBe(took + lost)
      }
      const twice = (ids: string[]) => ids.length - new Set(ids).size
      expect(twice(it.wechat.map(one => one.data.thing1.value))).toBe(0)
      expect(twice(it.texts.map(one => one.id))).toBe(0)
      expect(await town.store.count('outgoing', { state: 'sending', due: { gte: 0 } })).toBe(0)
      await town.close()
    }),
    { numRuns: 40 },
  )
})
