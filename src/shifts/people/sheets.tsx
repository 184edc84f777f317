/** What somebody changes of themselves, each in a sheet of its own. */
import type { Skill } from '@domain/shifts/contract'
import type { Profile } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { useMe } from '@/platform'
import { Box, Button, Callout, Choice, Field, Para, plusDays, Row, Rows, Sheet, sayDay, Wrong } from '@/ui'
import { ContactAsk, SkillsPick, TimesPick } from './asks'
import { contactOf, EMPTY, missingContact } from './form'

interface Sheets {
  profile: Profile
  onClose: () => void
}
interface Saving<T> extends Sheets {
  onSave: (value: T) => unknown
}

export function SkillsSheet({ profile, onClose, onSave }: Saving<Skill[]>) {
  const [skills, setSkills] = useState(profile.skills)
  const save = (
    <Button big kind="primary" onTap={() => onSave(skills)}>
      记下我会的
    </Button>
  )
  return (
    <Sheet title="您会做什么" onClose={onClose} actions={save}>
      <SkillsPick bare values={skills} onChange={setSkills} />
    </Sheet>
  )
}

export function TimesSheet({ profile, onClose, onSave }: Saving<string[]>) {
  const [times, setTimes] = useState(profile.times)
  const save = (
    <Button big kind="primary" onTap={() => onSave(times)}>
      记下我有空的时候
    </Button>
  )
  return (
    <Sheet title="什么时候有空" onClose={onClose} actions={save}>
      <TimesPick bare values={times} onChange={setTimes} />
    </Sheet>
  )
}

export function ContactSheet({ profile, onClose, onSave }: Saving<NonNullable<Profile['emergency']> | null>) {
  const { name = '', phone = '', relation = '' } = profile.emergency ?? {}
  const [form, setForm] = useState({ ...EMPTY, contact: name, contactPhone: phone, relation })
  const lacks = missingContact(form)
  return (
    <Sheet
      title="急事找谁"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={lacks !== undefined} onTap={() => onSave(contactOf(form).emergency ?? null)}>
          {form.contact ? '记下来' : '先不留'}
        </Button>
      }
    >
      <ContactAsk form={form} set={more => setForm({ ...form, ...more })} />
      {lacks && form.contact ? <Wrong>{lacks}</Wrong> : null}
    </Sheet>
  )
}

const LENGTHS = [
  { value: '7', label: '一个星期' },
  { value: '14', label: '两个星期' },
  { value: '30', label: '一个月' },
  { value: '0', label: '说不好，回来再说' },
]
export interface Pausing {
  from: string
  until?: string
  why?: string
  withdraw: boolean
}

/** Resting: how long, why, and what becomes of the shifts already taken in it. */
export function PauseSheet({ profile, onClose, onSave }: Saving<Pausing>) {
  const { day } = useMe()
  const [length, setLength] = useState('7')
  const [from, setFrom] = useState(day)
  const [why, setWhy] = useState('')
  const [withdraw, setWithdraw] = useState<'yes' | 'no'>()
  const until = length === '0' ? undefined : plusDays(from, Number(length) - 1)
  const inside = profile.upcoming.filter(one => one.day >= from && one.day <= (until ?? '9999'))
  const undecided = inside.length > 0 && !withdraw
  const save = () => onSave({ from, ...(until ? { until } : {}), ...(why.trim() ? { why: why.trim() } : {}), withdraw: withdraw === 'yes' })
  return (
    <Sheet
      title="歇一阵"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={undecided || from < day} onTap={save}>
          {until ? `歇到${sayDay(until, day)}` : '歇着，回来再说'}
        </Button>
      }
    >
      <Choice label="歇多久" columns={2} options={LENGTHS} value={length} onChange={setLength} />
      <Field label="从哪天开始" kind="date" value={from} from={day} onChange={setFrom} />
      {inside.length > 0 ? (
        <Box className="k-stack">
          <Callout tone="warn" icon="calendar">{`这段时间您报了 ${inside.length} 个班`}</Callout>
          <Rows>
            {inside.map(one => (
              <Row key={one.shift} title={one.title} note={sayDay(one.day, day)} />
            ))}
          </Rows>
          <Choice
            label="这些班怎么办"
            columns={1}
            options={[
              { value: 'yes', label: '都退了，让别人来' },
              { value: 'no', label: '照样去，只是不报新的' },
            ]}
            value={withdraw}
            onChange={setWithdraw}
          />
        </Box>
      ) : null}
      <Field label="为什么" need={false} value={why} max={60} placeholder="去看孙子、住院、天太冷" onChange={setWhy} />
    </Sheet>
  )
}

/** Leaving: said once more before it is done. */
export function LeaveSheet({ profile, onClose, onSave }: Saving<string>) {
  const [why, setWhy] = useState('')
  const { upcoming } = profile
  return (
    <Sheet
      title="不当志愿者了"
      onClose={onClose}
      actions={
        <Button kind="danger" onTap={() => onSave(why.trim())}>
          退出志愿服务
        </Button>
      }
    >
      <Para className="k-text">
        {upcoming.length > 0 ? `您报的 ${upcoming.length} 个班会退给别人。` : ''}以前的时长和证明都留着，想回来再登记一次就行。
      </Para>
      <Field label="为什么" need={false} value={why} max={60} onChange={setWhy} />
    </Sheet>
  )
}
