import { useId } from 'react'
import { Box, Words } from './base'
import { cx } from './cx'
import { Icon } from './icon'
import { type FieldKind, Input } from './input'
import { Label } from './label'
import { Tap } from './tap'

export interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** text, number (with a decimal point), tel, idNumber, code (six digits), area (lines), date ('YYYY-MM-DD'), search. */
  kind?: FieldKind
  /** What to write and why it is asked, below the label. */
  hint?: string
  /** What is wrong and what to do; linked to the field and said aloud. */
  error?: string
  /** Adds "可不填" after the label when false. */
  need?: boolean
  placeholder?: string
  /** The most characters. */
  max?: number
  rows?: number
  /** Bounds of a date. */
  from?: string
  until?: string
  focus?: boolean
  disabled?: boolean
  onEnter?: () => void
}

/** A labelled field. The label is always visible; hint and error are linked to it. A search field can be emptied with one tap. */
export function Field({ label, hint, error, need = true, kind = 'text', ...props }: FieldProps) {
  const id = `f${useId().replace(/:/g, '')}`
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const aria = { ...(described ? { describedBy: described } : {}), ...(error ? { invalid: true } : {}) }
  const spoken = process.env.TARO_ENV === 'weapp' ? { ...aria, label } : aria
  return (
    <Box className={cx('k-field', error && 'k-field-wrong')}>
      <Label to={id} className="k-label">
        {label}
        {need ? null : <Words className="k-soft k-small"> 可不填</Words>}
      </Label>
      {hint ? (
        <Box id={`${id}-hint`} className="k-hint">
          {hint}
        </Box>
      ) : null}
      <Box className={cx('k-input-frame', kind === 'search' && 'k-input-search')}>
        {kind === 'search' ? <Icon name="search" size={20} tone="soft" /> : null}
        <Input id={id} kind={kind} {...props} aria={spoken} />
        {kind === 'search' && props.value ? (
          <Tap label={`清空${label}`} className="k-input-clear" onTap={() => props.onChange('')}>
            <Icon name="close" size={20} tone="soft" />
          </Tap>
        ) : null}
      </Box>
      {error ? <Wrong id={`${id}-error`}>{error}</Wrong> : null}
    </Box>
  )
}

/** A sentence about what is wrong, said aloud when it appears. */
export const Wrong = ({ id, children }: { id?: string; children: string }) => (
  <Box id={id} className="k-wrong" aria={{ role: 'alert' }}>
    <Icon name="alert" size={18} tone="bad" />
    <Words>{children}</Words>
  </Box>
)
