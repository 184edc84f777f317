/** Any order of coming, going, marking, ticking and repeating: minutes are counted once and never above the shift, and seats stay whole. */
import fc from 'fast-check'
import { openTown, type Town } from '../../_kit/testing'
import { momentOf } from '../../_kit/time'
import { type SeatDoc, seatId } from '../docs'
import { type DayTown, dayTown } from './town'

jest.setTimeout(300_000)
const DAY = '2026-11-28'
const START = momentOf(`${DAY}T08:00`)
const MINUTE = 60_000
const [FROM, TO] = [momentOf(`${DAY}T09:00`), momentOf(`${DAY}T12:00`)]

const moment = fc.integer({ min: 0, max: 330 }).map(minutes => START + minutes * MINUTE)
const who = fc.nat(1)
const step = fc.oneof(
  fc.record({ do: fc.constant('in' as const), who, at: moment }),
  fc.record({ do: fc.constant('out' as const), who, at: moment }),
  fc.record({ do: fc.constant('left' as const), who, at: moment }),
  fc.record({ do: fc.constant('came' as const), who, at: moment, length: fc.option(fc.integer({ min: 0, max: 300 })) }),
  fc.record({ do: fc.constant('sure' as const), who }),
  fc.record({ do: fc.constant('nothing' as const), who }),
  fc.record({ do: fc.constant('absent' as const), who, excused: fc.boolean() }),
  fc.record({ do: fc.constant('guest' as const), seat: fc.boolean() }),
  fc.record({ do: fc.constant('close' as const) }),
  fc.record({ do: fc.constant('on' as const), minutes: fc.constantFrom(1, 20, 90, 300, 1440, 7 * 1440) }),
  fc.record({ do: fc.constant('tick' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
/** Half of all days end as they should, with a roll-call that is closed, and go on after that. */
const ended: Step[] = [
  { do: 'on', minutes: 300 },
  { do: 'came', who: 0, at: START + 65 * MINUTE, length: 100 },
  { do: 'came', who: 1, at: START + 70 * MINUTE, length: 120 },
  { do: 'close' },
]
const steps = fc
  .tuple(fc.array(step, { maxLength: 8 }), fc.boolean(), fc.array(step, { maxLength: 10 }))
  .map(([before, ends, after]) => [...before, ...(ends ? ended : []), ...after])

async function take(town: Town, it: DayTown, one: Step) {
  const { shift } = it
  const person = 'who' in one ? it.people[one.who] : it.lead
  const mark = (said: object) => it.lead.answer('shifts.mark', { shift, person: person.id, mark: said })
  if (one.do === 'in') return person.answer('shifts.check_in', { shift, at: one.at })
  if (one.do === 'out') return person.answer('shifts.check_out', { shift, at: one.at })
  if (one.do === 'left') return person.answer('shifts.say_left', { shift, left: one.at })
  if (one.do === 'sure' || one.do === 'nothing') return mark({ as: one.do })
  if (one.do === 'absent') return mark({ as: 'absent', why: '', excused: one.excused })
  if (one.do === 'came') return mark({ as: 'came', came: one.at, ...(one.length === null ? {} : { went: one.at + one.length * MINUTE }) })
  if (one.do === 'close') return it.lead.answer('shifts.close_roll', { shift, at: town.now() })
  if (one.do === 'guest')
    return it.lead.answer('shifts.walk_in', { shift, role: 'a', came: town.now(), who: { as: 'guest', name: '路过的' }, seat: one.seat })
  if (one.do === 'on') town.moveTo(new Date(town.now() + one.minutes * MINUTE).toISOString())
  await town.tick()
  return { status: 200 }
}

test('minutes are counted once and within the shift, misses once, and what was counted stays', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async day => {
      const town = await openTown({ now: `${DAY}T08:00` })
      try {
        const it = await dayTown(town, ['张桂兰', '李国富'], { need: 3 })
        const counted = [0, 0]
        for (const one of day) {
          expect((await take(town, it, one)).status).toBeLessThan(500)
          for (const [n, person] of it.people.entries()) {
            const [{ minutes, missed, times_came }, signup] = [await it.volunteer(person), await it.signup(person)]
            expect(minutes).toBeLessThanOrEqual((TO - FROM) / MINUTE)
            expect(missed.length + times_came).toBeLessThanOrEqual(1)
            if (counted[n] > 0) expect(minutes).toBe(counted[n])
            if (!signup.settled) expect(minutes).toBe(0)
            counted[n] = minutes
          }
        }
        const seats = (await town.store.get<SeatDoc>('seats', seatId(it.shift, 'a'))) as SeatDoc
        const taken = (await town.store.find('signups', { where: { shift: it.shift }, limit: 100 })).items.length
        expect(seats.need).toBe(seats.left + taken)
        await it.until('2026-12-20T12:00')
        for (const person of it.people) expect((await it.signup(person)).settled).toBe(true)
      } finally {
        await town.close()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 25) },
  )
})
