/** What was written down in the last seven days, for everybody who helps there; who knows better says so. */
import type { OutputOf } from '@domain'
import { HOUR_WORDS, sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall, useDeed } from '@/platform'
import { Box, Button, Callout, Choice, Field, Row, Rows, Sheet, sayDay, Tag, toast, Wrong } from '@/ui'
import { minutesTyped, signed } from './words'

type Open = OutputOf<'shifts.open_hours'>['items'][number]

export function OpenHours({ community, name }: { community: string; name: string }) {
  const [shown, setShown] = useState(false)
  const [about, setAbout] = useState<Open>()
  const found = useCall('shifts.open_hours', shown ? { community } : null)
  if (!shown) return <Button kind="quiet" onTap={() => setShown(true)}>{`看${name}正在公示的时长`}</Button>
  const items = found.data?.items ?? []
  return (
    <Box className="k-stack">
      {found.problem ? <Wrong>{found.problem}</Wrong> : null}
      {found.data && items.length === 0 ? <Callout>这 7 天没有新记的时长。</Callout> : null}
      {items.length > 0 ? (
        <Rows title={`${name}正在公示的`}>
          {items.map(one => (
            <Row
              key={one.entry}
              title={`${one.mine ? '我' : one.who}　${one.title}`}
              note={`${sayDay(one.day)}，${HOUR_WORDS[one.what]}，公示到 ${sayDay(one.until).split(' ')[0]}`}
              aside={one.asked ? <Tag tone="warn">有人提了</Tag> : signed(one.minutes)}
              onTap={one.asked ? undefined : () => setAbout(one)}
            />
          ))}
        </Rows>
      ) : null}
      {about ? <Objection about={about} onClose={() => setAbout(undefined)} onDone={found.retry} /> : null}
    </Box>
  )
}

function Objection({ about, onClose, onDone }: { about: Open; onClose: () => void; onDone: () => void }) {
  const deed = useDeed()
  const [how, setHow] = useState<'none' | 'other'>('none')
  const [hours, setHours] = useState('')
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const minutes = how === 'none' ? 0 : minutesTyped(hours)
  const say = async () => {
    if (minutes === null) return setProblem('写一下应该是几小时，比如 1.5')
    const done = await deed('shifts.object_hours', { entry: about.entry, minutes, why: why.trim() })
    if (done?.ok) {
      toast('说好了，社区核实了会告诉您')
      onClose()
      onDone()
    } else if (done) setProblem(done.problem)
  }
  const actions = (
    <Button big kind="primary" disabled={!why.trim()} onTap={say}>
      告诉社区
    </Button>
  )
  return (
    <Sheet title="这条不对" onClose={onClose} actions={actions}>
      <Box className="k-text">{`${about.mine ? '我' : about.who}，${about.title}，记了 ${sayMinutes(Math.abs(about.minutes))}`}</Box>
      <Choice
        label="应该是"
        options={[
          { value: 'none', label: '没有来' },
          { value: 'other', label: '时间不对' },
        ]}
        value={how}
        onChange={setHow}
      />
      {how === 'other' ? <Field label="应该是几小时" kind="number" value={hours} onChange={setHours} max={5} placeholder="1.5" /> : null}
      <Field label="您怎么知道的" hint="比如：那天我也在，她十点就走了" value={why} onChange={setWhy} max={100} />
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}
