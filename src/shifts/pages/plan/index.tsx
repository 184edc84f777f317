import { mondayOf } from '@domain/shifts/clash'
import type { ShiftCard } from '@domain/shifts/contract'
import { type ReactNode, useState } from 'react'
import { useCall, useWide } from '@/platform'
import { Box, Button, Empty, Entries, Entry, Loaded, Page, Row, Rows, Section, sayDay, useElder } from '@/ui'
import { WeekTurn } from '../../desk/turn'
import { useDesk } from '../../desk/use'
import { QuickAdd } from '../../plan/quick'
import { ShiftRow, WeekList } from '../../plan/weeklist'
import { lacking } from '../../plan/words'
import { toBoard, toRosters, toSeries } from '../../ways'

const headingOf = (shifts: readonly ShiftCard[], thisWeek: boolean) => {
  const holes = shifts.reduce((sum, one) => sum + lacking(one), 0)
  const when = thisWeek ? '这周' : '这一周'
  if (shifts.length === 0) return `${when}还没有班`
  return holes > 0 ? `${when} ${shifts.length} 个班，还缺 ${holes} 个人` : `${when} ${shifts.length} 个班，人都齐了`
}

/** The lead's week: which shifts there are and what they lack; a shift more in three taps. ?community= another one. */
export default function PlanPage() {
  const { community, today } = useDesk()
  const [chosen, setChosen] = useState<string>()
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const elder = useElder()
  const wide = useWide()
  const monday = chosen ?? (today ? mondayOf(today) : '')
  const asked = community && monday ? { community, from: monday, days: 7 } : null
  const found = useCall('shifts.list', asked, { keep: 'shifts/plan' })
  const add = (
    <Button kind="primary" big={!wide} icon="plus" onTap={() => setAdding(true)}>
      加一个班
    </Button>
  )
  const done = () => {
    setAdding(false)
    found.retry()
  }
  if (!community)
    return (
      <Page title="排班" wide>
        <Empty title="这一页给队长、厨房和社区排班用" words="您自己的班，在“我的班”里。" />
      </Page>
    )
  const list = (
    <Loaded
      from={found}
      shape="rows"
      empty={<Empty title="这一周还没有班" words="点“加一个班”，选一个常用的，再点哪天就好。" drawing="door" />}
    >
      {shifts =>
        elder && !all ? <Lacking shifts={shifts} today={today} onAll={() => setAll(true)} /> : <WeekList shifts={shifts} today={today} />
      }
    </Loaded>
  )
  return (
    <Page
      title="排班"
      wide
      heading={found.data ? headingOf(found.data, monday === mondayOf(today)) : undefined}
      at={found.at}
      footer={wide ? undefined : add}
      actions={wide ? <DeskWays add={add} /> : undefined}
    >
      <Box className="k-stack">
        {elder && !all ? null : <WeekTurn monday={monday} onChange={setChosen} />}
        {list}
        {wide ? null : elder ? <ElderWays /> : <Ways />}
      </Box>
      {adding ? <QuickAdd community={community} onDone={done} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

/** For elders: what lacks somebody first, at most three; the whole week is one tap away. */
function Lacking({ shifts, today, onAll }: { shifts: readonly ShiftCard[]; today: string; onAll: () => void }) {
  const some = shifts.filter(one => one.day >= today && lacking(one) > 0).slice(0, 3)
  return (
    <Box className="k-stack">
      {some.length > 0 ? (
        <Rows title="缺人的">
          {some.map(one => (
            <ShiftRow key={one.id} shift={one} day={`${sayDay(one.day, today)} `} />
          ))}
        </Rows>
      ) : null}
      <Entries>
        <Entry title="看这周每个班" onTap={onAll} />
      </Entries>
    </Box>
  )
}

const DeskWays = ({ add }: { add: ReactNode }) => (
  <Box className="k-line">
    <Button onTap={() => toBoard()}>一周的班</Button>
    <Button onTap={() => toRosters()}>固定排班</Button>
    <Button onTap={() => toSeries()}>每周的班</Button>
    {add}
  </Box>
)
const Ways = () => (
  <Section title="一直有的">
    <Rows>
      <Row icon="repeat" title="每周的班" note="定好星期几，自己往前排四周" onTap={() => toSeries()} />
      <Row icon="people" title="固定排班" note="谁总是在哪个岗位，歇几天" onTap={() => toRosters()} />
      <Row icon="grid" title="一周的班" note="谁在哪、缺谁，一张表" onTap={() => toBoard()} />
    </Rows>
  </Section>
)
const ElderWays = () => (
  <Entries>
    <Entry title="每周的班" onTap={() => toSeries()} />
    <Entry title="谁固定来" onTap={() => toRosters()} />
  </Entries>
)
