import type { ReactNode } from 'react'
import { Box, Words } from './base'

export type Tone = 'plain' | 'ok' | 'warn' | 'bad' | 'info'

/** A word or two about a thing: 独居, 晚 2 天, 已订. */
export const Tag = ({ children, tone = 'plain' }: { children: ReactNode; tone?: Tone }) => (
  <Words className={`k-tag k-tag-${tone}`}>{children}</Words>
)

export const Tags = ({ children }: { children: ReactNode }) => <Box className="k-tags">{children}</Box>

/** How many: unread, waiting. Nothing when none. `what` is said aloud: "条没看". */
export const Badge = ({ count, what }: { count: number; what: string }) =>
  count > 0 ? (
    <Words className="k-badge" aria={{ role: 'img', label: `${count} ${what}` }}>
      {count > 99 ? '99+' : count}
    </Words>
  ) : null
