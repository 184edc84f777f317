import type { ReactNode } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'

export interface TrailStep {
  id: string
  title: string
  /** now: it is this one's turn; done: something was done; later: not yet. */
  state: 'done' | 'now' | 'later'
  /** At the right: when. */
  aside?: string
  /** What happened, a line each. */
  lines?: readonly string[]
  children?: ReactNode
}

const ICON = { done: 'check', now: 'clock', later: 'minus' } as const
const TONE = { done: 'ok', now: 'bad', later: 'soft' } as const
const SAID = { done: '办过', now: '正在', later: '还没到' } as const

/** Steps below each other on one line: what was done, what is due now, what comes next. */
export const Trail = ({ steps, label }: { steps: readonly TrailStep[]; label: string }) => (
  <Box className="k-trail" aria={{ role: 'list', label }}>
    {steps.map(step => (
      <Box key={step.id} className={cx('k-trail-step', `k-trail-${step.state}`)} aria={{ role: 'listitem' }}>
        <Box className="k-trail-mark">
          <Icon name={ICON[step.state]} size={18} tone={TONE[step.state]} />
        </Box>
        <Box className="k-trail-main">
          <Box className="k-trail-head">
            <Words className="k-trail-title">{step.title}</Words>
            <Words className="k-unseen">{SAID[step.state]}</Words>
            {step.aside ? <Words className="k-note">{step.aside}</Words> : null}
          </Box>
          {step.lines?.map(line => (
            <Box key={line} className="k-text">
              {line}
            </Box>
          ))}
          {step.children}
        </Box>
      </Box>
    ))}
  </Box>
)
