/**
 * What is printed, on H5: it lies beside the app, unseen on the screen, and when the browser prints, the app is unseen and this is not.
 * The sizes of paper are @page rules of style/paper.scss. paper.weapp.tsx draws nothing: WeChat cannot print.
 */
import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import './style/paper.scss'

export interface PaperProps {
  /** a4: upright A4; label: 60 x 40 mm. */
  size: 'a4' | 'label'
  children: ReactNode
}

/** True where paper can come out of a printer. */
export const canPrint = true

const HAS = 'k-has-paper'

/** Paper is there while it is rendered; one at a time. */
export function Paper({ size, children }: PaperProps) {
  useEffect(() => {
    document.body.classList.add(HAS)
    return () => document.body.classList.remove(HAS)
  }, [])
  return createPortal(
    <div className={`k-paper k-paper-${size}`} aria-hidden="true">
      {children}
    </div>,
    document.body,
  )
}

/** Opens the browser's own printing, once what is on the paper has been drawn. */
export function printPaper(): Promise<void> {
  return new Promise(done =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        window.print()
        done()
      }, 50),
    ),
  )
}
