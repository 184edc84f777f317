import type { KeyboardEvent } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Badge } from './tag'
import { Tap } from './tap'

export interface TabsProps<V extends string> {
  label: string
  tabs: readonly { value: V; label: string; count?: number }[]
  value: V
  onChange: (value: V) => void
}

function arrows(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const all = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]'))
  const next = all[(all.indexOf(event.target as HTMLElement) + step + all.length) % all.length]
  next?.focus()
  next?.click()
}

/** Views of the same thing, one at a time. */
export const Tabs = <V extends string>({ label, tabs, value, onChange }: TabsProps<V>) => (
  <Box className="k-tabs" aria={{ role: 'tablist', label }} onKey={arrows}>
    {tabs.map(tab => (
      <Tap
        key={tab.value}
        className={cx('k-tab', tab.value === value && 'k-tab-on')}
        aria={{ role: 'tab', selected: tab.value === value }}
        tabIndex={tab.value === value ? 0 : -1}
        onTap={() => onChange(tab.value)}
      >
        <Words>{tab.label}</Words>
        {tab.count === undefined ? null : <Badge count={tab.count} what="条" />}
      </Tap>
    ))}
  </Box>
)
