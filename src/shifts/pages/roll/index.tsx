import { clockOf } from '@domain/shifts/clash'
import { useState } from 'react'
import { useQuery, useWide } from '@/platform'
import { ask, Box, Button, Callout, Empty, Figure, Figures, Loaded, Page, Section, sayDay, toast } from '@/ui'
import { AddOne } from '../../day/addone'
import { isOpen, isUnsure, type SeenRoll, type SeenRow } from '../../day/rolled'
import { type Roll, type Rolling, useRoll } from '../../day/rolling'
import { Someone } from '../../day/someone'
import { Tick } from '../../day/tick'
import { TodayList } from '../../day/todaylist'
import { toCode, toRoll } from '../../ways'
import '../../day/day.scss'

/** The lead's roll-call on one screen: big ticks, who walked in, what is to be confirmed, and the end. ?shift= which; absent: today's shifts. */
export default function RollPage() {
  const { shift } = useQuery()
  return shift ? <OfShift shift={shift} /> : <TodayList title="点名" onOpen={toRoll} />
}

function OfShift({ shift }: { shift: string }) {
  const rolling = useRoll(shift)
  const { from, seen } = rolling
  return (
    <Page
      title="点名"
      heading={from.data && seen ? headingOf(seen) : '点名'}
      aside={from.data ? `${sayDay(from.data.day)} ${clockOf(from.data.from)} 到 ${clockOf(from.data.to)}，${from.data.title}` : undefined}
      wide
      at={from.at}
      footer={from.data && seen ? <End rolling={rolling} roll={from.data} seen={seen} /> : undefined}
    >
      <Loaded from={from} isEmpty={() => false}>
        {roll => (seen ? <Called rolling={rolling} roll={roll} seen={seen} /> : null)}
      </Loaded>
    </Page>
  )
}

const headingOf = ({ rows, counts, closed }: SeenRoll) =>
  closed
    ? `点完了，来了 ${counts.came} 个人`
    : rows.length === 0
      ? '还没有人报这个班'
      : `到了 ${counts.came} 个${counts.open > 0 ? `，还有 ${counts.open} 个` : ''}`

function Called({ rolling, roll, seen }: { rolling: Rolling; roll: Roll; seen: SeenRoll }) {
  const wide = useWide()
  const [open, setOpen] = useState('')
  const { rows, counts, closed } = seen
  const now = rolling.moment()
  const late = now > roll.to
  const row = rows.find(one => one.person === open)
  const times = late ? { came: roll.from, went: roll.to, paper: true } : { came: now }
  const tickOf = (one: SeenRow) => {
    if (isCounted(one) || !hasArrived(one)) return undefined
    if (isUnsure(one)) return () => rolling.mark(one, { as: 'sure' })
    return isOpen(one) ? () => rolling.mark(one, { as: 'came', ...times }) : undefined
  }
  return (
    <Box className="k-stack">
      {roll.cancelled ? <Callout tone="bad" icon="warn">{`这个班取消了：${roll.cancelled}`}</Callout> : null}
      {wide ? (
        <Figures>
          <Figure label="到了" value={counts.came} tone="ok" />
          <Figure label="还没到" value={counts.open} tone={counts.open > 0 ? 'warn' : undefined} />
          <Figure label="没来" value={counts.absent} />
          <Figure label="要确认" value={counts.unsure} tone={counts.unsure > 0 ? 'warn' : undefined} />
        </Figures>
      ) : null}
      {late && !closed && counts.open > 0 ? (
        <Callout tone="info" icon="info">
          班已经结束了。照纸上的签到表点：点一下名字，按整个班记；来晚走早的，点右边改。
        </Callout>
      ) : null}
      {rows.length === 0 ? <Empty title="还没有人报这个班" words="有人来了，在下面写名字加上。" drawing="door" /> : null}
      <Box className="sd-roll" aria={{ role: 'group', label: '点名' }}>
        {rows.map(one => (
          <Tick key={one.person} row={one} onTick={tickOf(one)} onMore={hasArrived(one) ? () => setOpen(one.person) : undefined} />
        ))}
      </Box>
      {roll.cancelled ? null : (
        <Section title="临时来的人">
          <AddOne rolling={rolling} />
        </Section>
      )}
      {row ? <Someone roll={roll} row={row} now={now} onSay={mark => rolling.mark(row, mark)} onClose={() => setOpen('')} /> : null}
    </Box>
  )
}
/** Who walked in here without signal is known by name only. */
const hasArrived = ({ person }: SeenRow) => !person.startsWith('=')
const isCounted = ({ settled, absent, came, went }: SeenRow) => settled === true && !absent && came !== undefined && !went?.unsure

/** Before the end the code is shown; after it the roll is closed, once nobody is unaccounted for. */
function End({ rolling, roll, seen }: { rolling: Rolling; roll: Roll; seen: SeenRoll }) {
  const { counts, rows, closed } = seen
  if (roll.cancelled) return null
  if (rolling.moment() < roll.to)
    return (
      <Button kind="primary" big icon="grid" onTap={() => toCode(roll.shift)}>
        出示签到码
      </Button>
    )
  if (closed) return null
  const stayed = rows.filter(one => one.came && !one.absent && (!one.went || one.went.how === 'clock')).length
  const close = async () => {
    const words = stayed > 0 ? `${stayed} 个人没签退，都按 ${clockOf(roll.to)} 走的记。` : '每个人的时间都记上，以后要改得两个人点头。'
    if (!(await ask({ title: '点完了吗', words, yes: '点完了' }))) return
    await rolling.close()
    toast('点完了，时长记上了')
  }
  const left = counts.open > 0 ? `还有 ${counts.open} 个人没说来没来` : counts.unsure > 0 ? `还有 ${counts.unsure} 个人要您确认` : ''
  return (
    <Button kind="primary" big disabled={left !== ''} onTap={close}>
      {left || '点完了，记时长'}
    </Button>
  )
}
