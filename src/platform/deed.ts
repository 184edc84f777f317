/** Writes that need signal, from buttons: what became of it is answered, never thrown. */
import type { InputOf, Name, OutputOf } from '@domain'
import { useCallback, useRef } from 'react'
import { call } from './call'
import { Offline, Refused, sentence } from './failures'
import { newId } from './id'

/** `code` is the refusal's; 'offline' when no answer came (it may have arrived all the same). */
export type Did<N extends Name> = { ok: OutputOf<N> } | { ok?: undefined; code: string; problem: string }

/**
 * Does one write at a time. The same thing tried again carries the same key, so that a lost answer never makes two of it. Null: one is under way.
 */
export function useDeed(): <N extends Name>(name: N, input: InputOf<N>) => Promise<Did<N> | null> {
  const attempt = useRef({ about: '', key: '', busy: false })
  return useCallback(async (name, input) => {
    const mine = attempt.current
    if (mine.busy) return null
    const about = `${name} ${JSON.stringify(input)}`
    if (mine.about !== about) Object.assign(mine, { about, key: newId() })
    mine.busy = true
    try {
      const ok = await call(name, input, { key: mine.key })
      mine.about = ''
      return { ok }
    } catch (thrown) {
      const code = thrown instanceof Refused ? thrown.code : thrown instanceof Offline ? 'offline' : 'bug'
      return { code, problem: sentence(thrown) }
    } finally {
      mine.busy = false
    }
  }, [])
}
