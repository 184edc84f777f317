import { useMe } from '@/platform'
import { Button, Buttons, plusDays, plusMonths, sayMonth, sayNear } from '@/ui'

/** One step back and forth between months. `upTo`: the last month there is. */
export function MonthPick({ month, upTo, onChange }: { month: string; upTo?: string; onChange: (month: string) => void }) {
  const { day } = useMe()
  const step = (by: number) => {
    const next = plusMonths(month, by)
    return upTo && next > upTo ? null : (
      <Button icon={by < 0 ? 'left' : undefined} onTap={() => onChange(next)}>
        {`看${sayMonth(next, day)}`}
      </Button>
    )
  }
  return (
    <Buttons>
      {step(-1)}
      {step(1)}
    </Buttons>
  )
}

/** The same between days, never after `upTo`. */
export function DayPick({ day, upTo, onChange }: { day: string; upTo: string; onChange: (day: string) => void }) {
  const step = (by: number) => {
    const next = plusDays(day, by)
    return next > upTo ? null : (
      <Button icon={by < 0 ? 'left' : undefined} onTap={() => onChange(next)}>
        {`看${sayNear(next, upTo)}`}
      </Button>
    )
  }
  return (
    <Buttons>
      {step(-1)}
      {step(1)}
    </Buttons>
  )
}
