/** Text entry on H5: the browser's own controls. */
import { type Aria, attributes } from './aria'

export type FieldKind = 'text' | 'number' | 'tel' | 'idNumber' | 'code' | 'area' | 'date' | 'search'

export interface InputProps {
  id: string
  kind: FieldKind
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
  placeholder?: string
  max?: number
  rows?: number
  /** Bounds of a date, 'YYYY-MM-DD'. */
  from?: string
  until?: string
  focus?: boolean
  disabled?: boolean
  aria: Aria
}
const MODE = { number: 'decimal', tel: 'tel', code: 'numeric', search: 'search' } as const
const TYPE = { date: 'date', search: 'search', tel: 'tel' } as const

export function Input({ id, kind, value, onChange, onEnter, placeholder, max, rows, from, until, focus, disabled, aria }: InputProps) {
  const shared = { id, value, placeholder, maxLength: max, disabled, className: 'k-input', ...attributes(aria) }
  if (kind === 'area') return <textarea {...shared} rows={rows ?? 3} onChange={event => onChange(event.target.value)} />
  return (
    <input
      {...shared}
      type={kind in TYPE ? TYPE[kind as keyof typeof TYPE] : 'text'}
      inputMode={kind in MODE ? MODE[kind as keyof typeof MODE] : undefined}
      autoComplete={kind === 'code' ? 'one-time-code' : kind === 'tel' ? 'tel-national' : 'off'}
      enterKeyHint={kind === 'search' ? 'search' : undefined}
      min={from}
      max={until}
      // Only where the page is for this one field (the code of a sign-in).
      autoFocus={focus}
      onChange={event => onChange(event.target.value)}
      onKeyDown={event => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
    />
  )
}
