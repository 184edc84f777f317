import { dayOf } from '@domain/days'
import type { Callee, CallList } from '@domain/shifts/contract/desk'
import { useState } from 'react'
import { useCall, useQuery } from '@/platform'
import { Box, Button, Callout, Empty, Loaded, Page } from '@/ui'
import { Calling, Others, Ring, Unfit } from '../../desk/calling'
import { whenSaid } from '../../desk/words'
import { toBoard } from '../../ways'
import { CallForHelp } from '../../word/help'
import '../../desk/desk.scss'

/** Whom to ring for an empty seat, one after the other: ?shift= and ?role=. */
export default function Screen() {
  const { shift, role } = useQuery()
  const found = useCall('shifts.call_list', shift && role ? { shift, role } : null, { keep: 'shifts/calls' })
  const [chosen, setChosen] = useState<string>()
  const now = found.data && calleeNow(found.data, chosen)
  const done = () => {
    setChosen(undefined)
    found.retry()
  }
  return (
    <Page
      title="找人补位"
      wide
      heading={found.data ? headingOf(found.data) : undefined}
      aside={found.data ? asideOf(found.data) : undefined}
      at={found.at}
      footer={now && found.data?.holes ? <Ring one={now} /> : undefined}
    >
      {shift && role ? (
        <Loaded from={found} shape="cards" isEmpty={one => one.people.length === 0} empty={<Nobody list={found.data} />}>
          {one => <Ringing list={one} now={now ?? one.people[0]} onChoose={setChosen} onDone={done} />}
        </Loaded>
      ) : (
        <Empty title="先选一个缺人的班" words="在一周的班里，红字的就是缺人的。">
          <Button onTap={() => toBoard()}>看一周的班</Button>
        </Empty>
      )}
    </Page>
  )
}

const headingOf = ({ holes, roleName, people }: CallList) =>
  holes > 0 ? `${roleName}还缺 ${holes} 人，${people.length} 位能问` : `${roleName}不缺人了`
const asideOf = (one: CallList) => `${one.title}，${whenSaid(one, dayOf(one.from))}，${one.place}`

/** The first who has not been rung yet, or whoever was chosen. */
const calleeNow = ({ people }: CallList, chosen?: string): Callee | undefined =>
  people.find(one => one.account === chosen) ?? people.find(one => one.answer === undefined) ?? people[0]

interface RingingProps {
  list: CallList
  now: Callee
  onChoose: (account: string) => void
  onDone: () => void
}
function Ringing({ list, now, onChoose, onDone }: RingingProps) {
  return (
    <Box className="k-stack">
      {list.holes === 0 ? <Callout tone="ok" icon="done">{`${list.roleName}的人齐了，不用再打了。`}</Callout> : null}
      {list.holes > 0 ? <Calling list={list} one={now} onDone={onDone} /> : null}
      {list.holes > 0 ? <CallForHelp shift={list.shift} role={list.role} name={list.roleName} onSent={onDone} /> : null}
      <Others people={list.people.filter(one => list.holes === 0 || one !== now)} onChoose={onChoose} />
      <Unfit others={list.others} />
    </Box>
  )
}

const Nobody = ({ list }: { list?: CallList }) => (
  <Empty title="没有能问的人" words="能做这个岗位的，要么已经在班上，要么那会儿去不了。">
    {list ? <Unfit others={list.others} /> : null}
  </Empty>
)
