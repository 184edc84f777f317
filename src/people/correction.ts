/** A form over a record that others may change meanwhile. */
import { useEffect } from 'react'
import { type Draft, useDraft } from '@/platform'
import { rebased } from './rebase'

const same = <T extends object>(a: T, b: T) => (Object.keys(b) as (keyof T)[]).every(field => a[field] === b[field])

export interface Correction<T> {
  typed: T
  set: (next: (was: T) => T) => void
  ready: boolean
  /** Whether something was kept from before. */
  kept: boolean
  done: () => Promise<void>
}

/** A draft of a correction of `now`; when `now` is another (somebody was faster), the draft moves onto it. */
export function useCorrection<T extends object>(key: string, now: T): Correction<T> {
  const draft: Draft<{ typed: T; base: T }> = useDraft(key, { typed: now, base: now })
  const { value, ready, set } = draft
  const stale = ready && !same(value.base, now)
  useEffect(() => {
    if (stale) set(was => ({ typed: rebased(was.typed, was.base, now), base: now }))
  })
  return {
    typed: stale ? rebased(value.typed, value.base, now) : value.typed,
    set: next => set(was => ({ ...was, typed: next(was.typed) })),
    ready,
    kept: draft.from !== undefined && !same(value.typed, value.base),
    done: draft.done,
  }
}
