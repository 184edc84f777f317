/** Reminders: the evening before, and two hours before. Each once, only to those who have a seat, never in the quiet hours. */
import { addDays } from '@domain/days'
import { clockOf } from '@domain/shifts/clash'
import { isQuiet } from '@domain/shifts/offer'
import type { Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { Doc, Tx } from '../../_kit/store/port'
import { dayOf, momentOf, startOf } from '../../_kit/time'
import type { ShiftDoc, SignupDoc } from '../docs'
import { shiftPage } from '../seat'
import { sayWhen, tell } from '../tell'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Shanghai's evening, when tomorrow's shifts are said. */
const EVENING = '18:30'
const SOON = 2 * HOUR
/** Later than this before it begins nobody needs telling. */
const TOO_LATE = 30 * MINUTE
const CHUNK = 50
const KEPT = 7 * 24 * HOUR

type Which = 'eve' | 'soon'
type Given = Doc & { from: number; at: number }
const givenId = ({ shift, account, from }: SignupDoc, which: Which) => `${shift}|${account}|${which}|${from}`

/** When a shift's reminder is due; null when that lies in the quiet hours. */
const dueOf = (which: Which, from: number): number | null => {
  if (which === 'eve') return momentOf(`${addDays(dayOf(from), -1)}T${EVENING}`)
  return isQuiet(from - SOON) ? null : from - SOON
}
/** When somebody came to have the seat: whoever took it after the reminder's time knows. */
const seatedAt = ({ history }: SignupDoc) => history.filter(one => one.what === 'on').at(-1)?.at ?? 0

/** Tomorrow's shifts, from half past six on until the quiet hours. */
export async function remindEve(kit: Ticking): Promise<number> {
  const tomorrow = addDays(kit.today, 1)
  if (kit.now < momentOf(`${kit.today}T${EVENING}`) || isQuiet(kit.now)) return 0
  return remind(kit, 'eve', startOf(tomorrow), startOf(addDays(tomorrow, 1)) - 1)
}

/** What begins within two hours. */
export async function remindSoon(kit: Ticking): Promise<number> {
  return isQuiet(kit.now) ? 0 : remind(kit, 'soon', kit.now + TOO_LATE, kit.now + SOON)
}

/** Everybody who has a seat in what begins between two moments and was not reminded yet. Answers how many were. */
async function remind(kit: Ticking, which: Which, from: number, to: number): Promise<number> {
  let done = 0
  let after: string | undefined
  do {
    const where = { state: 'on', from: { gte: from, lte: to } }
    const page = await kit.store.find<SignupDoc>('signups', { where, order: ['from'], limit: CHUNK, after })
    const open = await unreminded(kit, page.items, which)
    if (open.length > 0)
      done += await kit.store.transaction(async tx => {
        let told = 0
        for (const one of open) told += await remindOne(tx, kit, one._id, which)
        return told
      })
    after = page.after
  } while (after)
  return done
}

async function unreminded({ store }: Ticking, signups: SignupDoc[], which: Which): Promise<SignupDoc[]> {
  const given = await Promise.all(signups.map(one => store.get('reminders', givenId(one, which))))
  return signups.filter((one, i) => !given[i] && one.account !== '' && !one.came)
}

async function remindOne(tx: Tx, kit: Ticking, id: string, which: Which): Promise<number> {
  const signup = await tx.get<SignupDoc>('signups', id)
  const shift = signup && (await tx.get<ShiftDoc>('shifts', signup.shift))
  if (signup?.state !== 'on' || !shift || shift.cancelled || (await tx.get('reminders', givenId(signup, which)))) return 0
  const due = dueOf(which, signup.from)
  if (due === null || due > kit.now || seatedAt(signup) > due) return 0
  await tx.insert<Given>('reminders', { _id: givenId(signup, which), from: signup.from, at: kit.now })
  await tell(telling(tx, kit.reactions, kit), {
    ...{ topic: 'reminder', accounts: [signup.account], ...words(shift, signup, which), to: shiftPage(shift._id) },
    ...{ at: kit.now, when: signup.from, until: signup.from },
  })
  return 1
}

function words(shift: ShiftDoc, signup: SignupDoc, which: Which) {
  const role = shift.roles.find(one => one.id === signup.role)?.name
  const what = role ? `${shift.title}（${role}）` : shift.title
  if (which === 'soon')
    return { title: `${clockOf(shift.from)} ${what}，快到了`, body: `在${shift.place.name}。去不了的话，请现在就点进来说一声` }
  const early = dueOf('soon', shift.from) === null ? '明天早上不再提醒了，' : ''
  return {
    title: `明天 ${clockOf(shift.from)} ${what}`,
    body: `${sayWhen(shift.from)}，在${shift.place.name}。${early}去不了的话，请点进来说一声`,
  }
}

/** Forgets reminders of shifts that are long over. */
export async function forget({ store, now }: Ticking): Promise<number> {
  const old = await store.find<Given>('reminders', { where: { from: { lt: now - KEPT } }, order: ['from'], limit: 500 })
  await store.transaction(async tx => {
    for (const one of old.items) await tx.remove('reminders', one._id)
  })
  return old.items.length
}
