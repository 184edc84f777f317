/** Registering somebody at the desk, by their phone. */
import { useState } from 'react'
import { useMe } from '@/platform'
import { Button, Callout, Field, Sheet } from '@/ui'
import { ContactAsk, SkillsPick, TimesPick } from './asks'
import { contactOf, EMPTY, inputOf, missingContact } from './form'
import { useAct } from './use'

interface AddSheetProps {
  community: string
  onClose: () => void
  onDone: (account: string) => void
}

export function AddSheet({ community, onClose, onDone }: AddSheetProps) {
  const { day } = useMe()
  const act = useAct(() => {})
  const [phone, setPhone] = useState('')
  const [form, setForm] = useState({ ...EMPTY, community })
  const set = (more: Partial<typeof form>) => setForm({ ...form, ...more })
  const ready = /^1[3-9]\d{9}$/.test(phone) && form.name.trim() !== '' && !missingContact(form)
  const save = async () => {
    const done = await act('shifts.add_volunteer', { ...inputOf(form), ...contactOf(form), phone }, `${form.name.trim()}在册了`)
    if (done) onDone(done.id)
  }
  return (
    <Sheet
      title="登记一位志愿者"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!ready} onTap={save}>
          登记好，马上能排班
        </Button>
      }
    >
      <Callout>没有智能手机的也行：以后用这个手机号登录，都在。</Callout>
      <Field label="手机号" kind="tel" value={phone} max={11} onChange={setPhone} />
      <Field label="姓名" value={form.name} max={20} onChange={name => set({ name })} />
      <Field
        label="出生年月日"
        hint="住户资料里有的可以空着"
        need={false}
        kind="date"
        from="1920-01-01"
        until={day}
        value={form.born}
        onChange={born => set({ born })}
      />
      <SkillsPick values={form.skills} onChange={skills => set({ skills })} />
      <TimesPick values={form.times} onChange={times => set({ times })} />
      <ContactAsk form={form} set={set} />
    </Sheet>
  )
}
