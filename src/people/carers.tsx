/** Who may act for somebody: said by the person themselves, recorded with how, and ended when they say so. */
import type { OutputOf } from '@domain'
import type { Resident } from '@domain/people/contract'
import { useState } from 'react'
import { useCall, useMe, useWrite } from '@/platform'
import { Box, Button, Choice, Field, Loaded, Para, Row, Rows, Sheet, sayDay, toast, Wrong } from '@/ui'

type Carer = OutputOf<'people.consents'>[number]

const HOW = [
  { value: 'in_person', label: '本人当面说的' },
  { value: 'paper', label: '写了字据' },
  { value: 'phone', label: '电话里说的' },
] as const
const RELATIONS = ['儿子', '女儿', '配偶', '兄弟姐妹', '邻居', '别的']

export function Carers({ who }: { who: Resident }) {
  const { day } = useMe()
  const consents = useCall('people.consents', { resident: who.id })
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Carer>()
  const close = () => {
    setAdding(false)
    setEnding(undefined)
    consents.retry()
  }
  const over = (one: Carer) => one.until !== undefined && one.until < day
  const days = (one: Carer) =>
    `${sayDay(one.since, day).replace(/ 周.$/, '')}起${one.until ? `，到${sayDay(one.until, day).replace(/ 周.$/, '')}` : ''}`
  return (
    <Loaded from={consents} shape="rows">
      {carers => (
        <>
          <Rows title={carers.length ? '可以替本人办事的' : '还没有人可以替本人办事'}>
            {carers.map(one => (
              <Row
                key={one.id}
                icon="heart"
                title={`${one.relation} ${one.carer}`}
                note={`${one.phone} · ${days(one)}`}
                aside={over(one) ? '已结束' : null}
                onTap={over(one) ? undefined : () => setEnding(one)}
              />
            ))}
            <Row icon="plus" title="添一位家里人" note="要本人同意" onTap={() => setAdding(true)} />
          </Rows>
          {adding ? <Give who={who} onClose={close} /> : null}
          {ending ? <End carer={ending} onClose={close} /> : null}
        </>
      )}
    </Loaded>
  )
}

function Give({ who, onClose }: { who: Resident; onClose: () => void }) {
  const { day } = useMe()
  const [form, setForm] = useState({ name: '', phone: '', relation: '', how: 'in_person' as (typeof HOW)[number]['value'], until: '' })
  const put = (field: keyof typeof form) => (value: string) => setForm(was => ({ ...was, [field]: value }))
  const write = useWrite('people.consent')
  const ready = form.name.trim() && /^1[3-9]\d{9}$/.test(form.phone) && form.relation
  const save = async () => {
    const { until, ...rest } = form
    const done = await write.run({ ...rest, name: form.name.trim(), resident: who.id, since: day, ...(until ? { until } : {}) })
    if (!done) return
    toast('记下了，这个手机号登录后就能替本人办事')
    onClose()
  }
  return (
    <Sheet
      title={`谁可以替${who.name}办事`}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!ready} busy={write.busy} onTap={save}>
          本人同意，记下
        </Button>
      }
    >
      <Field label="姓名" value={form.name} onChange={put('name')} max={50} />
      <Field
        label="手机号"
        kind="tel"
        value={form.phone}
        onChange={put('phone')}
        max={11}
        error={write.at === 'phone' ? write.problem : undefined}
      />
      <Choice
        label="是本人的"
        columns={3}
        options={RELATIONS.map(value => ({ value, label: value }))}
        value={form.relation}
        onChange={put('relation')}
      />
      <Choice label="本人怎么同意的" columns={1} options={HOW} value={form.how} onChange={put('how')} />
      <Field label="到哪天为止" hint="一直可以就空着" kind="date" need={false} from={day} value={form.until} onChange={put('until')} />
      {write.problem && write.at !== 'phone' ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}

function End({ carer, onClose }: { carer: Carer; onClose: () => void }) {
  const { day } = useMe()
  const [on, setOn] = useState(day)
  const write = useWrite('people.end_consent')
  const save = async () => {
    if (!(await write.run({ consent: carer.id, on }))) return
    toast('到那天为止，记录还在')
    onClose()
  }
  return (
    <Sheet
      title={`${carer.relation} ${carer.carer}`}
      onClose={onClose}
      actions={
        <Button big kind="danger" busy={write.busy} onTap={save}>
          不再替本人办事
        </Button>
      }
    >
      <Box className="k-stack">
        <Para className="k-text">{`${HOW.find(one => one.value === carer.how)?.label ?? ''}，${carer.by} 记下的。`}</Para>
        <Field label="最后一天" kind="date" value={on} from={carer.since} onChange={setOn} />
      </Box>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
