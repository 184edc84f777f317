/** Which tags the visitor thinks should come or go; the community decides. */
import type { VisitForm } from '@domain/visits/contract'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Choice, Row, Rows, Sheet } from '@/ui'
import type { Filling } from './draft'
import { known, useGround } from './state'

type Suggestion = VisitForm['tags'][number]
interface TagsProps {
  value: Filling
  change: (change: Partial<Filling>) => void
  household: string
}

const NOBODY: { id: string; name: string }[] = []
const CHANGES = [
  { value: 'add', label: '加上' },
  { value: 'end', label: '去掉' },
] as const

export function TagsPart({ value, change, household }: TagsProps) {
  const kinds = useCall('people.tag_kinds', {}, { keep: 'tag_kinds' })
  const people = useGround(ground => known(ground, household)?.residents ?? NOBODY)
  const [open, setOpen] = useState(false)
  const name = (code: string) => kinds.data?.find(kind => kind.code === code)?.name ?? '一个标签'
  const whose = (resident?: string) => people.find(one => one.id === resident)?.name
  const drop = (gone: Suggestion) => change({ tags: value.tags.filter(one => one !== gone) })
  const add = (one: Suggestion) => {
    setOpen(false)
    change({ tags: [...value.tags.filter(was => was.tag !== one.tag || was.resident !== one.resident), one].slice(0, 10) })
  }
  return (
    <Box className="k-field">
      <Box className="k-label">标签要改吗</Box>
      {value.tags.length ? (
        <Rows>
          {value.tags.map(one => (
            <Row
              key={`${one.resident}${one.tag}`}
              title={`${one.change === 'add' ? '加上' : '去掉'}「${name(one.tag)}」`}
              note={whose(one.resident)}
              aside={
                <Button kind="quiet" label={`不提「${name(one.tag)}」了`} onTap={() => drop(one)}>
                  不提了
                </Button>
              }
            />
          ))}
        </Rows>
      ) : null}
      <Button icon="tag" disabled={!kinds.data} onTap={() => setOpen(true)}>
        提一条
      </Button>
      {open && kinds.data ? <Suggest kinds={kinds.data} people={people} onClose={() => setOpen(false)} onDone={add} /> : null}
    </Box>
  )
}

interface SuggestProps {
  kinds: { code: string; name: string }[]
  people: { id: string; name: string }[]
  onClose: () => void
  onDone: (one: Suggestion) => void
}
function Suggest({ kinds, people, onClose, onDone }: SuggestProps) {
  const [resident, setResident] = useState(people[0]?.id)
  const [way, setWay] = useState<Suggestion['change']>('add')
  const [tag, setTag] = useState<string>()
  const [missing, setMissing] = useState(false)
  const done = () => (tag ? onDone({ tag, change: way, ...(resident ? { resident } : {}) }) : setMissing(true))
  return (
    <Sheet
      title="标签提一条"
      onClose={onClose}
      actions={
        <Button kind="primary" big onTap={done}>
          提给社区
        </Button>
      }
    >
      {people.length > 1 ? (
        <Choice label="谁" options={people.map(({ id, name }) => ({ value: id, label: name }))} value={resident} onChange={setResident} />
      ) : null}
      <Choice label="加上还是去掉" options={CHANGES} value={way} onChange={setWay} />
      <Choice
        label="哪个标签"
        options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
        value={tag}
        onChange={setTag}
        columns={3}
        error={missing && !tag ? '点一下是哪个标签' : undefined}
      />
    </Sheet>
  )
}
