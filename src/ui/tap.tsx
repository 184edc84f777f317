import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Aria } from './aria'
import { Press } from './base'
import { cx } from './cx'

export interface TapProps {
  children?: ReactNode
  /** What pressing does. When it answers a promise, the control is busy until that is settled. */
  onTap: () => unknown
  /** The name for who cannot see it; needed when the words inside do not say what happens. */
  label?: string
  /** Why it cannot be pressed is said beside it; it stays reachable. */
  disabled?: boolean
  className?: string
  id?: string
  aria?: Aria
  tabIndex?: number
}

/** The second tap of a double tap comes within this time, in milliseconds. */
const TWICE = 350

/** Takes one tap at a time: a double tap and a tap while busy do nothing. */
export function useOnce(act: () => unknown): { busy: boolean; press: () => void } {
  const [busy, setBusy] = useState(false)
  const held = useRef(false)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])
  const press = () => {
    if (held.current) return
    held.current = true
    const letGo = () => {
      held.current = false
      if (alive.current) setBusy(false)
    }
    const result = act()
    if (!(result instanceof Promise)) return void setTimeout(letGo, TWICE)
    setBusy(true)
    result.then(letGo, problem => {
      letGo()
      throw problem
    })
  }
  return { busy, press }
}

/** Anything that can be pressed: at least 48 px (elder 68), named, reachable by key, safe against double taps. */
export function Tap({ children, onTap, label, disabled, className, id, aria, tabIndex }: TapProps) {
  const { busy, press } = useOnce(onTap)
  const state = { label, ...(disabled || busy ? { disabled: true } : {}), ...aria }
  return (
    <Press
      id={id}
      tabIndex={tabIndex}
      className={cx('k-tap', className, disabled && 'k-off')}
      aria={state}
      onPress={() => !disabled && press()}
    >
      {children}
    </Press>
  )
}
