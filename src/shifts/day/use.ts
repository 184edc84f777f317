/** The day on a volunteer's phone: what is known of their shifts, what was said here, and saying it. Everything works without signal. */
import type { InputOf, OutputOf } from '@domain'
import { readCode } from '@domain/shifts/code'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Called, call, locate, newId, Offline, path, scan, send, sentence, useCall, useOutbox, useSent } from '@/platform'
import { toast } from '@/ui'
import { forget, isOurs, remember, saidIn, useSaidHere } from './said'
import { type Seen, seenShift, shiftNow } from './seen'

export interface Day {
  from: Called<OutputOf<'shifts.my_day'>>
  items: Seen[]
  /** What the home is about now. */
  now?: Seen
  /** This moment as the server would say it. */
  moment(): number
}
const EVERY = 15_000
/** How long a phone may look for where it is before somebody is checked in without, ms. */
const PATIENCE = 2500

/** The caller's shifts, kept on the phone; `on` false: not for this person, nothing is asked. */
export function useDay(on = true): Day {
  const from = useCall('shifts.my_day', on ? {} : null, { keep: 'shifts/day' })
  const known = useSaidHere(state => state.said)
  const parcels = useOutbox(outbox => outbox.parcels)
  const ahead = useRef(0)
  if (from.data && from.at) ahead.current = from.data.now - from.at
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick(n => n + 1), EVERY)
    return () => clearInterval(timer)
  }, [])
  const { retry } = from
  useSent(useCallback((parcel, output) => void (isOurs(parcel) && heard(parcel.id, output, retry)), [retry]))
  const moment = () => Date.now() + ahead.current
  const see = (one: OutputOf<'shifts.my_day'>['items'][number]) => seenShift(one, saidIn(parcels, known), parcels, moment())
  const items = (from.data?.items ?? []).map(see)
  const next = from.data?.next && see(from.data.next)
  return { from, items, now: shiftNow(items, next), moment }
}

/** What came of something that was sent: a code that was wrong did not happen. */
function heard(key: string, output: unknown, retry: () => void) {
  const { done, words } = output as OutputOf<'shifts.check_in'>
  if (!done) {
    forget(key)
    toast(words, { tone: 'bad' })
  }
  retry()
}

const page = (shift: string) => path('/shifts/pages/shift/index', { shift })
const where = async ({ place }: Seen) =>
  place.spot ? ((await Promise.race([locate(), new Promise<null>(done => setTimeout(done, PATIENCE, null))])) ?? undefined) : undefined

/** 我到了 or 我走了: kept first, sent when there is signal. */
export async function say(it: Seen, way: 'in' | 'out', at: number, code?: string): Promise<void> {
  const key = newId()
  remember({ shift: it.shift, way, key, at, version: it.version, ...(code ? { code: true } : {}) })
  const spot = await where(it)
  const input: InputOf<'shifts.check_in'> = { shift: it.shift, at, ...(code ? { code } : {}), ...(spot ? { spot } : {}) }
  const about = `${way === 'in' ? '签到' : '签退'} ${it.title}`
  await send(way === 'in' ? 'shifts.check_in' : 'shifts.check_out', input, about, { key, edit: page(it.shift) })
}

/** A code typed or scanned: judged at once where there is signal, so that a slip can be typed again; else kept and sent later. Answers what is wrong. */
export async function sayCode(it: Seen, way: 'in' | 'out', at: number, code: string, retry: () => void): Promise<string | undefined> {
  const name = way === 'in' ? 'shifts.check_in' : 'shifts.check_out'
  try {
    const answer = await call(name, { shift: it.shift, at, code })
    if (!answer.done) return answer.words
    toast(answer.words)
    remember({ shift: it.shift, way, key: newId(), at, version: it.version, code: true })
    retry()
  } catch (thrown) {
    if (!(thrown instanceof Offline)) return sentence(thrown)
    await say(it, way, at, code)
    toast('记下了，有信号了自己传上去')
  }
}

/** Lets WeChat read the code at the place; it says itself which shift it is of. */
export async function sayScanned(day: Day, it: Seen, way: 'in' | 'out'): Promise<void> {
  const text = await scan()
  if (text === null) return
  const code = readCode(text)
  const shift = code && day.items.find(one => one.shift === code.shift)
  if (!code) return toast('这不是签到码，看看队长手机上的那个', { tone: 'bad' })
  if (!shift) return toast('这个码是别的班的，请队长给您加上', { tone: 'bad' })
  const problem = await sayCode(shift, shift.shift === it.shift ? way : shift.came ? 'out' : 'in', day.moment(), code.token, day.from.retry)
  if (problem) toast(problem, { tone: 'bad' })
}

export async function sayLeft(it: Seen, left: number): Promise<void> {
  const key = newId()
  remember({ shift: it.shift, way: 'left', key, at: left, version: it.version })
  await send('shifts.say_left', { shift: it.shift, left }, `几点走的 ${it.title}`, { key, edit: page(it.shift) })
}
export async function sayWhy(it: Seen, why: string, at: number): Promise<void> {
  const key = newId()
  remember({ shift: it.shift, way: 'why', key, at, why, version: it.version })
  await send('shifts.explain_absence', { shift: it.shift, why }, `没来的原因 ${it.title}`, { key, edit: page(it.shift) })
}
