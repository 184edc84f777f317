/** Calls as React sees them. */
import type { InputOf, Name, OutputOf } from '@domain'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './call'
import { Offline, Refused, sentence } from './failures'
import { newId } from './id'
import { personal } from './keep'
import { onBack } from './network'
import { useSession } from './session'

/** What a page knows of an answer. `data` may be there in every state: an old answer is shown, with its age, until there is a new one. */
export interface Called<T> {
  state: 'loading' | 'ready' | 'error' | 'offline'
  data?: T
  /** When `data` was answered, in milliseconds. */
  at?: number
  /** The sentence of what went wrong. */
  problem?: string
  code?: string
  retry: () => void
}
interface Seen<T> extends Omit<Called<T>, 'retry'> {
  about: string
}

const keptName = (keep: string) => `kept/${keep}`
interface Old<T> {
  data: T
  at: number
}
/** The answer to exactly this question that the phone kept. */
async function kept<T>(who: string, keep: string, about: string): Promise<Old<T> | null> {
  const found = await personal(who)
    .get<Old<T> & { about: string }>(keptName(keep))
    .catch(() => null)
  return found?.about === about ? { data: found.data, at: found.at } : null
}

/** A full or closed storage must not turn an answer into an error. */
const put = (who: string, keep: string, old: Old<unknown> & { about: string }) =>
  personal(who)
    .set(keptName(keep), old)
    .catch(() => {})

/** Asking the same again within this time is asking once, in milliseconds. */
const AGAIN = 300

/**
 * Reads an operation for a page: at once, again when the page comes back to the front, when the connection is back, and on `retry`.
 * `keep`: a name under which the last answer stays on the phone (encrypted, this person's) for when there is no signal. `input` null: not yet.
 */
export function useCall<N extends Name>(name: N, input: InputOf<N> | null, { keep }: { keep?: string } = {}): Called<OutputOf<N>> {
  const who = useSession(session => (session.state === 'in' ? (session.me?.id ?? '') : ''))
  const about = input === null || !who ? '' : `${who} ${name} ${JSON.stringify(input)}`
  const [seen, setSeen] = useState<Seen<OutputOf<N>>>({ state: 'loading', about })
  const current = useRef(about)
  const asking = useRef('')
  current.current = about

  const asked = useRef(0)
  const ask = useCallback(async () => {
    // coming to the front and being online again often arrive together
    if (!about || (asked.current > Date.now() - AGAIN && asking.current === about)) return
    asked.current = Date.now()
    asking.current = about
    const mine = () => current.current === about
    const fresh = <K>(was: Seen<K>): Seen<K> => (was.about === about ? was : { state: 'loading', about })
    const old = async (): Promise<Old<OutputOf<N>> | null> => (keep ? kept(who, keep, about) : null)
    setSeen(was => (fresh(was).data === undefined ? { state: 'loading', about } : was))
    // what the phone kept is shown at once, and replaced by the answer
    void old().then(found => found && mine() && setSeen(was => (was.state === 'loading' ? { ...fresh(was), ...found } : was)))
    try {
      const data = await call(name, JSON.parse(about.slice(who.length + name.length + 2)) as InputOf<N>)
      const at = Date.now()
      if (mine()) setSeen({ state: 'ready', data, at, about })
      if (keep) await put(who, keep, { at, data, about })
    } catch (thrown) {
      const found = thrown instanceof Offline ? await old() : null
      const why = { problem: sentence(thrown), code: thrown instanceof Refused ? thrown.code : undefined }
      const state = thrown instanceof Offline ? 'offline' : 'error'
      // what was refused is not shown from memory: it may no longer be this person's to see
      const shown = (was: Seen<OutputOf<N>>) =>
        thrown instanceof Refused ? {} : { data: was.data ?? found?.data, at: was.at ?? found?.at }
      if (mine()) setSeen(was => ({ ...shown(fresh(was)), ...why, state, about }))
    }
  }, [about, who, name, keep])

  useEffect(() => void ask(), [ask])
  const retry = useCallback(() => {
    asked.current = 0
    void ask()
  }, [ask])
  useAgain(retry, ask)
  return seen.about === about ? { ...seen, retry } : { state: 'loading', retry }
}

/**
 * Runs `shown` when the page is shown again after having been hidden (never too soon: what was changed on the page in between may be what is
 * asked for), and `online` when the connection is back.
 */
function useAgain(shown: () => void, online: () => void) {
  const hidden = useRef(false)
  useDidHide(() => {
    hidden.current = true
  })
  useDidShow(() => {
    if (hidden.current) shown()
    hidden.current = false
  })
  useEffect(() => onBack(online), [online])
}

export interface Write<N extends Name> {
  /** Calls the operation; answers its output, or null when it failed (then `problem` says why). A second tap while busy does nothing. */
  run(input: InputOf<N>): Promise<OutputOf<N> | null>
  busy: boolean
  problem?: string
  code?: string
  /** The field the refusal is about. */
  at?: string
  clear(): void
}
interface Outcome {
  busy: boolean
  problem?: string
  code?: string
  at?: string
}

/** A write that needs signal (adding a member, settling a matter). The key stays the same while the same thing is tried again: a lost answer does no harm. */
export function useWrite<N extends Name>(name: N): Write<N> {
  const [outcome, setOutcome] = useState<Outcome>({ busy: false })
  const attempt = useRef({ about: '', key: '', busy: false })
  const run = useCallback(
    async (input: InputOf<N>) => {
      const mine = attempt.current
      if (mine.busy) return null
      const about = JSON.stringify(input)
      if (mine.about !== about) Object.assign(mine, { about, key: newId() })
      mine.busy = true
      setOutcome({ busy: true })
      try {
        const output = await call(name, input, { key: mine.key })
        mine.about = ''
        setOutcome({ busy: false })
        return output
      } catch (thrown) {
        const refused = thrown instanceof Refused ? { code: thrown.code, at: thrown.at } : {}
        setOutcome({ busy: false, problem: sentence(thrown), ...refused })
        return null
      } finally {
        mine.busy = false
      }
    },
    [name],
  )
  const clear = useCallback(() => setOutcome({ busy: false }), [])
  return { run, clear, ...outcome }
}
