import type { ReactNode } from 'react'
import { Box, Para } from './base'
import { Drawing, type DrawingName } from './drawing'

export interface EmptyProps {
  title: string
  /** What to do next, in one sentence. */
  words?: string
  drawing?: DrawingName
  /** A button for it. */
  children?: ReactNode
}

/** Nothing here, and what to do next. */
export const Empty = ({ title, words, drawing = 'door', children }: EmptyProps) => (
  <Box className="k-empty">
    <Drawing name={drawing} />
    <Para className="k-empty-title">{title}</Para>
    {words ? <Para className="k-note">{words}</Para> : null}
    {children ? <Box className="k-empty-act">{children}</Box> : null}
  </Box>
)
