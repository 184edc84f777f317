/** A week of shifts for whoever plans it: a table at a desk, days below each other on a phone. */
import type { ShiftCard } from '@domain/shifts/contract'
import { useState } from 'react'
import { useWide } from '@/platform'
import { Button, Row, Rows, sayDay, sayNear, Table, Tag } from '@/ui'
import { toEdit } from '../ways'
import { lacking, takenSaid, timesSaid } from './words'

interface WeekProps {
  shifts: readonly ShiftCard[]
  today: string
}
export const WeekList = (props: WeekProps) => (useWide() ? <AsTable {...props} /> : <AsDays {...props} />)

/** 取消了, 缺 2, 齐了. */
export function Standing({ shift }: { shift: ShiftCard }) {
  if (shift.cancelled) return <Tag>取消了</Tag>
  const holes = lacking(shift)
  return holes > 0 ? <Tag tone="bad">{`缺 ${holes}`}</Tag> : <Tag tone="ok">齐了</Tag>
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
  const [all, setAll] = useState(false)
  const past = shifts.filter(one => one.day < today)
  const shown = all || past.length === shifts.length ? shifts : shifts.filter(one => one.day >= today)
  const days = [...new Set(shown.map(one => one.day))]
  return (
    <>
      {days.map(day => (
        <Rows key={day} title={`${nearSaid(day, today)}${sayDay(day, today)}`}>
          {shown
            .filter(one => one.day === day)
            .map(one => (
              <ShiftRow key={one.id} shift={one} />
            ))}
        </Rows>
      ))}
      {shown.length < shifts.length ? (
        <Button kind="quiet" onTap={() => setAll(true)}>
          {`看这周已经过去的 ${past.length} 个班`}
        </Button>
      ) : null}
    </>
  )
}

export const ShiftRow = ({ shift, day }: { shift: ShiftCard; day?: string }) => (
  <Row
    title={shift.title}
    note={`${day ?? ''}${timesSaid(shift)}。${takenSaid(shift)}`}
    aside={<Standing shift={shift} />}
    onTap={() => toEdit(shift.id)}
  />
)
const nearSaid = (day: string, today: string) => {
  const near = sayNear(day, today)
  return near.length === 2 ? `${near} ` : ''
}
