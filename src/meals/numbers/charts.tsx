/** A month in pictures; each with its sentence and its table. */
import type { NumberField, NumbersOf } from '@domain/meals/contract/numbers'
import { yuan } from '@domain/meals/money'
import { Box, Chart, type ChartTone, daysIn, sayDay } from '@/ui'
import { columnsOf, coversSaid, lostSaid, paidSaid } from './figures'
import { ByDay } from './tables'

type Row = [field: NumberField, name: string, tone: ChartTone]
const WAYS: Row[] = [
  ['delivery', '送到家', 'ok'],
  ['pickup', '来取', 'sand'],
  ['eatin', '在食堂吃', 'info'],
]
const PAYERS: Row[] = [
  ['eater', '本人付', 'sand'],
  ['government', '政府补', 'info'],
  ['enterprise', '企业补', 'accent'],
  ['charity', '慈善补', 'ok'],
]
const LOST: Row[] = [
  ['missed', '没人取', 'accent'],
  ['waste', '倒掉', 'info'],
]

/** A month's days until today, also those on which nothing was cooked: a gap is seen as a gap. */
function drawnDays({ period, today, days }: NumbersOf) {
  const by = new Map(days.map(one => [one.day, one]))
  const all = daysIn(period).filter(day => day <= today)
  const series = (rows: Row[]) => rows.map(([field, name, tone]) => ({ name, tone, values: all.map(day => by.get(day)?.[field] ?? 0) }))
  return { labels: all.map(day => sayDay(day).split(' ')[0]), series }
}
const some = ({ sum }: NumbersOf, rows: Row[]) => rows.filter(([field]) => sum[field] > 0)

export function Charts({ numbers }: { numbers: NumbersOf }) {
  const { labels, series } = drawnDays(numbers)
  const portions = (value: number) => `${value} 份`
  return (
    <Box className="n-charts">
      <Chart
        title="每天多少份"
        sentence={coversSaid(numbers.days)}
        kind="stack"
        series={series(WAYS)}
        labels={labels}
        say={portions}
        table={<ByDay numbers={numbers} columns={columnsOf(['delivery', 'pickup', 'eatin', 'covers'])} />}
      />
      <Chart
        title="饭钱谁出"
        sentence={paidSaid(numbers.sum)}
        kind="stack"
        series={series(some(numbers, PAYERS))}
        labels={labels}
        say={yuan}
        table={<ByDay numbers={numbers} columns={columnsOf(['eater', 'government', 'enterprise', 'charity', 'total'])} />}
      />
      <Chart
        title="没吃上的和倒掉的"
        sentence={lostSaid(numbers.sum, numbers.days)}
        kind="line"
        series={series(LOST)}
        labels={labels}
        say={portions}
        table={<ByDay numbers={numbers} columns={columnsOf(['missed', 'explained', 'checks', 'waste'])} />}
      />
    </Box>
  )
}
