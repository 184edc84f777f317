/** The codes on a lead's screen: fetched ahead, so that they go on for ten minutes and more without signal. */
import type { OutputOf } from '@domain'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, Offline, sentence } from '@/platform'
import { useServerNow } from '@/ui'

export type Codes = OutputOf<'shifts.show_code'>
/** As long as it works the screen is filled up again this often, ms: what is left then is always more than ten minutes. */
const EVERY = 4 * 60_000
/** Without an answer it is tried again after this, ms. */
const AGAIN = 15_000

export interface Coding {
  codes?: Codes
  /** The code that holds now; absent when all are used up. */
  now?: Codes['codes'][number]
  /** How much of its half minute is left, from 1 to 0. */
  left: number
  /** For how many whole minutes more there are codes. */
  minutes: number
  problem?: string
  retry(): void
}

export function useCode(shift: string): Coding {
  const [got, setGot] = useState<{ codes: Codes; at: number } | null>(null)
  const [problem, setProblem] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const ask = useCallback(async () => {
    clearTimeout(timer.current)
    let again = EVERY
    try {
      const codes = await call('shifts.show_code', { shift })
      setGot({ codes, at: Date.now() })
      setProblem(undefined)
    } catch (thrown) {
      // without signal what is there goes on
      if (thrown instanceof Offline) again = AGAIN
      setProblem(sentence(thrown))
    }
    timer.current = setTimeout(ask, again)
  }, [shift])
  useEffect(() => {
    void ask()
    return () => clearTimeout(timer.current)
  }, [ask])
  const time = useServerNow(got?.codes.now, got?.at)
  const { codes } = got ?? {}
  const now = codes?.codes.find(one => one.from <= time && time < one.from + codes.step)
  const last = codes?.codes[codes.codes.length - 1]
  return {
    codes,
    now,
    left: now && codes ? (now.from + codes.step - time) / codes.step : 0,
    minutes: last && codes ? Math.max(0, Math.floor((last.from + codes.step - time) / 60_000)) : 0,
    problem,
    retry: () => void ask(),
  }
}
