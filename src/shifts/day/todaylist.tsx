/** The shifts a lead has today: which roll to call, which code to show. */
import { clockOf } from '@domain/shifts/clash'
import { useCall } from '@/platform'
import { Box, Empty, Loaded, Page, Row, Rows, sayDay, Tag } from '@/ui'
import { countsOf } from './rolled'
import { useFront } from './rolling'

export function TodayList({ title, onOpen }: { title: string; onOpen: (shift: string) => unknown }) {
  const from = useCall('shifts.today', {}, { keep: 'shifts/today' })
  useFront(from.retry)
  const items = from.data?.items ?? []
  return (
    <Page
      title={title}
      heading={from.data ? (items.length > 0 ? `今天 ${items.length} 个班` : '今天没有班') : title}
      aside={from.data ? sayDay(from.data.day) : undefined}
      wide
      at={from.at}
    >
      <Loaded from={from} empty={<Empty title="今天没有您带的班" words="别的日子的班，从一周的班表里点进去。" />}>
        {data => (
          <Rows>
            {data.items.map(one => {
              const { came, open, unsure } = countsOf(one.people)
              const begun = data.now > one.from
              return (
                <Row
                  key={one.shift}
                  title={`${clockOf(one.from)} ${one.title}`}
                  note={`${one.place.name}，${one.people.length} 个人，到了 ${came} 个${begun && open > 0 ? `，还没到 ${open} 个` : ''}`}
                  aside={
                    <Box className="k-line">
                      {one.closed ? <Tag tone="ok">点完了</Tag> : unsure > 0 ? <Tag tone="warn">{`要确认 ${unsure}`}</Tag> : null}
                    </Box>
                  }
                  onTap={() => onOpen(one.shift)}
                />
              )
            })}
          </Rows>
        )}
      </Loaded>
    </Page>
  )
}
