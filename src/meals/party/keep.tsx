import type { OutputOf } from '@domain'
import { birthdaySaid, isBirthday } from '@domain/meals/birthday'
import type { Birthday } from '@domain/meals/contract/table'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Choice, Para, Sheet, Stepper, Switch, toast, Wrong } from '@/ui'

type Kept = OutputOf<'meals.birthday'>
interface Props {
  eater: string
  kept: Kept
  onClose: () => void
  onDone: () => void
}
const CALENDARS = [
  { value: 'solar', label: '公历' },
  { value: 'lunar', label: '农历' },
] as const

/** Which birthday somebody keeps: many keep the lunar one. */
export function Keep({ eater, kept, onClose, onDone }: Props) {
  const [birthday, setBirthday] = useState<Birthday>(kept.birthday ?? { calendar: 'lunar', month: 1, day: 1 })
  const write = useWrite('meals.set_birthday')
  const set = (more: Partial<Birthday>) => setBirthday(was => ({ ...was, ...more }))
  const { calendar, month, day, leap } = birthday
  const real = isBirthday(birthday)
  const keep = async (value?: Birthday) => {
    if (!(await write.run({ eater, ...(value ? { birthday: value } : {}) }))) return
    toast(value ? `记下了，过${birthdaySaid(value)}` : '改回登记的生日了')
    onDone()
  }
  const clean = (): Birthday => ({ calendar, month, day, ...(calendar === 'lunar' && leap ? { leap } : {}) })
  return (
    <Sheet
      title="过哪天的生日"
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={write.busy} disabled={!real} onTap={() => keep(clean())}>
          {real ? `过${birthdaySaid(clean())}` : '没有这一天'}
        </Button>
      }
    >
      <Choice
        label="按哪种历"
        columns={2}
        options={CALENDARS}
        value={calendar}
        onChange={next => set({ calendar: next, day: Math.min(day, 30), leap: false })}
      />
      <Stepper label="月" unit="月" min={1} max={12} value={month} onChange={next => set({ month: next })} />
      <Stepper label="日" unit="日" min={1} max={calendar === 'lunar' ? 30 : 31} value={day} onChange={next => set({ day: next })} />
      {calendar === 'lunar' ? <Switch label="生在闰月" on={Boolean(leap)} onChange={on => set({ leap: on })} /> : null}
      <Para className="k-note">没有三十的月份过二十九；生在闰月的，没有闰月的年份过平常那个月。</Para>
      {kept.chosen ? <Button onTap={() => keep()}>改回登记的生日</Button> : null}
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
