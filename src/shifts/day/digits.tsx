import { useState } from 'react'
import { Box, Button, Field, Sheet } from '@/ui'
import type { Seen } from './seen'
import { type Day, sayCode } from './use'

/** Six digits from the screen at the place: the sixth one sends them. */
export function DigitsSheet({ day, it, way, onClose }: { day: Day; it: Seen; way: 'in' | 'out'; onClose: () => void }) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const full = async (digits: string) => {
    setBusy(true)
    const wrong = await sayCode(it, way, day.moment(), digits, day.from.retry)
    setBusy(false)
    if (!wrong) return onClose()
    setProblem(wrong)
    setCode('')
  }
  const change = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6)
    setCode(digits)
    setProblem('')
    if (digits.length === 6 && !busy) void full(digits)
  }
  return (
    <Sheet
      title="输签到码"
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={busy} disabled={code.length < 6} onTap={() => full(code)}>
          {way === 'in' ? '签到' : '签退'}
        </Button>
      }
    >
      <Box className="k-stack">
        <Field
          label="6 位签到码"
          kind="code"
          focus
          max={6}
          hint="队长的屏幕上，二维码下面的那一行"
          value={code}
          error={problem || undefined}
          onChange={change}
        />
      </Box>
    </Sheet>
  )
}
