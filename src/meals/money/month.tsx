/** Months, and the switch between them. */
import { Box, Button, Words } from '@/ui'

/** '2026-11' of a day. */
export const monthOf = (day: string) => day.slice(0, 7)
/** The month before or after. */
export function shifted(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number)
  const all = year * 12 + number - 1 + by
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}
/** '11 月', '2025 年 12 月' when it is another year than today's. */
export function sayMonth(month: string, today: string): string {
  const [year, number] = month.split('-')
  return `${today.startsWith(year) ? '' : `${year} 年 `}${Number(number)} 月`
}

/** One month at a time, never beyond this one. */
export function MonthSwitch({ month, today, onChange }: { month: string; today: string; onChange: (month: string) => void }) {
  return (
    <Box className="m-month">
      <Button icon="left" label={`看 ${sayMonth(shifted(month, -1), today)}`} onTap={() => onChange(shifted(month, -1))}>
        上个月
      </Button>
      <Words className="k-strong">{sayMonth(month, today)}</Words>
      <Button
        icon="right"
        label={`看 ${sayMonth(shifted(month, 1), today)}`}
        disabled={month >= monthOf(today)}
        onTap={() => onChange(shifted(month, 1))}
      >
        下个月
      </Button>
    </Box>
  )
}
