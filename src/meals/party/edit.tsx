import type { Party, PartyForm } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useMe, useWrite } from '@/platform'
import { Button, daysIn, Field, Sheet, Stepper, toast, Wrong } from '@/ui'

interface Props {
  community: string
  month: string
  party?: Party
  onClose: () => void
  onDone: () => void
}
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
/** 9:30, 9点半 said as 09:30. */
const tidyClock = (text: string) =>
  text
    .trim()
    .replace('：', ':')
    .replace(/^(\d):/, '0$1:')

/** Day, time and place of a month's party. */
export function PartyEdit({ community, month, party, onClose, onDone }: Props) {
  const { day } = useMe()
  const days = daysIn(month)
  const last = days[days.length - 1]
  const [, first] = [day, days[0]].sort()
  const start: PartyForm = party ?? { day: last, from: '10:00', place: '社区活动室', helpers: 3 }
  const [form, setForm] = useState(start)
  const [tried, setTried] = useState(false)
  const write = useWrite('meals.set_party')
  const set = (more: Partial<PartyForm>) => setForm(was => ({ ...was, ...more }))
  const from = tidyClock(form.from)
  const wrong = { from: CLOCK.test(from) ? undefined : '时间写成 10:00 这样', place: form.place.trim() ? undefined : '写上在哪里' }
  const save = async () => {
    setTried(true)
    if (wrong.from || wrong.place) return
    const { day: on, place, helpers, note } = form
    const clean = { day: on, from, place: place.trim(), helpers, ...(note?.trim() ? { note: note.trim() } : {}) }
    if (!(await write.run({ community, month, version: party?.version ?? 0, form: clean }))) return
    toast(party && !party.cancelled ? '改好了，请过的人会收到通知' : '定好了，接着请人')
    onDone()
  }
  return (
    <Sheet
      title={party ? '改日子、地方' : '安排生日会'}
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={write.busy} onTap={save}>
          {party ? '改好了' : '就这样定'}
        </Button>
      }
    >
      <Field kind="date" label="哪一天" from={first} until={last} value={form.day} onChange={value => set({ day: value })} />
      <Field label="几点" value={form.from} onChange={value => set({ from: value })} max={5} error={tried ? wrong.from : undefined} />
      <Field label="在哪里" value={form.place} onChange={place => set({ place })} max={40} error={tried ? wrong.place : undefined} />
      <Stepper label="一起坐下的帮忙的人" unit="人" value={form.helpers} max={50} onChange={helpers => set({ helpers })} />
      <Field label="还要说什么" need={false} kind="area" rows={2} max={200} value={form.note ?? ''} onChange={note => set({ note })} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
