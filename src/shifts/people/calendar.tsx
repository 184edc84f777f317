/** A team's own calendar: the shifts of the coming month, day by day. */
import type { TeamShift } from '@domain/shifts/contract/teams'
import { useCall, useMe } from '@/platform'
import { clock, Loaded, plusDays, Row, Rows, sayNear, Tag } from '@/ui'
import { toShift } from '../ways'

const AHEAD = 35

export function TeamCalendar({ team }: { team: string }) {
  const { day } = useMe()
  const from = useCall('shifts.team_calendar', { team, from: day, until: plusDays(day, AHEAD) }, { keep: `shifts/team/${team}/calendar` })
  return (
    <Loaded from={from} shape="rows" empty={<None />}>
      {shifts => (
        <Rows title="队里的班">
          {shifts.map(one => (
            <Row
              key={one.id}
              title={`${sayNear(one.day, day)} ${one.title}`}
              note={`${clock(one.from)}-${clock(one.to)} ${one.place}`}
              aside={<Seats shift={one} />}
              onTap={() => toShift(one.id)}
            />
          ))}
        </Rows>
      )}
    </Loaded>
  )
}

const None = () => (
  <Rows title="队里的班">
    <Row title="往后五周还没有班" note="队长排了班，这里就能看到" />
  </Rows>
)

function Seats({ shift: { need, taken, waiting, cancelled } }: { shift: TeamShift }) {
  if (cancelled) return <Tag>取消了</Tag>
  if (taken < need) return <Tag tone="warn">{`还缺 ${need - taken}`}</Tag>
  return <Tag tone="ok">{waiting ? `满了，排队 ${waiting}` : '人齐了'}</Tag>
}
