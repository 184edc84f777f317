import { useMe } from '@/platform'
import { Box, Icon, plusDays, plusMonths, sayDay, sayMonth, sayNear, Tap, Words } from '@/ui'
import './numbers/numbers.scss'

interface TurnProps {
  /** What is looked at: "11月". */
  at: string
  back: { words: string; onTap: () => void }
  /** Absent: there is nothing later. */
  on?: { words: string; onTap: () => void }
}
/** One step back, what is looked at, one step on. */
const Turn = ({ at, back, on }: TurnProps) => (
  <Box className="n-turn" aria={{ role: 'group', label: '换一段时间' }}>
    <Tap className="n-step" label={back.words} onTap={back.onTap}>
      <Icon name="left" />
    </Tap>
    <Words className="n-at" aria={{ live: 'polite' }}>
      {at}
    </Words>
    {on ? (
      <Tap className="n-step" label={on.words} onTap={on.onTap}>
        <Icon name="right" />
      </Tap>
    ) : (
      <Box className="n-step" />
    )}
  </Box>
)

/** Between months. `upTo`: the last month there is. */
export function MonthPick({ month, upTo, onChange }: { month: string; upTo?: string; onChange: (month: string) => void }) {
  const { day } = useMe()
  if (!month) return null
  const step = (by: number) => {
    const next = plusMonths(month, by)
    return { words: `看${sayMonth(next, day)}`, onTap: () => onChange(next) }
  }
  return <Turn at={sayMonth(month, day)} back={step(-1)} on={upTo && month >= upTo ? undefined : step(1)} />
}

/** The same between days, never after `upTo`. */
export function DayPick({ day, upTo, onChange }: { day: string; upTo: string; onChange: (day: string) => void }) {
  if (!day) return null
  const step = (by: number) => {
    const next = plusDays(day, by)
    return { words: `看${sayNear(next, upTo)}`, onTap: () => onChange(next) }
  }
  return <Turn at={sayDay(day, upTo)} back={step(-1)} on={day >= upTo ? undefined : step(1)} />
}

/** The same between weeks; `back` weeks ago. */
export const WeekPick = ({ back, at, onChange }: { back: number; at: string; onChange: (back: number) => void }) => (
  <Turn
    at={at}
    back={{ words: '看前一周', onTap: () => onChange(back + 1) }}
    on={back > 0 ? { words: '看后一周', onTap: () => onChange(back - 1) } : undefined}
  />
)
