/** Somebody's tags: which, since when, set by whom; given and ended with their days. */
import type { Tag as HeldTag, Resident } from '@domain/people/contract'
import { useState } from 'react'
import { useCall, useMe, useWrite } from '@/platform'
import { Button, Choice, Field, Row, Rows, Sheet, sayDay, sayNear, toast, Wrong } from '@/ui'

interface Props {
  who: Resident
  onChanged: () => void
}

export function TagList({ who, onChanged }: Props) {
  const { day } = useMe()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<HeldTag>()
  const days = ({ since, until }: HeldTag) => {
    const from = since > day ? `${sayNear(since, day)}起` : `${sayDay(since, day).replace(/ 周.$/, '')}起`
    return until ? `${from}，到${sayNear(until, day)}` : from
  }
  return (
    <>
      <Rows title={who.tags.length ? '标签' : '还没有标签'}>
        {who.tags.map(tag => (
          <Row
            key={`${tag.code}${tag.since}`}
            icon="tag"
            title={tag.name}
            note={`${days(tag)} · ${tag.by} 登记`}
            onTap={() => setEnding(tag)}
          />
        ))}
        <Row icon="plus" title="加一个标签" onTap={() => setAdding(true)} />
      </Rows>
      {adding ? <Give who={who} onClose={() => setAdding(false)} onChanged={onChanged} /> : null}
      {ending ? <End who={who} tag={ending} onClose={() => setEnding(undefined)} onChanged={onChanged} /> : null}
    </>
  )
}

function Give({ who, onClose, onChanged }: Props & { onClose: () => void }) {
  const { day, memberships } = useMe()
  const kinds = useCall('people.tag_kinds', {}, { keep: 'tag_kinds' })
  const [tag, setTag] = useState<string>()
  const [since, setSince] = useState(day)
  const [until, setUntil] = useState('')
  const set = useWrite('people.set_tag')
  const roles: string[] = memberships.map(one => one.role)
  const mine = (kinds.data ?? []).filter(kind => kind.set.some(role => roles.includes(role)))
  const every = mine.find(kind => kind.code === tag)?.every
  const save = async () => {
    if (!tag) return
    if (!(await set.run({ resident: who.id, tag, since, ...(until ? { until } : {}) }))) return
    toast('加上了')
    onClose()
    onChanged()
  }
  return (
    <Sheet
      title="加一个标签"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!tag} busy={set.busy} onTap={save}>
          加上
        </Button>
      }
    >
      <Choice
        label="哪一个"
        columns={3}
        hint={every ? `有这个标签的，每 ${every} 天敲一次门` : undefined}
        options={mine.map(kind => ({ value: kind.code, label: kind.name }))}
        value={tag}
        onChange={setTag}
      />
      <Field label="从哪天起" kind="date" value={since} onChange={setSince} />
      <Field label="到哪天为止" hint="一直有就空着" kind="date" need={false} from={since} value={until} onChange={setUntil} />
      {set.problem ? <Wrong>{set.problem}</Wrong> : null}
    </Sheet>
  )
}

function End({ who, tag, onClose, onChanged }: Props & { tag: HeldTag; onClose: () => void }) {
  const { day } = useMe()
  const [on, setOn] = useState(day)
  const end = useWrite('people.end_tag')
  const save = async () => {
    if (!(await end.run({ resident: who.id, tag: tag.code, on }))) return
    toast(on < day ? '结束了' : `到${sayNear(on, day)}为止`)
    onClose()
    onChanged()
  }
  return (
    <Sheet
      title={`结束“${tag.name}”`}
      onClose={onClose}
      actions={
        <Button big kind="danger" busy={end.busy} onTap={save}>
          结束这个标签
        </Button>
      }
    >
      <Field label="最后一天" hint="过了这天就没有了，记录还在" kind="date" value={on} onChange={setOn} />
      {end.problem ? <Wrong>{end.problem}</Wrong> : null}
    </Sheet>
  )
}
