import type { ReactNode } from 'react'
import { Box } from './base'
import { Icon } from './icon'
import type { IconName } from './icons'

export interface CalloutProps {
  children: ReactNode
  tone?: 'info' | 'warn' | 'bad' | 'accent' | 'ok'
  icon?: IconName
  /** Said aloud when it appears: something just happened. */
  alert?: boolean
}

/** A few words that stand out: for whom this is, what changed, what to know before going on. */
export const Callout = ({ children, tone = 'info', icon, alert }: CalloutProps) => (
  <Box className={`k-callout k-callout-${tone}`} aria={alert ? { role: 'alert' } : {}}>
    {icon ? <Icon name={icon} size={20} tone={tone} /> : null}
    <Box className="k-callout-words">{children}</Box>
  </Box>
)
