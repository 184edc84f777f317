/**
 * Random weeks of a community's volunteers, through the one door on the real store: whatever people do in whatever order, after every step seats,
 * queues and people agree (signing/town.ts). Calls arrive up to five times. HISTORIES asks for more than the usual number of them.
 */
import { addDays } from '@domain/days'
import { mondayOf } from '@domain/shifts/clash'
import type { RoleForm } from '@domain/shifts/contract'
import fc from 'fast-check'
import { openTown, type Someone, type Town } from '../_kit/testing'
import { dayOf, momentOf } from '../_kit/time'
import type { SignupDoc } from './docs'
import { shiftOn } from './plan/town'
import type { SwapDoc } from './signing/docs'
import { type Snapshot, snapshot, wrongs } from './signing/town'
import { altered, crowd, officeOf } from './town'

jest.setTimeout(3_000_000)
const RUNS = Number(process.env.HISTORIES ?? 100)

const WHAT = [
  ...(['sign_up', 'sign_up', 'sign_up', 'sign_up', 'sign_up', 'sign_up', 'group', 'group', 'withdraw', 'withdraw', 'withdraw'] as const),
  ...(['answer', 'answer', 'answer', 'decide', 'decide', 'put_in', 'take_out', 'swap', 'swap', 'swap_yes', 'swap_yes', 'swap_no'] as const),
  ...([
    'cover',
    'cover',
    'take_cover',
    'take_cover',
    'soon',
    'later',
    'later',
    'evening',
    'morning',
    'need',
    'need',
    'move',
    'move',
    'cancel',
  ] as const),
  ...(['paper', 'pause', 'rules', 'rush', 'rush', 'rush', 'evening', 'withdraw', 'withdraw'] as const),
] as const
interface Step {
  what: (typeof WHAT)[number]
  who: number
  shift: number
  n: number
  times: number
}
const step = fc.record({
  what: fc.constantFrom(...WHAT),
  who: fc.nat(9),
  shift: fc.nat(5),
  n: fc.nat(99),
  times: fc.constantFrom(1, 1, 2, 5),
})

let town: Town
let office: Someone
let people: Someone[]
/** The Monday of the next history: each has a week of its own. */
let monday = '2026-11-30'
let keys = 0
let weeks = 0
const counted = new Map<string, number>()

beforeAll(async () => {
  town = await openTown({ now: '2026-11-29T08:00' })
  office = await officeOf(town)
  people = await crowd(town, 10)
  await town.store.load(
    'pairs',
    [0, 2, 4].map(i => {
      const accounts = [people[i].id, people[i + 1].id].sort()
      return { _id: accounts.join('|'), accounts, names: {}, by: accounts[0], state: 'together', history: [] }
    }),
  )
})
afterAll(() => town.close())

/** The role 'a' asks for nothing, 'b' for a health paper on the day. */
const roles = (a: number, b: number): RoleForm[] => [
  { id: 'a', name: '打饭', need: a },
  { id: 'b', name: '切配', need: b, paper: 'health' },
]
const HOURS: [number, string, string][] = [
  [1, '09:00', '11:00'],
  [1, '10:00', '12:00'],
  [1, '14:00', '16:00'],
  [2, '09:00', '11:00'],
  [2, '10:30', '12:30'],
  [3, '08:00', '10:00'],
]

interface Week {
  shifts: string[]
  monday: string
}
async function fresh(): Promise<Week> {
  const week = monday
  monday = addDays(monday, 7)
  town.moveTo(`${week}T08:00`)
  for (const [i, { id }] of people.entries()) {
    const until = addDays(week, i % 3)
    const papers = i % 2 ? [{ id: 'p', kind: 'health' as const, until, shown: 0, confirmed: { at: 0, by: '' } }] : []
    await altered(town, id, () => ({ papers, pause: undefined, missed: [], state: 'active', born: i === 9 ? '1940-01-01' : '1962-05-01' }))
  }
  // every other week the lead is asked about whoever gives out meals
  await saveRules(weeks++ % 2 ? [rule('ask', 5)] : [])
  const shifts: string[] = []
  for (const [by, from, to] of HOURS)
    shifts.push(await shiftOn(town, office, { day: addDays(week, by), from, to, roles: roles(1 + (by % 2), 1), title: `班${by}${from}` }))
  return { shifts, monday: week }
}

async function saveRules(rules: unknown[], unanswered = 'approve') {
  const { version } = await office.call('shifts.rules', { community: '210102025015' })
  await sent(office, 'shifts.save_rules', { community: '210102025015', version, rules, unanswered })
}

/** A call as a bad connection sends it. Refusals are fine, bugs are not, and each answer is the first one. */
async function sent(who: Someone, name: string, input: unknown, times = 1): Promise<boolean> {
  const key = `k${++keys}`
  const answers = times > 2 ? await Promise.all(Array.from({ length: times }, () => who.answer(name, input, { key }))) : []
  for (let i = answers.length; i < times; i++) answers.push(await who.answer(name, input, { key }))
  const [{ status, body }] = answers
  if (status >= 500 || status === 401 || ('refused' in body && body.refused.code.startsWith('call.')))
    throw new Error(`${name} ${status} ${JSON.stringify(body)} for ${JSON.stringify(input)} ${town.logged.slice(-2)}`)
  if ('ok' in body) expect(new Set(answers.map(one => JSON.stringify(one.body))).size).toBe(1)
  const word = 'ok' in body ? `${name} ok` : body.refused.code
  counted.set(word, (counted.get(word) ?? 0) + 1)
  return 'ok' in body
}

const inWeek = async (week: Week) =>
  (await Promise.all(week.shifts.map(shift => town.store.find<SignupDoc>('signups', { where: { shift }, limit: 100 })))).flatMap(
    page => page.items,
  )
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]
const among = async (week: Week, is: (one: SignupDoc) => boolean, n: number) => pick((await inWeek(week)).filter(is), n)
const inState = (week: Week, state: string, n: number) => among(week, one => one.state === state, n)
const byId = (id: string | undefined) => people.find(one => one.id === id) ?? people[0]

async function take(week: Week, { what, who: w, shift: s, n, times }: Step): Promise<void> {
  const [who, other, shift] = [people[w], people[n % 10], week.shifts[s]]
  const role = n % 3 ? 'a' : 'b'
  switch (what) {
    case 'sign_up':
      return void (await sent(who, 'shifts.sign_up', { shift, role }, times))
    case 'rush':
      await Promise.all(people.map(one => sent(one, 'shifts.sign_up', { shift, role }, times)))
      return
    case 'group':
      return void (await sent(who, 'shifts.sign_up', { shift, role, with: [people[w ^ 1].id] }, times))
    case 'withdraw': {
      const mine = await among(week, one => ['on', 'asked', 'waiting', 'offered'].includes(one.state), n)
      return void (await sent(
        byId(mine?.account),
        'shifts.withdraw',
        { shift: mine?.shift ?? shift, ...(n % 2 ? { why: '腿疼' } : {}) },
        times,
      ))
    }
    case 'answer': {
      const offered = await inState(week, 'offered', n)
      return void (await sent(byId(offered?.account), 'shifts.answer_offer', { shift: offered?.shift ?? shift, take: n % 4 !== 0 }, times))
    }
    case 'decide': {
      const asked = await inState(week, 'asked', n)
      const whom = { shift: asked?.shift ?? shift, account: asked?.account ?? who.id }
      return void (await sent(office, 'shifts.decide', { ...whom, yes: n % 2 === 0, why: '人够了' }, times))
    }
    case 'put_in':
      return void (await sent(office, 'shifts.put_in', { shift, role, account: who.id, why: '缺人', overrule: n % 2 === 0 }, times))
    case 'take_out': {
      const there = await among(week, () => true, n)
      return void (await sent(
        office,
        'shifts.take_out',
        { shift: there?.shift ?? shift, account: there?.account ?? who.id, why: '换人' },
        times,
      ))
    }
    case 'swap': {
      const mine = await inState(week, 'on', n)
      const back = n % 3 ? await inState(week, 'on', w + s) : undefined
      const to = { to: back?.account ?? other.id, ...(back ? { theirs: back.shift } : {}) }
      const input = { shift: mine?.shift ?? shift, ...to, words: '' }
      return void (await sent(byId(mine?.account), 'shifts.swap_ask', input, times))
    }
    case 'swap_yes':
    case 'swap_no': {
      const open = await town.store.find<SwapDoc>('swaps', { where: { state: 'asked', until: { gt: 0 } }, limit: 50 })
      const swap = pick(open.items, n)
      if (!swap) return
      const cancels = what === 'swap_no' && n % 2 === 0
      if (cancels) return void (await sent(byId(swap.from), 'shifts.swap_cancel', { swap: swap._id }, times))
      return void (await sent(byId(swap.to), 'shifts.swap_answer', { swap: swap._id, yes: what === 'swap_yes' }, times))
    }
    case 'cover': {
      const on = await inState(week, 'on', n)
      return void (await sent(
        byId(on?.account),
        'shifts.ask_cover',
        { shift: on?.shift ?? shift, ...(n % 5 ? { why: '要看病' } : {}) },
        times,
      ))
    }
    case 'take_cover': {
      const asking = await among(week, one => one.cover !== undefined, n)
      return void (await sent(who, 'shifts.take_cover', { shift: asking?.shift ?? shift, account: asking?.account ?? other.id }, times))
    }
    default:
      return happen(week, what, { shift, n, who })
  }
}

const HOUR = 3_600_000
async function happen({ monday: week }: Week, what: string, { shift, n, who }: { shift: string; n: number; who: Someone }): Promise<void> {
  const later = async (at: number) => {
    // a history stays in its own week: its last shift is on Thursday
    if (at >= momentOf(`${addDays(week, 5)}T00:00`)) return
    town.moveTo(new Date(at + 8 * HOUR).toISOString().slice(0, 16))
    await town.tick()
    await town.tick()
  }
  switch (what) {
    case 'soon':
      return later(town.now() + 10 * 60_000)
    case 'later':
      return later(town.now() + (1 + (n % 8)) * HOUR)
    case 'evening':
      return later(Math.max(town.now(), momentOf(`${dayOf(town.now())}T21:30`)))
    case 'morning':
      return later(momentOf(`${addDays(dayOf(town.now()), 1)}T07:40`))
    case 'need':
      return void (await sent(office, 'shifts.set_need', { shift, role: 'a', need: 1 + (n % 4) }, 2))
    case 'move':
      return move(shift, n)
    case 'cancel':
      if (n % 4 === 0) await sent(office, 'shifts.cancel_shift', { shift, why: '停电' }, 5)
      return void (await town.tick())
    case 'paper':
      return altered(town, who.id, before => ({ papers: before.papers.map(one => ({ ...one, until: addDays(week, n % 4) })) }))
    case 'pause':
      return altered(town, who.id, () => ({ pause: n % 3 ? undefined : { from: dayOf(town.now()), until: addDays(week, 2) } }))
    default:
      return saveRules(n % 3 ? [rule(n % 2 ? 'ask' : 'block', n)] : [], n % 2 ? 'approve' : 'decline')
  }
}
const rule = (effect: string, n: number) => ({
  ...{ id: 'r', name: '规则', on: true, effect, why: '先问问' },
  when: n % 5 ? [{ what: 'age', least: 70 }] : [{ what: 'role', any: ['打饭'] }],
})

/** The shift comes earlier or later on its day, with everybody in it. */
async function move(shift: string, n: number): Promise<void> {
  const { form, card } = await office.call('shifts.shift', { shift })
  if (!form) return
  const by = (clock: string) =>
    `${String(Math.min(22, Math.max(6, Number(clock.slice(0, 2)) + (n % 5) - 2))).padStart(2, '0')}${clock.slice(2)}`
  await sent(office, 'shifts.change_shift', { shift, version: card.version, form: { ...form, from: by(form.from), to: by(form.to) } }, 2)
}

const look = (week: Week): Promise<Snapshot> =>
  snapshot(
    town,
    week.shifts,
    people.map(one => one.id),
    [mondayOf(week.monday)],
  )

test('whatever happens in whatever order, seats, queues and people agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 60, size: 'max' }), async steps => {
      const week = await fresh()
      let before = await look(week)
      for (const one of steps) {
        await take(week, one)
        const after = await look(week)
        const wrong = wrongs(after, before)
        if (wrong.length > 0) throw new Error(`after ${JSON.stringify(one)}: ${wrong.join('; ')}`)
        before = after
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  if (process.env.HISTORIES)
    console.log(
      [...counted]
        .sort((a, b) => b[1] - a[1])
        .map(([word, n]) => `${n} ${word}`)
        .join('\n'),
    )
  for (const must of ['sign_up', 'withdraw', 'answer_offer', 'swap_answer', 'take_cover', 'put_in', 'decide'])
    expect(counted.get(`shifts.${must} ok`) ?? 0).toBeGreaterThan(0)
})
