/** The life of a round on a phone: what is known, what is said, what waits. */
import type { InputOf, OutputOf } from '@domain'
import { dayOf } from '@domain/days'
import type { HandForm, Round } from '@domain/meals/contract/rounds'
import { useCallback, useEffect, useRef } from 'react'
import { amend, type Called, newId, path, type SendOptions, send, useCall, useMe, useOutbox, useSent } from '@/platform'
import { holds, openStops, roundNow, type SaidHere, type Seen, seenStops } from './carry'
import { closedHere, remember, saidOf, setOff, useSaid } from './said'
import { ROUND_PAGE } from './ways'

export interface Carrying {
  from: Called<OutputOf<'meals.my_rounds'>>
  ready: boolean
  round?: Round
  stops: Seen[]
  /** What is still to be said, in the order it is asked. */
  open: Seen[]
  /** How many of this round's are on this phone only. */
  waiting: number
  started: boolean
  closed: boolean
  /** This moment as the server would say it. */
  moment(): number
}

const OURS = ['meals.hand_over', 'meals.correct_hand', 'meals.close_round', 'meals.start_round']

/** The caller's rounds, kept for when there is no signal; `asked`: which one. */
export function useCarrying(asked?: string): Carrying {
  const me = useMe()
  const from = useCall('meals.my_rounds', {}, { keep: 'meals/rounds' })
  const said = useSaid()
  const parcels = useOutbox(outbox => outbox.parcels)
  const ahead = useRef(0)
  if (from.data && from.at) ahead.current = from.data.now - from.at
  useEffect(() => {
    if (me.id) void remember()
  }, [me.id])
  const { retry } = from
  useSent(useCallback(parcel => void (OURS.includes(parcel.name) && retry()), [retry]))
  const round = roundNow(from.data?.mine ?? [], said.closed, asked)
  const moment = () => Date.now() + ahead.current
  const stops = seenStops(round?.list ?? [], said.said, parcels, me.name, dayOf(moment()))
  return {
    ...{ from, ready: said.ready && said.who === me.id, round, stops, moment },
    open: openStops(stops, said.later),
    waiting: stops.filter(stop => stop.waiting).length,
    started: round !== undefined && (round.state === 'going' || said.started.includes(round.id)),
    closed: round !== undefined && (round.state === 'closed' || said.closed.includes(round.id)),
  }
}

type Photos = NonNullable<SendOptions['photos']>
/** A stop's words go out: at once where there is signal, else when there is. What was said before is put right, never said twice. */
export async function tell(round: Round, stop: Seen, form: HandForm, at: number, photos: Photos = []): Promise<void> {
  const here = useSaid.getState().said[stop.id]
  if (stop.waiting && (await amended(round, stop.waiting, stop.id, form, photos))) return
  const again = stop.said !== undefined && !isSecondTry(stop, form)
  // what this phone has sent since it last asked is one version further than what it saw
  const version = holds(stop, here) ? here.version + 1 : stop.version
  const key = newId()
  const options = { key, photos, edit: path(ROUND_PAGE, { round: round.id }) }
  const about = `${stop.call} ${stop.door}`
  if (again) await send('meals.correct_hand', { order: stop.id, version, form }, `更正 ${about}`, options)
  else await send('meals.hand_over', { order: stop.id, round: round.id, at, form }, about, options)
  await saidOf(stop.id, { key, kind: again ? 'correct' : 'hand', form, at: again ? (stop.said?.at ?? at) : at, version })
}

/** Puts new words in place of what still waits; false when it has arrived meanwhile. */
async function amended(round: Round, was: SaidHere, order: string, form: HandForm, photos: Photos): Promise<boolean> {
  const { key, kind, at, version } = was
  const input = kind === 'hand' ? { order, round: round.id, at, form } : { order, version, form }
  if (!(await amend(key, input as InputOf<'meals.hand_over'>, photos))) return false
  await saidOf(order, { ...was, form })
  return true
}

/** Nobody answered before, and now it was handed over: that is another hand-over, not a mistake put right. */
const isSecondTry = (stop: Seen, form: HandForm) => stop.state === 'failed' && ['handed', 'left'].includes(form.outcome)

export async function leaveWith(round: Round, at: number): Promise<void> {
  await send('meals.start_round', { round: round.id, at }, `出发 ${round.name}`, { edit: ROUND_PAGE })
  await setOff(round.id)
}
export async function finish(round: Round): Promise<void> {
  await send('meals.close_round', { round: round.id }, `收尾 ${round.name}`, {
    edit: path(ROUND_PAGE, { round: round.id }),
  })
  await closedHere(round.id)
}
