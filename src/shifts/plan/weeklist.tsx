/** A week of shifts for whoever plans it: a table at a desk, days below each other on a phone. */
import type { ShiftCard } from '@domain/shifts/contract'
import { useWide } from '@/platform'
import { Row, Rows, sayDay, sayNear, Table, Tag } from '@/ui'
import { toEdit } from '../ways'
import { lacking, takenSaid, timesSaid } from './words'

interface WeekProps {
  shifts: readonly ShiftCard[]
  today: string
}
export const WeekList = (props: WeekProps) => (useWide() ? <AsTable {...props} /> : <AsDays {...props} />)

/** 取消了, 缺 2, 人齐了. */
export function Standing({ shift }: { shift: ShiftCard }) {
  if (shift.cancelled) return <Tag>取消了</Tag>
  const holes = lacking(shift)
  return holes > 0 ? <Tag tone="bad">{`缺 ${holes}`}</Tag> : <Tag tone="ok">人齐了</Tag>
}

const AsTable = ({ shifts, today }: WeekProps) => (
  <Table
    caption="一周的班"
    rows={shifts}
    keyOf={one => one.id}
    onOpen={one => toEdit(one.id)}
    columns={[
      { title: '班', cell: one => one.title },
      { title: '哪天', cell: one => sayDay(one.day, today) },
      { title: '几点', cell: timesSaid },
      { title: '在哪', cell: one => [one.place.name, one.team?.name].filter(Boolean).join('，') },
      { title: '岗位', cell: takenSaid },
      { title: '人', cell: one => <Standing shift={one} /> },
    ]}
  />
)

function AsDays({ shifts, today }: WeekProps) {
  const days = [...new Set(shifts.map(one => one.day))]
  return (
    <>
      {days.map(day => (
        <Rows key={day} title={`${nearSaid(day, today)}${sayDay(day, today)}`}>
          {shifts
            .filter(one => one.day === day)
            .map(one => (
              <Row
                key={one.id}
                title={`${timesSaid(one)} ${one.title}`}
                note={`${one.place.name}。${takenSaid(one)}`}
                aside={<Standing shift={one} />}
                onTap={() => toEdit(one.id)}
              />
            ))}
        </Rows>
      ))}
    </>
  )
}
const nearSaid = (day: string, today: string) => {
  const near = sayNear(day, today)
  return near.length === 2 ? `${near} ` : ''
}
