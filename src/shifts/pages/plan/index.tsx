import { mondayOf } from '@domain/shifts/clash'
import type { ShiftCard } from '@domain/shifts/contract'
import { useState } from 'react'
import { useCall, useWide } from '@/platform'
import { Box, Button, Empty, Entries, Entry, Loaded, Page, Row, Rows, Section, useElder } from '@/ui'
import { WeekTurn } from '../../desk/turn'
import { useDesk } from '../../desk/use'
import { QuickAdd } from '../../plan/quick'
import { WeekList } from '../../plan/weeklist'
import { lacking } from '../../plan/words'
import { toBoard, toRosters, toSeries } from '../../ways'
import '../../plan/plan.scss'

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
  return (
    <Page
      title="排班"
      wide
      heading={found.data ? headingOf(found.data, monday === mondayOf(today)) : undefined}
      at={found.at}
      footer={wide ? undefined : add}
      actions={wide ? add : undefined}
    >
      <Box className="k-split sp-split">
        <Box className="k-stack">
          <WeekTurn monday={monday} onChange={setChosen} />
          <Loaded
            from={found}
            shape="rows"
            empty={<Empty title="这一周还没有班" words="点“加一个班”，选一个常用的，再点哪天就好。" drawing="door" />}
          >
            {shifts => <WeekList shifts={shifts} today={today} />}
          </Loaded>
        </Box>
        {elder ? <ElderWays /> : <Ways />}
      </Box>
      {adding ? <QuickAdd community={community} onDone={done} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

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
    <Entry title="缺谁看一周" onTap={() => toBoard()} />
  </Entries>
)
