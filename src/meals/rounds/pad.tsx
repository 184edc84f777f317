/** Ten keys for four digits. The phone's own keyboard would cover what was given last. */
import { Box, Tap } from '@/ui'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '清空', '0', '退一位'] as const
const LENGTH = 4

interface PadProps {
  value: string
  onChange: (value: string) => void
  /** With the fourth digit there is nothing more to press. */
  onFull: (code: string) => void
}
export function Pad({ value, onChange, onFull }: PadProps) {
  const press = (key: string) => {
    if (key === '清空') return onChange('')
    if (key === '退一位') return onChange(value.slice(0, -1))
    const next = (value.length >= LENGTH ? '' : value) + key
    onChange(next)
    if (next.length === LENGTH) onFull(next)
  }
  return (
    <Box className="k-stack">
      <Box className="r-code" aria={{ role: 'status', live: 'polite', label: value ? `取餐码 ${[...value].join(' ')}` : '还没有输' }}>
        {value.padEnd(LENGTH, '·')}
      </Box>
      <Box className="r-pad" aria={{ role: 'group', label: '取餐码' }}>
        {KEYS.map(key => (
          <Tap key={key} className="k-button k-button-plain" onTap={() => press(key)}>
            {key}
          </Tap>
        ))}
      </Box>
    </Box>
  )
}
