/** Adding hours nobody checked in for, and asking that a line be corrected: a second person confirms both. */
import type { HourRow } from '@domain/shifts/contract'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useDeed, useMe } from '@/platform'
import { Box, Button, Callout, Field, Sheet, sayDay, toast, Wrong } from '@/ui'
import { FindVolunteer } from './find'
import { minutesTyped } from './words'

interface Whom {
  account: string
  name: string
}
interface Props {
  community: string
  onClose: () => void
  onDone: () => void
}
const WAITS = '还要第二个人确认，确认了才算数。'

export function AddForm({ community, whom, onClose, onDone }: Props & { whom?: Whom }) {
  const me = useMe()
  const deed = useDeed()
  const [who, setWho] = useState(whom)
  const [day, setDay] = useState(me.day)
  const [title, setTitle] = useState('')
  const [hours, setHours] = useState('')
  const [why, setWhy] = useState('')
  const [wrong, setWrong] = useState({ at: '', problem: '' })
  const minutes = minutesTyped(hours)
  const save = async () => {
    if (!who || !minutes) return setWrong({ at: 'minutes', problem: '写几小时，比如 1.5' })
    const form = { community, account: who.account, day, title: title.trim(), minutes, why: why.trim() }
    const done = await deed('shifts.add_hours', form)
    if (!done) return
    if (!done.ok) return setWrong({ at: '', problem: done.problem })
    toast(`${who.name}的 ${sayMinutes(minutes)}提上去了，等第二个人确认`)
    onClose()
    onDone()
  }
  const ready = who && day && title.trim() && why.trim()
  const actions = who ? (
    <Button big kind="primary" disabled={!ready} onTap={save}>
      {minutes ? `补记 ${sayMinutes(minutes)}` : '补记'}
    </Button>
  ) : undefined
  return (
    <Sheet title={who ? `给${who.name}补记时长` : '给谁补记'} onClose={onClose} actions={actions}>
      {who ? (
        <Box className="k-stack">
          <Box className="h-half">
            <Field label="哪一天" kind="date" value={day} onChange={setDay} until={me.day} />
            <Field
              label="几小时"
              kind="number"
              value={hours}
              onChange={setHours}
              max={5}
              placeholder="1.5"
              error={wrong.at === 'minutes' ? wrong.problem : undefined}
            />
          </Box>
          <Field label="做了什么" value={title} onChange={setTitle} max={24} placeholder="贴春联" />
          <Field label="为什么没有签到" value={why} onChange={setWhy} max={100} placeholder="手机没电了，我在场" />
          <Box className="k-note">{`一天加起来最多 8 小时。${WAITS}`}</Box>
          {wrong.problem && !wrong.at ? <Wrong>{wrong.problem}</Wrong> : null}
        </Box>
      ) : (
        <FindVolunteer community={community} label="找人" onPick={setWho} />
      )}
    </Sheet>
  )
}

export function CorrectForm({ row, onClose, onDone }: { row: HourRow & Whom; onClose: () => void; onDone: () => void }) {
  const deed = useDeed()
  const [hours, setHours] = useState('')
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const minutes = minutesTyped(hours)
  const save = async () => {
    if (minutes === null) return setProblem('写应该是几小时，比如 1.5；作废写 0')
    const done = await deed('shifts.correct_hours', { entry: row.id, minutes, why: why.trim() })
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    toast('提上去了，等第二个人确认')
    onClose()
    onDone()
  }
  const actions = (
    <Button big kind="primary" disabled={!why.trim() || hours.trim() === ''} onTap={save}>
      {minutes === 0 ? '提出作废' : minutes === null ? '提出更正' : `提出改成 ${sayMinutes(minutes)}`}
    </Button>
  )
  return (
    <Sheet title={`更正${row.name}的时长`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Callout>{`${sayDay(row.day)}，${row.title}。原来的记录不会抹掉，旁边再记一笔。`}</Callout>
        <Field label="这一次一共应该是几小时" hint="作废就写 0" kind="number" value={hours} onChange={setHours} max={5} />
        <Field label="为什么" value={why} onChange={setWhy} max={100} />
        <Box className="k-note">{WAITS}</Box>
        {problem ? <Wrong>{problem}</Wrong> : null}
      </Box>
    </Sheet>
  )
}
