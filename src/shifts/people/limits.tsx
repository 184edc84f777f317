/** What staff say of somebody, and how much they let them take on. */
import { useState } from 'react'
import { useMe } from '@/platform'
import { Button, Choices, Field, Para, Sheet, Stepper, Switch } from '@/ui'
import type { OfficeProps } from './office'

const USUAL = ['带过', '急救培训', '消防培训', '厨房带过', '会开电动车']
export function LabelsSheet({ profile, act, onClose }: OfficeProps) {
  const [labels, setLabels] = useState(profile.labels)
  const [more, setMore] = useState('')
  const options = [...new Set([...USUAL, ...profile.labels, ...labels])].map(value => ({ value, label: value }))
  const add = () => {
    setLabels([...new Set([...labels, more.trim()])])
    setMore('')
  }
  return (
    <Sheet
      title="标签"
      onClose={onClose}
      actions={
        <Button big kind="primary" onTap={() => act('shifts.set_labels', { account: profile.account, labels }, '记下了')}>
          记下标签
        </Button>
      }
    >
      <Para className="k-note">带过、培训过什么。有的岗位要有标签才能报。</Para>
      <Choices label="有哪些" columns={2} options={options} values={labels} onChange={setLabels} />
      <Field label="别的" need={false} value={more} max={12} onChange={setMore} onEnter={add} />
      {more.trim() ? <Button onTap={add}>{`加上“${more.trim()}”`}</Button> : null}
    </Sheet>
  )
}

export function EaseSheet({ profile, act, onClose }: OfficeProps) {
  const { day: today } = useMe()
  const { account, limits, base, eased } = profile
  const [day, setDay] = useState(limits.day / 30)
  const [week, setWeek] = useState(limits.week / 60)
  const [heavy, setHeavy] = useState(limits.heavy)
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState('')
  const change = {
    ...(day * 30 === base.day ? {} : { day: day * 30 }),
    ...(week * 60 === base.week ? {} : { week: week * 60 }),
    ...(heavy === base.heavy ? {} : { heavy }),
  }
  const save = () => act('shifts.ease_limits', { account, limits: change, why: why.trim(), ...(until ? { until } : {}) }, '改好了')
  const lift = () => act('shifts.ease_limits', { account, limits: {}, why: '恢复按年龄' }, '恢复了')
  return (
    <Sheet
      title="改上限"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!why.trim() || Object.keys(change).length === 0} onTap={save}>
          照这样排班
        </Button>
      }
    >
      <Stepper label="一天最多（半小时一格）" value={day} min={1} max={24} unit="格" onChange={setDay} />
      <Para className="k-note">{`就是 ${day / 2} 小时，按年龄是 ${base.day / 60} 小时`}</Para>
      <Stepper label="一周最多" value={week} min={1} max={60} unit="小时" onChange={setWeek} />
      <Switch label="可以做重活" note="搬东西、久站、爬高" on={heavy} onChange={setHeavy} />
      <Field label="到哪天为止" need={false} kind="date" from={today} value={until} onChange={setUntil} />
      <Field label="为什么" hint="会写进经过" value={why} max={60} onChange={setWhy} />
      {eased ? <Button onTap={lift}>恢复按年龄</Button> : null}
    </Sheet>
  )
}
