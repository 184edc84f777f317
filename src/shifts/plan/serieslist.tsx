import type { SeriesCard } from '@domain/shifts/contract/plan'
import { KIND_WORDS } from '@domain/shifts/words'
import { type Called, useMe, useWide } from '@/platform'
import { Button, Empty, Loaded, Page, Row, Rows, sayDay, Table } from '@/ui'
import { rolesSaid, weekdaysSaid } from './words'

interface SeriesListProps {
  found: Called<SeriesCard[]>
  onOpen: (series: string) => void
  onAdd: () => void
}

/** Every shift that comes every week: a table at a desk, rows on a phone. */
export function SeriesList({ found, onOpen, onAdd }: SeriesListProps) {
  const wide = useWide()
  const add = (
    <Button kind="primary" big={!wide} icon="plus" onTap={onAdd}>
      加一个每周的班
    </Button>
  )
  const all = found.data
  const heading = all ? (all.length > 0 ? `${all.length} 个班，每周自己排好` : '每周都有的班，排一次就够') : undefined
  return (
    <Page title="每周的班" wide heading={heading} at={found.at} footer={wide ? undefined : add} actions={wide ? add : undefined}>
      <Loaded
        from={found}
        shape="rows"
        empty={<Empty title="还没有每周的班" words="定好星期几、几点、要几个人，自己会往前排四周。厨房休息的日子不排。" drawing="door" />}
      >
        {series => (wide ? <AsTable all={series} onOpen={onOpen} /> : <AsRows all={series} onOpen={onOpen} />)}
      </Loaded>
    </Page>
  )
}
const whenSaid = ({ form }: SeriesCard) => `${weekdaysSaid(form.weekdays)} ${form.from} 到 ${form.to}`

type ListProps = { all: readonly SeriesCard[]; onOpen: (series: string) => void }
const AsRows = ({ all, onOpen }: ListProps) => (
  <Rows>
    {all.map(one => (
      <Row
        key={one.id}
        title={`${one.form.title}，${weekdaysSaid(one.form.weekdays)}`}
        note={`${one.form.from} 到 ${one.form.to}，${rolesSaid(one.form.roles)}${one.rosters > 0 ? `，${one.rosters} 个人固定来` : ''}`}
        onTap={() => onOpen(one.id)}
      />
    ))}
  </Rows>
)

function AsTable({ all, onOpen }: ListProps) {
  const { day: today } = useMe()
  return (
    <Table
      caption="每周的班"
      rows={all}
      keyOf={one => one.id}
      onOpen={one => onOpen(one.id)}
      columns={[
        { title: '班', cell: one => one.form.title },
        { title: '哪种', cell: one => [KIND_WORDS[one.form.kind], one.team].filter(Boolean).join('，') },
        { title: '几时', cell: whenSaid },
        { title: '在哪', cell: one => one.form.place.name },
        { title: '要谁', cell: one => rolesSaid(one.form.roles) },
        { title: '固定来的', right: true, cell: one => (one.rosters > 0 ? `${one.rosters} 人` : '没有') },
        { title: '下一次', cell: one => (one.next[0] ? sayDay(one.next[0], today) : '没有了') },
      ]}
    />
  )
}
