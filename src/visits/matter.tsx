/** What the community has to decide after a visit, and how it is settled. */
import type { Matter } from '@domain/visits/contract'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { ago, Box, Button, Buttons, Card, Choice, Field, Sheet, Tag, Tags, toast, Words } from '@/ui'
import { toDoor } from './ways'

export const MATTERS: Record<Matter['kind'], string> = {
  worrying: '不放心',
  need: '要帮忙',
  absent3: '三次不在家',
  refused: '不愿开门',
  moved: '说已搬走',
  vacant: '没人住',
  tag: '改标签',
}
/** What is usually done about it; words of one's own always go. */
const USUAL: Record<Matter['kind'], string[]> = {
  worrying: ['已经上门看过，没事', '送医院了，家里人陪着', '联系了家里人'],
  need: ['已经派人去办', '已经办好', '转给街道了'],
  absent3: ['电话联系上了', '邻居说出远门了', '联系了家里人'],
  refused: ['换个熟人去', '电话里问过了'],
  moved: ['核实了，已销户', '没搬，记错了'],
  vacant: ['核实了，没人住', '有人住，记错了'],
  tag: ['标签改好了', '不用改'],
}

interface MatterProps {
  matter: Matter
  onSettle?: (matter: Matter) => void
}

export const Kind = ({ matter }: { matter: Matter }) => (
  <Tags>
    {matter.urgent && !matter.settled ? <Tag tone="bad">急</Tag> : null}
    <Tag tone={matter.settled ? 'ok' : 'plain'}>{MATTERS[matter.kind]}</Tag>
  </Tags>
)

export function MatterCard({ matter, onSettle }: MatterProps) {
  const { label, words, at, urgent, settled, household } = matter
  return (
    <Card title={label} aside={<Kind matter={matter} />} edge={urgent && !settled ? 'bad' : undefined}>
      <Box className="k-text">{words}</Box>
      <Box className="k-note">{settled ? `${settled.by} ${ago(settled.at, Date.now())}：${settled.words}` : ago(at, Date.now())}</Box>
      <Buttons>
        <Button onTap={() => toDoor(household)}>看这一户</Button>
        {onSettle ? (
          <Button kind="soft" onTap={() => onSettle(matter)}>
            办结
          </Button>
        ) : null}
      </Buttons>
    </Card>
  )
}

/** Settles a matter with what was done. `onDone` when the server has it. */
export function Settle({ matter, onClose, onDone }: { matter: Matter; onClose: () => void; onDone: () => void }) {
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const { run, problem } = useWrite('visits.settle')
  const save = async () => {
    if (!words.trim()) return setMissing(true)
    if (!(await run({ matter: matter.id, words: words.trim() }))) return
    toast(`${matter.label} 办结了`)
    onDone()
  }
  const usual = USUAL[matter.kind].map(one => ({ value: one, label: one }))
  return (
    <Sheet
      title={`${matter.label}：${MATTERS[matter.kind]}`}
      onClose={onClose}
      actions={
        <Button kind="primary" big onTap={save}>
          办结
        </Button>
      }
    >
      <Words className="k-text">{matter.words}</Words>
      <Choice label="怎么办的" options={usual} value={words} onChange={setWords} columns={1} />
      <Field
        kind="area"
        label="也可以自己写"
        value={words}
        max={300}
        onChange={setWords}
        error={problem ?? (missing && !words.trim() ? '写一句怎么办的' : undefined)}
      />
    </Sheet>
  )
}
