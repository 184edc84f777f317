import { Box, Words } from './base'
import { Icon } from './icon'
import { Tap } from './tap'

export interface StepperProps {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  /** 人, 份, 户 */
  unit?: string
  /** How much one tap is worth; never beyond the bounds. */
  step?: number
  /** Hides the label from sight where the row says the same. */
  bare?: boolean
}

const STEPS: { [step: number]: string } = { 1: '一', 5: '五', 10: '十' }

/** A small number, changed by tapping. */
export function Stepper({ label, value, onChange, min = 0, max = 99, unit = '', bare, step = 1 }: StepperProps) {
  return (
    <Box className="k-field">
      {bare ? null : <Box className="k-label">{label}</Box>}
      <Box className="k-stepper" aria={{ role: 'group', label }}>
        <Tap
          label={`${label}减${STEPS[step] ?? step}`}
          className="k-step"
          disabled={value <= min}
          onTap={() => onChange(Math.max(min, value - step))}
        >
          <Icon name="minus" />
        </Tap>
        <Words className="k-step-value" aria={{ live: 'polite' }}>
          {value}
          {unit ? ` ${unit}` : ''}
        </Words>
        <Tap
          label={`${label}加${STEPS[step] ?? step}`}
          className="k-step"
          disabled={value >= max}
          onTap={() => onChange(Math.min(max, value + step))}
        >
          <Icon name="plus" />
        </Tap>
      </Box>
    </Box>
  )
}
