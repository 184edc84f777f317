/** The numbers as tables, each with what its lines lead to. */
import { cellWords, type FigureColumn } from '@domain/shifts/columns'
import type { Figures, Tally } from '@domain/shifts/contract/desk'
import { Section, sayDay, sayMonth, Table } from '@/ui'
import { toNumbers } from '../ways'
import { columnsOf } from './figures'

type Line = Tally & { key: string; name: string }
interface LinesProps {
  caption: string
  first: string
  lines: readonly Line[]
  fields: readonly FigureColumn['field'][]
  onOpen?: (key: string) => unknown
}
const SUM = 'sum'
/** Lines and columns; the sum opens nothing. */
export const Lines = ({ caption, first, lines, fields, onOpen }: LinesProps) => (
  <Table
    caption={caption}
    rows={lines}
    keyOf={one => one.key}
    onOpen={onOpen ? one => onOpen(one.key) : undefined}
    opens={one => one.key !== SUM}
    columns={[
      { title: first, cell: (one: Line) => one.name },
      ...columnsOf(fields).map(column => ({ title: column.title, right: true, cell: (one: Line) => cellWords(one, column) })),
    ]}
  />
)
const withSum = (lines: readonly Line[], sum: Tally): Line[] => [...lines, { key: SUM, name: '合计', ...sum }]

interface PartProps {
  figures: Figures
  fields: readonly FigureColumn['field'][]
}
export const ByTime = ({ figures: { times, sum, today, period }, fields }: PartProps) => (
  <Lines
    caption={period.length === 7 ? '一天一行' : '一个月一行'}
    first={period.length === 7 ? '哪天' : '哪个月'}
    lines={withSum(
      times.map(one => ({ ...one, name: one.key.length === 7 ? sayMonth(one.key, today) : sayDay(one.key, today) })),
      sum,
    )}
    fields={fields}
  />
)
const SHARED = ['shifts', 'need', 'filled', 'holes', 'rate', 'came', 'absent', 'minutes'] as const
/** By kind, by team, by place: what there is of it. People are left out of kinds and teams, where one may be in several. */
export const Parts = ({ figures: { kinds, teams, places, period, sum } }: { figures: Figures }) => (
  <>
    {places.length > 0 ? (
      <Section title="每个地方">
        <Lines
          caption="一个地方一行"
          first="哪里"
          lines={withSum(places, sum)}
          fields={[...SHARED, 'people', 'joined']}
          onOpen={division => toNumbers({ division, period })}
        />
      </Section>
    ) : null}
    {kinds.length > 0 ? (
      <Section title="每一种">
        <Lines caption="一种一行" first="种类" lines={kinds} fields={SHARED} />
      </Section>
    ) : null}
    {teams.length > 1 ? (
      <Section title="每个队">
        <Lines caption="一个队一行" first="哪个队" lines={teams} fields={SHARED} />
      </Section>
    ) : null}
  </>
)
