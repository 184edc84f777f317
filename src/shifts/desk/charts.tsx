/** A month or a year in pictures; each with its sentence and its table. */
import type { FigureField, Figures } from '@domain/shifts/contract/desk'
import { Box, Chart, type ChartTone, daysIn, sayDay } from '@/ui'
import { cameSaid, filledSaid, hoursOf, missedSaid } from './figures'
import { ByTime } from './tables'

type Line = [field: FigureField, name: string, tone: ChartTone]
const FILLED: Line[] = [
  ['filled', '有人的', 'ok'],
  ['holes', '一直空着', 'accent'],
]
const CAME: Line[] = [['minutes', '小时', 'info']]
const MISSED: Line[] = [
  ['absent', '没来', 'accent'],
  ['late', '前一天才补上', 'sand'],
]

/** Every day of the month until today, every month of the year: a gap is seen as a gap. */
function drawn({ period, today, times }: Figures) {
  const by = new Map(times.map(one => [one.key, one]))
  const months = Array.from({ length: 12 }, (_, n) => `${period}-${String(n + 1).padStart(2, '0')}`)
  const keys = (period.length === 7 ? daysIn(period) : months).filter(key => key <= today)
  const value = (key: string, field: FigureField) =>
    field === 'minutes' ? hoursOf(by.get(key)?.minutes ?? 0) : (by.get(key)?.[field] ?? 0)
  const series = (lines: Line[]) => lines.map(([field, name, tone]) => ({ name, tone, values: keys.map(key => value(key, field)) }))
  return { labels: keys.map(key => (period.length === 7 ? sayDay(key).split(' ')[0] : `${Number(key.slice(5))}月`)), series }
}

export function Charts({ figures }: { figures: Figures }) {
  const { labels, series } = drawn(figures)
  return (
    <Box className="sd-charts">
      <Chart
        title="要的人来了没有"
        sentence={filledSaid(figures)}
        kind="stack"
        series={series(FILLED)}
        labels={labels}
        say={value => `${value} 人`}
        table={<ByTime figures={figures} fields={['shifts', 'need', 'filled', 'holes', 'rate']} />}
      />
      <Chart
        title="一共多少小时"
        sentence={cameSaid(figures)}
        kind="stack"
        series={series(CAME)}
        labels={labels}
        say={value => `${value} 小时`}
        table={<ByTime figures={figures} fields={['came', 'people', 'minutes', 'joined']} />}
      />
      <Chart
        title="没来的和差点没人的"
        sentence={missedSaid(figures)}
        kind="line"
        series={series(MISSED)}
        labels={labels}
        say={value => `${value} 人次`}
        table={<ByTime figures={figures} fields={['absent', 'late', 'holes']} />}
      />
    </Box>
  )
}
