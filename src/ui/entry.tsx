import type { ReactNode } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'

export interface EntryProps {
  title: string
  note?: string
  icon?: IconName
  onTap: () => unknown
  /** The one thing to do here: brick red in elder mode. */
  main?: boolean
  aside?: ReactNode
}

/** A big way in on a home page. In elder mode a line as wide as the screen; at most six of them. */
export const Entry = ({ title, note, icon, onTap, main, aside }: EntryProps) => (
  <Tap className={cx('k-entry', main && 'k-entry-main')} onTap={onTap}>
    <Box className="k-entry-head">
      {icon ? <Icon name={icon} size={24} tone="accent" /> : <Words />}
      {aside}
    </Box>
    <Box className="k-entry-words">
      <Words className="k-entry-title">{title}</Words>
      {note ? <Words className="k-entry-note">{note}</Words> : null}
    </Box>
  </Tap>
)

/** Entries two by two; in elder mode below each other. */
export const Entries = ({ children }: { children: ReactNode }) => <Box className="k-entries">{children}</Box>

export interface FigureProps {
  label: string
  value: string | number
  note?: string
  tone?: 'bad' | 'warn' | 'ok'
  /** Leads to the list behind the figure. */
  onTap?: () => unknown
}

/** A figure that matters. Every one leads to its list. */
export function Figure({ label, value, note, tone, onTap }: FigureProps) {
  const inside = (
    <>
      <Words className="k-figure-label">{label}</Words>
      <Words className={cx('k-figure-value', tone && `k-tone-${tone}`)}>{value}</Words>
      {note ? <Words className="k-figure-note">{note}</Words> : null}
    </>
  )
  return onTap ? (
    <Tap className="k-card k-figure" onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <Box className="k-card k-figure">{inside}</Box>
  )
}
export const Figures = ({ children }: { children: ReactNode }) => <Box className="k-figures">{children}</Box>
