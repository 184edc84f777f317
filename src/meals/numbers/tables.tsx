/** The numbers as tables: by day and by kitchen, with their sum. */
import { cellSaid, type NumberColumn } from '@domain/meals/columns'
import type { Numbers, NumbersOf } from '@domain/meals/contract/numbers'
import { Section, sayDay, Table } from '@/ui'
import { toNumbers } from './ways'

type Line = { key: string; name: string; numbers: Numbers }
const byDay = ({ days, today, sum }: NumbersOf): Line[] => [
  ...days.map(({ day, ...numbers }) => ({ key: day, name: sayDay(day, today), numbers })),
  { key: 'sum', name: '合计', numbers: sum },
]
const byKitchen = ({ kitchens, sum }: NumbersOf, division: string): Line[] => [
  ...kitchens.map(({ kitchen, name, community, ...numbers }) => ({
    ...{ key: kitchen, numbers },
    name: division.length < 12 && community ? `${community} ${name}` : name,
  })),
  { key: 'sum', name: '合计', numbers: sum },
]

interface LinesProps {
  caption: string
  first: string
  lines: Line[]
  columns: NumberColumn[]
  /** Opens what a line stands for; the sum opens nothing. */
  onOpen?: (key: string) => unknown
}
const Lines = ({ caption, first, lines, columns, onOpen }: LinesProps) => (
  <Table
    onOpen={onOpen ? one => onOpen(one.key) : undefined}
    opens={one => one.key !== 'sum'}
    caption={caption}
    rows={lines}
    keyOf={one => one.key}
    columns={[
      { title: first, cell: one => one.name },
      ...columns.map(column => ({ title: column.title, right: true, cell: (one: Line) => cellSaid(one.numbers, column) })),
    ]}
  />
)

export const ByDay = ({ numbers, columns }: { numbers: NumbersOf; columns: NumberColumn[] }) => (
  <Lines caption="一天一行" first="哪天" lines={byDay(numbers)} columns={columns} />
)
export const ByKitchen = ({ numbers, columns, division }: { numbers: NumbersOf; columns: NumberColumn[]; division: string }) => (
  <Lines
    caption="一个厨房一行"
    first="哪个厨房"
    lines={byKitchen(numbers, division)}
    columns={columns}
    onOpen={kitchen => toNumbers({ division, kitchen, period: numbers.period })}
  />
)
export const ByPlace = ({ numbers, columns }: { numbers: NumbersOf; columns: NumberColumn[] }) => (
  <Lines
    caption="一个地方一行"
    first="哪里"
    lines={[
      ...numbers.places.map(({ division, name, ...rest }) => ({ key: division, name, numbers: rest })),
      { key: 'sum', name: '合计', numbers: numbers.sum },
    ]}
    columns={columns}
    onOpen={division => toNumbers({ division, period: numbers.period })}
  />
)

/** What stands behind a figure: its numbers by day of a month, and by kitchen where there are several. */
export const Behind = ({ numbers, columns, division }: { numbers: NumbersOf; columns: NumberColumn[]; division: string }) => (
  <>
    {numbers.period.length === 7 ? (
      <Section title="每天">
        <ByDay numbers={numbers} columns={columns} />
      </Section>
    ) : null}
    <Section title="每个厨房">
      <ByKitchen numbers={numbers} columns={columns} division={division} />
    </Section>
  </>
)
