import type { Board, BoardShift } from '@domain/shifts/contract/desk'
import { useState } from 'react'
import { useWide } from '@/platform'
import { Box, cx, DayStrip, Heading, Words } from '@/ui'
import { ShiftCell } from './shiftcell'
import { dayParts } from './words'

type Day = Board['days'][number]
interface WeekProps {
  board: Board
  /** Only shifts that lack somebody. */
  lacking: boolean
  onOpen: (shift: BoardShift) => void
}
const lack = ({ holes }: { holes: number }) => (holes > 0 ? `缺 ${holes}` : '')

/** A week of shifts: seven columns on a desk, one day at a time on a phone. */
export function Week(props: WeekProps) {
  return useWide() ? <Columns {...props} /> : <OneDay {...props} />
}

const shiftsOf = ({ shifts }: Day, lacking: boolean, now: number) =>
  lacking ? shifts.filter(one => one.holes > 0 && one.to > now) : shifts

const Columns = ({ board: { days, today, at }, lacking, onOpen }: WeekProps) => (
  <Box className="sd-week" aria={{ role: 'list', label: '一周的班' }}>
    {days.map(day => (
      <Box key={day.day} className={cx('sd-day', day.day === today && 'sd-today')} aria={{ role: 'listitem' }}>
        <Box className="sd-dayhead">
          <Heading level={2} className="sd-dayname">
            {`${dayParts(day.day).label} ${dayParts(day.day).date}`}
          </Heading>
          {day.holes > 0 ? (
            <Words className="sd-hole">{lack(day)}</Words>
          ) : (
            <Words className="sd-role">{day.need > 0 ? '齐了' : '没有班'}</Words>
          )}
        </Box>
        {shiftsOf(day, lacking, at).map(one => (
          <ShiftCell key={one.id} shift={one} now={at} onTap={() => onOpen(one)} />
        ))}
      </Box>
    ))}
  </Box>
)

function OneDay({ board: { days, today, at: now }, lacking, onOpen }: WeekProps) {
  const [chosen, setChosen] = useState<string>()
  const at = chosen && days.some(one => one.day === chosen) ? chosen : (days.find(one => one.day === today)?.day ?? days[0].day)
  const day = days.find(one => one.day === at) ?? days[0]
  const strip = days.map(one => ({
    ...{ value: one.day, label: one.day === today ? '今天' : dayParts(one.day).label, date: dayParts(one.day).date },
    word: lack(one) || (one.need > 0 ? '齐了' : '没有班'),
    tone: one.holes > 0 ? ('bad' as const) : one.need > 0 ? ('ok' as const) : ('soft' as const),
  }))
  const shown = shiftsOf(day, lacking, now)
  return (
    <Box className="k-stack">
      <DayStrip label="看哪天" days={strip} value={at} onChange={setChosen} />
      {shown.length === 0 ? <Box className="k-note">{lacking ? '这天的班都齐了。' : '这天没有班。'}</Box> : null}
      {shown.map(one => (
        <ShiftCell key={one.id} shift={one} now={now} onTap={() => onOpen(one)} />
      ))}
    </Box>
  )
}
