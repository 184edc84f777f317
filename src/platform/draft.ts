/** A form that survives the phone being put away, the app being killed, the session ending. */
import { useDidHide, useUnload } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from './id'
import { personal, type Shelf } from './keep'
import { useSession } from './session'

/** How long after the last input a draft is written down; never later than 1 s. */
const PAUSE = 400

interface Kept<T> {
  id: string
  at: number
  value: T
}
/** Writes at most once per pause and at once on `flush`; the last value always wins. */
export interface Pen<T> {
  write(value: T): void
  flush(): Promise<void>
  /** Forgets the draft, also what is on its way to the phone. */
  tear(): Promise<void>
}

export function pen<T>(shelf: Shelf, name: string, id: () => string, now: () => number, saved: () => void, pause = PAUSE): Pen<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let ink: { value: T } | null = null
  let last: Promise<void> = Promise.resolve()
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (!ink) return last
    const kept: Kept<T> = { id: id(), at: now(), value: ink.value }
    ink = null
    last = last.then(() => shelf.set(name, kept)).then(saved, () => {})
    return last
  }
  return {
    write(value) {
      ink = { value }
      timer ??= setTimeout(flush, pause)
    },
    flush,
    async tear() {
      clearTimeout(timer)
      timer = undefined
      ink = null
      last = last.then(() => shelf.remove(name))
      await last
    },
  }
}

export interface Draft<T> {
  value: T
  /** Takes a new value, or a change to the current one. */
  set(next: T | ((was: T) => T)): void
  /** An id that belongs to this draft until it is done: give it to `send` as the key, and a form sent twice is one write. */
  id: string
  /** False until the phone has been asked whether there is a draft; show a skeleton until then. */
  ready: boolean
  /** Whether it began from what was kept, and when that was. */
  from?: number
  /** Whether everything typed is on the phone: "草稿已存". */
  saved: boolean
  /** Writes it down without waiting for the pause; resolves when it is on the phone: say so only then. */
  keep(): Promise<void>
  /** Forgets the draft and starts anew; call it after the write is queued. */
  done(): Promise<void>
}

/** A draft under `key` ('visit/<household>'): kept within 1 s of the last input and whenever the page is left. */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const who = useSession(session => session.me?.id ?? '')
  const first = useRef(initial)
  const box = useRef<{ value: T; id: string; pen: Pen<T> | null }>({ value: initial, id: newId(), pen: null })
  const [view, setView] = useState({ value: initial, ready: false, saved: true, from: undefined as number | undefined })
  useEffect(() => {
    const it = box.current
    const shelf = personal(who)
    let alive = true
    const saved = () => alive && setView(was => ({ ...was, saved: true }))
    it.pen = pen<T>(shelf, `draft/${key}`, () => it.id, Date.now, saved)
    void shelf.get<Kept<T>>(`draft/${key}`).then(kept => {
      if (!alive) return
      if (kept) Object.assign(it, { value: kept.value, id: kept.id })
      setView({ value: it.value, ready: true, saved: true, from: kept?.at })
    })
    return () => {
      alive = false
      void it.pen?.flush()
    }
  }, [key, who])
  const keep = useCallback(async () => box.current.pen?.flush(), [])
  const flush = useCallback(() => void keep(), [keep])
  useDidHide(flush)
  useUnload(flush)
  useHidden(flush)

  const set = useCallback((next: T | ((was: T) => T)) => {
    const it = box.current
    it.value = typeof next === 'function' ? (next as (was: T) => T)(it.value) : next
    it.pen?.write(it.value)
    setView(was => ({ ...was, value: it.value, saved: false }))
  }, [])
  const done = useCallback(async () => {
    await box.current.pen?.tear()
    Object.assign(box.current, { value: first.current, id: newId() })
    setView({ value: first.current, ready: true, saved: true, from: undefined })
  }, [])
  return { ...view, id: box.current.id, set, keep, done }
}

/** A browser says that it may be killed by hiding the page. */
function useHidden(flush: () => void) {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp' || typeof document === 'undefined') return
    const listen = () => document.visibilityState === 'hidden' && flush()
    document.addEventListener('visibilitychange', listen)
    return () => document.removeEventListener('visibilitychange', listen)
  }, [flush])
}
