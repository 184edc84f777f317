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
}

/** A small number, changed by tapping. */
export function Stepper({ label, value, onChange, min = 0, max = 99, unit = '' }: StepperProps) {
  return (
    <Box className="k-field">
      <Box className="k-label">{label}</Box>
      <Box className="k-stepper" aria={{ role: 'group', label }}>
        <Tap label={`${label}减一`} className="k-step" disabled={value <= min} onTap={() => onChange(value - 1)}>
          <Icon name="minus" />
        </Tap>
        <Words className="k-step-value" aria={{ live: 'polite' }}>
          {value}
          {unit ? ` ${unit}` : ''}
        </Words>
        <Tap label={`${label}加一`} className="k-step" disabled={value >= max} onTap={() => onChange(value + 1)}>
          <Icon name="plus" />
        </Tap>
      </Box>
    </Box>
  )
}
