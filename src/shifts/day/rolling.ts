/** The roll-call on a lead's phone: what is known, what was said here, and saying it. Everything works without signal. */
import type { InputOf, OutputOf } from '@domain'
import { clockOf } from '@domain/shifts/clash'
import type { RollMark, RollRow } from '@domain/shifts/contract/day'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Called, newId, path, send, useCall, useOutbox, useSent } from '@/platform'
import { type SaidMarks, type SeenRoll, seenRoll } from './rolled'

export type Roll = OutputOf<'shifts.roll'>
export interface Rolling {
  from: Called<Roll>
  seen?: SeenRoll
  moment(): number
  mark(row: RollRow, mark: RollMark): Promise<void>
  walkIn(input: Omit<InputOf<'shifts.walk_in'>, 'shift'>, name: string): Promise<void>
  close(): Promise<void>
}
const OURS = ['shifts.mark', 'shifts.walk_in', 'shifts.close_roll']
const EVERY = 20_000

export function useRoll(shift: string): Rolling {
  const from = useCall('shifts.roll', { shift }, { keep: `shifts/roll/${shift}` })
  const parcels = useOutbox(outbox => outbox.parcels)
  const [said, setSaid] = useState<SaidMarks>({})
  const ahead = useRef(0)
  if (from.data && from.at) ahead.current = from.data.now - from.at
  const { retry, data } = from
  useFront(retry)
  useSent(useCallback(parcel => void (OURS.includes(parcel.name) && retry()), [retry]))
  const moment = () => Date.now() + ahead.current
  const edit = path('/shifts/pages/roll/index', { shift })
  return {
    from,
    seen: data && seenRoll(data, said, parcels),
    moment,
    async mark(row, mark) {
      const key = newId()
      setSaid(was => ({ ...was, [row.person]: { mark, version: Math.max(row.version, was[row.person]?.version ?? 0), key } }))
      await send('shifts.mark', { shift, person: row.person, mark }, `点名 ${row.name}`, { key, edit })
    },
    async walkIn(input, name) {
      await send('shifts.walk_in', { shift, ...input }, `临时来的 ${name}`, { edit })
    },
    async close() {
      const at = moment()
      await send('shifts.close_roll', { shift, at }, `点完名 ${data ? `${clockOf(data.from)} ${data.title}` : ''}`.trim(), { edit })
    },
  }
}

/** Others check in meanwhile: asked again by itself while the page is in front. */
export function useFront(ask: () => void) {
  const front = useRef(true)
  useDidShow(() => {
    front.current = true
  })
  useDidHide(() => {
    front.current = false
  })
  useEffect(() => {
    const timer = setInterval(() => front.current && ask(), EVERY)
    return () => clearInterval(timer)
  }, [ask])
}
