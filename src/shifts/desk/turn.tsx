import { useMe } from '@/platform'
import { Box, Icon, plusDays, plusMonths, sayDay, sayMonth, Tap, Words } from '@/ui'
import './desk.scss'

interface Step {
  words: string
  onTap: () => void
}
/** One step back, what is looked at, one step on. */
const Turn = ({ at, back, on }: { at: string; back: Step; on?: Step }) => (
  <Box className="sd-turn" aria={{ role: 'group', label: '换一段时间' }}>
    <Tap className="sd-step" label={back.words} onTap={back.onTap}>
      <Icon name="left" />
    </Tap>
    <Words className="sd-at" aria={{ live: 'polite' }}>
      {at}
    </Words>
    {on ? (
      <Tap className="sd-step" label={on.words} onTap={on.onTap}>
        <Icon name="right" />
      </Tap>
    ) : (
      <Box className="sd-step" />
    )}
  </Box>
)

/** '11月23日 到 11月29日' */
export const weekSaid = (monday: string, today: string) => {
  const [from, to] = [monday, plusDays(monday, 6)].map(day => sayDay(day, today).split(' ')[0])
  return `${from} 到 ${to}`
}
/** Between weeks, by their Mondays. */
export function WeekTurn({ monday, onChange }: { monday: string; onChange: (monday: string) => void }) {
  const { day } = useMe()
  if (!monday) return null
  const step = (by: number, words: string) => ({ words, onTap: () => onChange(plusDays(monday, by)) })
  return <Turn at={weekSaid(monday, day)} back={step(-7, '看前一周')} on={step(7, '看后一周')} />
}

/** Between months or years, never after today's. */
export function PeriodTurn({ period, onChange }: { period: string; onChange: (period: string) => void }) {
  const { day } = useMe()
  if (!day) return null
  const monthly = period.length === 7
  const later = (by: number) => (monthly ? plusMonths(period, by) : String(Number(period) + by))
  const said = (one: string) => (monthly ? sayMonth(one, day) : `${one} 年`)
  const step = (by: number) => ({ words: `看${said(later(by))}`, onTap: () => onChange(later(by)) })
  return <Turn at={said(period)} back={step(-1)} on={period >= day.slice(0, period.length) ? undefined : step(1)} />
}
