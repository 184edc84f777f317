import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Wrong } from './field'
import { Icon } from './icon'
import { Tap } from './tap'

export interface Option<V extends string> {
  value: V
  label: string
  /** A second, smaller line. */
  note?: string
}
interface Shared<V extends string> {
  label: string
  options: readonly Option<V>[]
  /** How many side by side; fewer where words would break, one column fewer in elder mode. */
  columns?: 1 | 2 | 3
  hint?: string
  error?: string
  /** Hides the label from sight where a heading above says the same. */
  bare?: boolean
}
export interface ChoiceProps<V extends string> extends Shared<V> {
  value: V | null | undefined
  onChange: (value: V) => void
}
export interface ChoicesProps<V extends string> extends Shared<V> {
  values: readonly V[]
  onChange: (values: V[]) => void
}

function Frame({ label, hint, error, bare, columns = 2, role, children }: Shared<string> & { role: string; children: ReactNode }) {
  const id = `c${useId().replace(/:/g, '')}`
  const weapp = process.env.TARO_ENV === 'weapp'
  return (
    <Box className="k-field">
      <Box id={id} className={bare ? 'k-unseen' : 'k-label k-label-question'}>
        {label}
      </Box>
      {hint ? <Box className="k-hint">{hint}</Box> : null}
      <Box className={`k-choices k-choices-${columns}`} aria={weapp ? { role, label } : { role, labelledBy: id }} onKey={arrows}>
        {children}
      </Box>
      {error ? <Wrong>{error}</Wrong> : null}
    </Box>
  )
}

/** Arrow keys move between the options, as in the browser's own radio group. */
function arrows(event: KeyboardEvent) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const all = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('button'))
  const at = all.indexOf(event.target as HTMLElement)
  all[(at + step + all.length) % all.length]?.focus()
}

const Chip = ({
  option,
  on,
  role,
  onTap,
  tabIndex,
}: {
  option: Option<string>
  on: boolean
  role: string
  onTap: () => void
  tabIndex?: number
}) => (
  <Tap className={cx('k-chip', on && 'k-chip-on')} aria={{ role, checked: on }} tabIndex={tabIndex} onTap={onTap}>
    {on ? <Icon name="check" size={18} tone="accent" /> : null}
    <Box className="k-chip-words">
      <Words>{option.label}</Words>
      {option.note ? <Words className="k-chip-note">{option.note}</Words> : null}
    </Box>
  </Tap>
)

/** One of a few: all are seen at once, one tap chooses. */
export function Choice<V extends string>({ value, onChange, ...shared }: ChoiceProps<V>) {
  // nothing chosen yet, or something that is not among them: the first one takes the focus
  const entry = shared.options.some(option => option.value === value) ? value : shared.options[0]?.value
  return (
    <Frame {...shared} role="radiogroup">
      {shared.options.map(option => (
        <Chip
          key={option.value}
          option={option}
          role="radio"
          on={option.value === value}
          tabIndex={option.value === entry ? 0 : -1}
          onTap={() => onChange(option.value)}
        />
      ))}
    </Frame>
  )
}

/** Any of a few. */
export function Choices<V extends string>({ values, onChange, ...shared }: ChoicesProps<V>) {
  const toggle = (value: V) => onChange(values.includes(value) ? values.filter(other => other !== value) : [...values, value])
  return (
    <Frame {...shared} role="group">
      {shared.options.map(option => (
        <Chip key={option.value} option={option} role="checkbox" on={values.includes(option.value)} onTap={() => toggle(option.value)} />
      ))}
    </Frame>
  )
}

export interface SwitchProps {
  label: string
  note?: string
  on: boolean
  onChange: (on: boolean) => void
}

/** A setting that is on or off; the word stands beside the colour. */
export const Switch = ({ label, note, on, onChange }: SwitchProps) => (
  <Tap className="k-row k-switch" aria={{ role: 'switch', checked: on }} onTap={() => onChange(!on)}>
    <Box className="k-row-main">
      <Box className="k-row-title">{label}</Box>
      {note ? <Box className="k-row-note">{note}</Box> : null}
    </Box>
    <Box className={cx('k-switch-track', on && 'k-switch-on')} aria={{ hidden: true }}>
      {on ? '开' : '关'}
    </Box>
  </Tap>
)
