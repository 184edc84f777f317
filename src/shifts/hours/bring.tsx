/** City platforms' files: looked at first, then taken in; hours taken out in the platform's columns. */
import type { Looked, LookedRow } from '@domain/shifts/contract'
import { useState } from 'react'
import { call, download, pickWorkbook, sentence, sha256, upload, useDeed, useMe } from '@/platform'
import { Box, Button, Buttons, Callout, Choice, Field, Figure, Figures, Section, Switch, Table, Tag, toast, Wrong } from '@/ui'

type What = 'ids' | 'hours'
const WHATS = [
  { value: 'hours' as const, label: '时长', note: '姓名或编号、活动名称、日期、时长' },
  { value: 'ids' as const, label: '志愿者编号', note: '姓名、编号，同名的加手机号' },
]
const TONES = { new: 'ok', same: 'plain', bad: 'bad' } as const
const SAID = { new: '新的', same: '已经有了', bad: '有问题' } as const

export function BringIn({ community }: { community: string }) {
  const [what, setWhat] = useState<What>('hours')
  const [file, setFile] = useState('')
  const [looked, setLooked] = useState<Looked>()
  const [problem, setProblem] = useState('')
  const look = async () => {
    setProblem('')
    setLooked(undefined)
    try {
      const picked = await pickWorkbook()
      if (!picked) return
      const id = sha256(picked.bytes)
      await upload(id, picked.bytes)
      await call('files.file', { file: id, division: community, kind: 'workbook', name: picked.name.slice(0, 120) })
      setLooked(await call('shifts.look_import', { community, file: id, what }))
      setFile(id)
    } catch (failed) {
      setProblem(sentence(failed))
    }
  }
  return (
    <Section title="从市里的平台导进来">
      <Choice
        label="导什么"
        options={WHATS}
        value={what}
        onChange={value => {
          setWhat(value)
          setLooked(undefined)
        }}
      />
      <Box className="k-note">先存成 CSV 文件，一次最多 300 行。先看一遍，一行也不会乱写。</Box>
      {problem ? <Wrong>{problem}</Wrong> : null}
      {looked ? (
        <Preview key={file} looked={looked} about={{ community, file, what }} onDone={() => setLooked(undefined)} />
      ) : (
        <Button kind="soft" icon="upload" onTap={look}>
          选一份文件，先看一遍
        </Button>
      )}
    </Section>
  )
}

interface PreviewProps {
  looked: Looked
  about: { community: string; file: string; what: What }
  onDone: () => void
}
function Preview({ looked, about, onDone }: PreviewProps) {
  const deed = useDeed()
  const [without, setWithout] = useState(false)
  const [problem, setProblem] = useState('')
  const bad = looked.rows.filter(one => one.what === 'bad')
  // what needs a decision first
  const rows = [...bad, ...looked.rows.filter(one => one.what !== 'bad')]
  const run = async () => {
    const done = await deed('shifts.run_import', { ...about, skip: without ? bad.map(one => one.row) : [] })
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    toast(`写进去 ${done.ok.written} 行，${done.ok.same} 行原来就有`)
    onDone()
  }
  return (
    <Box className="k-stack">
      <Figures>
        <Figure label="要写进去" value={looked.fresh} />
        <Figure label="已经有了" value={looked.same} />
        <Figure label="有问题" value={looked.bad} tone={looked.bad > 0 ? 'bad' : undefined} />
      </Figures>
      {looked.ignored.length > 0 ? <Callout>{`这几列没有用到：${looked.ignored.join('、')}`}</Callout> : null}
      <Table<LookedRow>
        caption="文件里的每一行会怎样"
        rows={rows}
        keyOf={one => String(one.row)}
        columns={[
          { title: '第几行', right: true, cell: one => one.row },
          { title: '谁', cell: one => one.name },
          { title: '什么', cell: one => one.words },
          { title: '会怎样', cell: one => <Tag tone={TONES[one.what]}>{SAID[one.what]}</Tag> },
          { title: '为什么', cell: one => one.why },
        ]}
      />
      {bad.length > 0 ? (
        <Switch label={`不要有问题的 ${bad.length} 行`} note="关着的时候，要先改好文件" on={without} onChange={setWithout} />
      ) : null}
      {problem ? <Wrong>{problem}</Wrong> : null}
      <Buttons>
        <Button onTap={onDone}>换一份文件</Button>
        <Button kind="primary" disabled={looked.fresh === 0 || (bad.length > 0 && !without)} onTap={run}>
          {`写进去 ${looked.fresh} 行`}
        </Button>
      </Buttons>
    </Box>
  )
}

export function TakeOut({ community }: { community: string }) {
  const me = useMe()
  const deed = useDeed()
  const [from, setFrom] = useState(`${me.day.slice(0, 8)}01`)
  const [until, setUntil] = useState(me.day)
  const [shape, setShape] = useState<'city' | 'all'>('city')
  const [problem, setProblem] = useState('')
  const take = async (form: 'csv' | 'xlsx') => {
    setProblem('')
    const done = await deed('shifts.export_hours', { community, from, until, shape, form })
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    await download(done.ok.id, done.ok.name).catch(failed => setProblem(sentence(failed)))
  }
  return (
    <Section title="带走时长">
      <Box className="h-half">
        <Field label="从哪一天" kind="date" value={from} onChange={setFrom} until={me.day} />
        <Field label="到哪一天" kind="date" value={until} onChange={setUntil} until={me.day} />
      </Box>
      <Choice
        label="带走什么"
        options={[
          { value: 'city', label: '交给市里平台的', note: '公示满 7 天的，一次一行' },
          { value: 'all', label: '每一笔', note: '更正、作废都在' },
        ]}
        value={shape}
        onChange={setShape}
      />
      {problem ? <Wrong>{problem}</Wrong> : null}
      <Buttons>
        <Button icon="download" onTap={() => take('csv')}>
          存成文本表格
        </Button>
        <Button icon="download" onTap={() => take('xlsx')}>
          存成电子表格
        </Button>
      </Buttons>
      <Box className="k-note">里面有全名，谁带走过都会记下来。</Box>
    </Section>
  )
}
