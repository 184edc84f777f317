/** Shifts of the world's next days with people in every state; at the first place whoever volunteers is in them too. */
import type { signing as declared } from '@domain/shifts/contract/signing'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import type { World } from '../../_kit/world'
import { sitting, someShift } from '../day/town'
import type { SignupDoc } from '../docs'
import { enrolled } from '../town'
import { pairId, type SwapDoc } from './docs'

const at = (day: number, clock: string) => Date.parse(`2026-11-${day}T${clock}:00+08:00`)
const LATE = at(21, '20:00')
/** on: people are in it; offer: a seat is kept; cover: somebody wants out; theirs: to swap for. */
const DAYS = { on: 23, offer: 24, cover: 25, theirs: 26 }
type What = keyof typeof DAYS
const WHATS = Object.keys(DAYS) as What[]
const shiftAt = (community: string, id: string, what: What) =>
  someShift({ _id: id, community, kind: 'kitchen', from: at(DAYS[what], '09:00'), to: at(DAYS[what], '10:00'), need: 20 })

const swapOf = (community: string, _id: string, [from, to]: [string, string], gives: string): SwapDoc => ({
  ...{ _id, community, from, fromName: '志愿者', to, toName: '志愿者', accounts: [from, to], gives },
  ...{ state: 'asked', until: at(22, '20:00'), words: '', history: [] },
})

export async function settle(town: Town, { community, grid }: Omit<Place, 'shifts'>, _so: ShiftsPlace): Promise<ShiftsPlace> {
  const [mate, asker, free] = ['mate', 'asker', 'free'].map(one => `${one}-${grid}`)
  await town.store.load(
    'volunteers',
    [mate, asker, free].map(one => enrolled(one, { community, name: '志愿者', today: '2026-11-01' })),
  )
  const so = Object.fromEntries(WHATS.map(what => [`sign_${what}`, `sign-${what}-${grid}`]))
  const sit = (what: What, account: string, more: Partial<SignupDoc> = {}) =>
    sitting(town, shiftAt(community, so[`sign_${what}`], what), [{ account, name: '志愿者', ...more }])
  await sit('on', mate)
  await sit('on', asker, { state: 'asked', history: [{ at: town.now(), by: '', what: 'asked' }] })
  await sit('offer', asker, { state: 'offered', until: LATE })
  await sit('cover', mate, { cover: { at: town.now(), why: '要看病', told: true } })
  await sit('theirs', mate)
  const [swap_to, swap_from] = [`swap-to-${grid}`, `swap-from-${grid}`]
  await town.store.load('swaps', [
    swapOf(community, swap_to, [mate, free], so.sign_theirs),
    swapOf(community, swap_from, [mate, free], so.sign_on),
  ])
  return { ...so, mate, asker, free, swap_to, swap_from }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = {
  ...Object.fromEntries(WHATS.map(what => [`sign_${what}`, `sign-${what}-${gone}`])),
  ...{ mate: `mate-${gone}`, asker: `asker-${gone}`, free: `free-${gone}`, swap_to: `swap-to-${gone}`, swap_from: `swap-from-${gone}` },
}

/** Whoever volunteers at the first place is in its shifts; the volunteer is one side of its swaps, and was asked to go together. */
export async function enrol(town: Town, { places, callers }: World): Promise<void> {
  const { community, shifts: so } = places[0]
  for (const account of [callers.volunteer, callers.lead, callers.kitchen]) {
    await sitting(town, shiftAt(community, so.sign_on, 'on'), [{ account, name: '志愿者' }])
    await sitting(town, shiftAt(community, so.sign_offer, 'offer'), [{ account, name: '志愿者', state: 'offered', until: LATE }])
  }
  await town.store.load('swaps', [
    swapOf(community, so.swap_to, [so.mate, callers.volunteer], so.sign_theirs),
    swapOf(community, so.swap_from, [callers.volunteer, so.free], so.sign_on),
  ])
  const [a, b] = [so.mate, callers.volunteer]
  const names = { [a]: '志愿者', [b]: '志愿者' }
  await town.store.load('pairs', [{ _id: pairId(a, b), accounts: [a, b].sort(), names, by: a, state: 'asked', history: [] }])
}

type Own = { [N in `shifts.${keyof typeof declared}`]: Sample<N> }
const rules = { rules: [], unanswered: 'decline' as const }
export const samples: Own = {
  'shifts.companions': plain(() => ({})),
  'shifts.ask_companion': plain(() => ({ phone: '13500135000' })),
  'shifts.answer_companion': plain(({ shifts }) => ({ account: shifts.mate, yes: true })),
  'shifts.rules': atCommunity(({ community }) => ({ community })),
  'shifts.save_rules': atCommunity(({ community }) => ({ community, version: 0, ...rules })),
  'shifts.try_rules': atCommunity(({ community }) => ({ community, ...rules })),
  'shifts.open': plain(() => ({})),
  'shifts.open_shift': atCommunity(({ shifts }) => ({ shift: shifts.sign_on })),
  'shifts.dial_lead': atCommunity(({ shifts }) => ({ shift: shifts.sign_on })),
  'shifts.sign_up': atCommunity(({ shifts }) => ({ shift: shifts.sign_theirs, role: 'a' })),
  'shifts.answer_offer': atCommunity(({ shifts }) => ({ shift: shifts.sign_offer, take: true })),
  'shifts.withdraw': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, why: '腿疼' })),
  'shifts.my_shifts': plain(() => ({})),
  'shifts.asked': plain(() => ({})),
  'shifts.decide': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, account: shifts.asker, yes: true })),
  'shifts.put_in': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, role: 'a', account: shifts.free, why: '人手不够' })),
  'shifts.take_out': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, account: shifts.mate, why: '换到下周' })),
  'shifts.swap_choices': atCommunity(({ shifts }) => ({ shift: shifts.sign_on })),
  'shifts.swap_ask': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, to: shifts.free, words: '' })),
  'shifts.swap_answer': atCommunity(({ shifts }) => ({ swap: shifts.swap_to, yes: true })),
  'shifts.swap_cancel': atCommunity(({ shifts }) => ({ swap: shifts.swap_from })),
  'shifts.ask_cover': atCommunity(({ shifts }) => ({ shift: shifts.sign_on, why: '要看病' })),
  'shifts.take_cover': atCommunity(({ shifts }) => ({ shift: shifts.sign_cover, account: shifts.mate })),
  'shifts.signup_history': { ...atCommunity(({ shifts }) => ({ shift: shifts.sign_on, account: shifts.mate })), ownOnly: ['volunteer'] },
}
