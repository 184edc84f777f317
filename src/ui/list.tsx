import { type ReactNode, useState } from 'react'
import { Box, Heading, Words } from './base'
import { Button } from './button'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icons'
import { Tap } from './tap'

export interface CardProps {
  /** A heading, as words. */
  title?: string
  /** At the right of the heading: a tag, a number. */
  aside?: ReactNode
  /** A quieter line below the heading. */
  note?: ReactNode
  children?: ReactNode
  /** Makes the whole card one thing to press; its words are its name. */
  onTap?: () => unknown
  /** A bar at the left edge for what is urgent; words must say so too. */
  edge?: 'bad' | 'warn' | 'ok'
}

/** A card on the page: one thing, with what to know about it and what to do. */
export function Card({ title, aside, note, children, onTap, edge }: CardProps) {
  const className = cx('k-card', edge && `k-edge-${edge}`)
  const head =
    title || aside ? (
      <Box className="k-card-head">
        {title ? (
          onTap ? (
            <Words className="k-h2">{title}</Words>
          ) : (
            <Heading level={2} className="k-h2">
              {title}
            </Heading>
          )
        ) : (
          <Words />
        )}
        {aside}
      </Box>
    ) : null
  const inside = (
    <>
      {head}
      {note ? <Box className="k-note">{note}</Box> : null}
      {children}
    </>
  )
  return onTap ? (
    <Tap className={className} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <Box className={className}>{inside}</Box>
  )
}

export interface RowProps {
  title: ReactNode
  note?: ReactNode
  /** At the right: a value, a tag. */
  aside?: ReactNode
  icon?: IconName
  onTap?: () => unknown
  /** The name when the words inside do not say it. */
  label?: string
  danger?: boolean
}

/** A line of a list inside `Rows`; with onTap it leads somewhere. */
export function Row({ title, note, aside, icon, onTap, label, danger }: RowProps) {
  const inside = (
    <>
      {icon ? <Icon name={icon} tone={danger ? 'bad' : 'soft'} /> : null}
      <Box className="k-row-main">
        <Box className={cx('k-row-title', danger && 'k-tone-bad')}>{title}</Box>
        {note ? <Box className="k-row-note">{note}</Box> : null}
      </Box>
      {aside ? <Box className="k-row-aside">{aside}</Box> : null}
      {onTap ? <Icon name="right" size={20} tone="soft" /> : null}
    </>
  )
  return onTap ? (
    <Tap className="k-row" label={label} onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <Box className="k-row">{inside}</Box>
  )
}

/** Rows in one card, with hairlines between. `title` stands above. */
export const Rows = ({ title, children }: { title?: string; children: ReactNode }) => (
  <Box className="k-section">
    {title ? (
      <Heading level={2} className="k-section-title">
        {title}
      </Heading>
    ) : null}
    <Box className="k-rows">{children}</Box>
  </Box>
)

/** A part of a page with a heading. */
export const Section = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <Box className="k-section">
    <Box className="k-card-head">
      <Heading level={2} className="k-h2">
        {title}
      </Heading>
      {aside}
    </Box>
    {children}
  </Box>
)

export interface ListProps<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  children: (item: T) => ReactNode
  /** How many are drawn at first and with each "再看"; a phone stays quick with hundreds. */
  step?: number
  /** 户, 人, 条 */
  unit?: string
  /** What is said to a screen reader: "今天要敲的门". */
  label: string
  /** Fetches the next page when everything here is drawn; absent: there is no more. */
  onMore?: () => unknown
}

/** A list of cards. Long ones are drawn in steps. */
export function List<T>({ items, keyOf, children, step = 60, unit = '条', label, onMore }: ListProps<T>) {
  const [shown, setShown] = useState(step)
  const left = items.length - shown
  return (
    <Box className="k-stack">
      <Box className="k-stack" aria={{ role: 'list', label }}>
        {items.slice(0, shown).map(item => (
          <Box key={keyOf(item)} aria={{ role: 'listitem' }}>
            {children(item)}
          </Box>
        ))}
      </Box>
      {left > 0 ? <Button onTap={() => setShown(shown + step)}>{`再看 ${Math.min(left, step)} ${unit}，还有 ${left}`}</Button> : null}
      {left <= 0 && onMore ? <Button onTap={onMore}>再往后看</Button> : null}
    </Box>
  )
}
