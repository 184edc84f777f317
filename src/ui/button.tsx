import type { ReactNode } from 'react'
import { Box, Press, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'
import type { IconName } from './icons'
import { useOnce } from './tap'

export interface ButtonProps {
  children: ReactNode
  onTap: () => unknown
  /** primary: the one thing to do here; soft: also likely; plain: others; danger: undoes or ends; quiet: words only. */
  kind?: 'primary' | 'soft' | 'plain' | 'danger' | 'quiet'
  icon?: IconName
  /** Kept busy by the page; a promise from onTap does it by itself. */
  busy?: boolean
  disabled?: boolean
  /** The main action: 84 px high in elder mode. */
  big?: boolean
  label?: string
  id?: string
}
const TONE = { primary: 'white', soft: 'accent', plain: 'ink', danger: 'bad', quiet: 'accent' } as const

/** A button that says what happens ("记下，下一户", not "提交"). Full width in a `Buttons` column, else as wide as its words. */
export function Button({ children, onTap, kind = 'plain', icon, busy, disabled, big, label, id }: ButtonProps) {
  const once = useOnce(onTap)
  const working = busy || once.busy
  return (
    <Press
      id={id}
      className={cx('k-button', `k-button-${kind}`, big && 'k-button-big', (disabled || working) && 'k-off', working && 'k-busy')}
      aria={{ label, ...(disabled || working ? { disabled: true } : {}), ...(working ? { busy: true } : {}) }}
      onPress={() => !disabled && !working && once.press()}
    >
      {icon ? <Icon name={icon} size={20} tone={TONE[kind]} /> : null}
      <Words className="k-button-words">{children}</Words>
    </Press>
  )
}

/** Buttons side by side, equally wide; below each other when `column` and always in elder mode. */
export const Buttons = ({ children, column }: { children: ReactNode; column?: boolean }) => (
  <Box className={cx('k-buttons', column && 'k-buttons-column')}>{children}</Box>
)
