import type { RosterCard } from '@domain/shifts/contract/plan'
import { saidOf } from '@domain/shifts/words'
import { useState } from 'react'
import { useDeed, useMe } from '@/platform'
import { ask, Box, Button, Buttons, Callout, Field, plusDays, Row, Rows, Sheet, sayDay, toast } from '@/ui'
import { daysSaid, rhythmSaid } from './words'

interface RosterSheetProps {
  roster: RosterCard
  /** It is the caller's own. */
  mine?: boolean
  onDone: () => void
  onClose: () => void
}

/** One standing roster: its next days, a rest from one day to another, back again, or no more. */
export function RosterSheet({ roster, mine, onDone, onClose }: RosterSheetProps) {
  const { day: today } = useMe()
  const deed = useDeed()
  const [resting, setResting] = useState(false)
  const [problem, setProblem] = useState('')
  const end = async () => {
    const words = '以后的班不再自动报名，已经自动报上的也退掉；自己点着报的不动。'
    if (!(await ask({ title: mine ? '不再固定来了？' : `${roster.name}不再固定来了？`, words, yes: '今天起停掉', danger: true }))) return
    await said(await deed('shifts.end_roster', { roster: roster.id, on: today }), '停掉了')
  }
  const said = async (did: { problem?: string } | { ok: unknown } | null, words: string) => {
    if (!did) return
    if ('problem' in did && did.problem) return setProblem(did.problem)
    toast(words)
    onDone()
  }
  const pause = async (from: string, until?: string) =>
    said(await deed('shifts.pause_roster', { roster: roster.id, pause: { from, ...(until ? { until } : {}) } }), '记下了，这几天不自动报')
  const back = async () => said(await deed('shifts.pause_roster', { roster: roster.id }), '又照常自动报上')
  return (
    <Sheet title={mine ? `我固定来的：${roster.roleName}` : `${roster.name}，${roster.roleName}`} onClose={onClose}>
      <Box className="k-stack">
        {problem ? (
          <Callout tone="bad" icon="alert" alert>
            {problem}
          </Callout>
        ) : null}
        <Rows>
          <Row title={`${rhythmSaid(roster)}，${roster.title}`} note={`${roster.from} 到 ${roster.to}`} />
          <Row title="下面几次" note={roster.next.length > 0 ? daysSaid(roster.next) : '没有'} />
          {roster.pause ? <Row title="歇着" note={pauseSaid(roster.pause, today)} /> : null}
          {roster.trouble.map(one => (
            <Row key={one.day} title={`${sayDay(one.day, today)} 排不上`} note={mine ? one.why : saidOf(one.why)} />
          ))}
        </Rows>
        {resting ? <Rest today={today} onPause={pause} onClose={() => setResting(false)} /> : null}
        {resting || !(roster.leads || mine) ? null : (
          <Buttons column>
            {roster.pause ? (
              <Button kind="primary" onTap={back}>
                不歇了，照常来
              </Button>
            ) : (
              <Button kind="primary" icon="pause" onTap={() => setResting(true)}>
                歇几天
              </Button>
            )}
            <Button kind="danger" onTap={end}>
              不再固定来了
            </Button>
          </Buttons>
        )}
      </Box>
    </Sheet>
  )
}
const pauseSaid = ({ from, until }: { from: string; until?: string }, today: string) =>
  until ? `${sayDay(from, today)} 到 ${sayDay(until, today)}` : `从 ${sayDay(from, today)} 起，什么时候回来再说`

interface RestProps {
  today: string
  onPause: (from: string, until?: string) => unknown
  onClose: () => void
}
function Rest({ today, onPause, onClose }: RestProps) {
  const [from, setFrom] = useState(plusDays(today, 1))
  const [until, setUntil] = useState('')
  return (
    <Box className="k-stack">
      <Field label="从哪天歇" kind="date" from={today} value={from} onChange={setFrom} />
      <Field label="歇到哪天" kind="date" need={false} hint="不写就一直歇到说回来" from={from} value={until} onChange={setUntil} />
      <Buttons>
        <Button onTap={onClose}>先不歇</Button>
        <Button kind="primary" onTap={() => onPause(from, until)}>
          歇这几天
        </Button>
      </Buttons>
    </Box>
  )
}
