import type { KeyboardEvent } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'
import { Tap } from './tap'

export interface StripDay {
  value: string
  /** 今天, 周四. */
  label: string
  /** 21 日. */
  date: string
  /** 已订, 常订, 不开: how the day stands, in two or three words. */
  word: string
  tone?: 'ok' | 'warn' | 'bad' | 'soft' | 'accent'
  /** Something was chosen for it. */
  chosen?: boolean
}
export interface DayStripProps {
  label: string
  days: readonly StripDay[]
  value: string
  onChange: (day: string) => void
}

/** Arrow keys move between the days. */
function arrows(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 4, ArrowUp: -4 }[event.key]
  if (!step) return
  event.preventDefault()
  const all = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('button'))
  const at = all.indexOf(event.target as HTMLElement)
  all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus()
}

/** The coming days, each with how it stands; one is looked at. */
export const DayStrip = ({ label, days, value, onChange }: DayStripProps) => (
  <Box className="k-days" aria={{ role: 'radiogroup', label }} onKey={arrows}>
    {days.map(day => (
      <Tap
        key={day.value}
        className={cx('k-day', day.value === value && 'k-day-on')}
        aria={{ role: 'radio', checked: day.value === value, label: `${day.label} ${day.date} ${day.word}` }}
        tabIndex={day.value === value ? 0 : -1}
        onTap={() => onChange(day.value)}
      >
        <Words className="k-day-label">{day.label}</Words>
        <Words className="k-day-date">{day.date}</Words>
        <Box className={cx('k-day-word', day.tone && `k-tone-${day.tone}`)}>
          {day.chosen ? <Icon name="check" size={14} tone="accent" /> : null}
          <Words>{day.word}</Words>
        </Box>
      </Tap>
    ))}
  </Box>
)
