/** What lies over a page on H5: outside the page's root, the rest inert, focus kept inside and given back. */
import { useDidHide } from '@tarojs/taro'
import { type ReactNode, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useMode } from './mode'

export interface LayerProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** sheet: from below; dialog: in the middle. */
  shape: 'sheet' | 'dialog'
}
const REACHABLE = 'button:not([disabled]),input,textarea,select,a[href],[tabindex]:not([tabindex="-1"])'

/** Tab goes round inside. */
function round(root: HTMLElement, event: KeyboardEvent) {
  const all = Array.from(root.querySelectorAll<HTMLElement>(REACHABLE)).filter(one => one.offsetParent !== null && one.tabIndex >= 0)
  const edge = event.shiftKey ? all[0] : all[all.length - 1]
  const inside = root.contains(document.activeElement)
  if (all.length && inside && document.activeElement !== edge && document.activeElement !== root) return
  event.preventDefault()
  ;(event.shiftKey ? all[all.length - 1] : all[0])?.focus()
}

let depth = 0
function shut(app: HTMLElement | null) {
  depth++
  app?.setAttribute('inert', '')
  app?.setAttribute('aria-hidden', 'true')
  return () => {
    if (--depth) return
    app?.removeAttribute('inert')
    app?.removeAttribute('aria-hidden')
  }
}

export function Layer({ title, onClose, children, shape }: LayerProps) {
  const root = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const mode = useMode()
  // A sheet that leads to another page must not stay over it: it lies outside the page and would keep everything inert.
  useDidHide(() => close.current())
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null
    const reopen = shut(document.getElementById('app'))
    root.current?.focus()
    const keys = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && root.current) round(root.current, event)
    }
    document.addEventListener('keydown', keys)
    return () => {
      document.removeEventListener('keydown', keys)
      reopen()
      before?.focus?.({ preventScroll: true })
    }
  }, [])
  return createPortal(
    <div className={`k-layer k-layer-${shape} ${mode}`}>
      <div className="k-shade" onClick={() => close.current()} aria-hidden="true" />
      <div ref={root} role="dialog" aria-modal="true" aria-label={title} tabIndex={-1} className={`k-${shape}`}>
        {children}
      </div>
    </div>,
    document.body,
  )
}
