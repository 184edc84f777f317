import type { Meal } from '@domain/meals/contract'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { Button, Choice, Loaded, Sheet, Stepper, toast, Wrong } from '@/ui'
import { firstMeal, WhichMeal } from '../kitchens/which'

type Why = 'left' | 'untaken' | 'spoiled' | 'other'
const WHYS: { value: Why; label: string }[] = [
  { value: 'left', label: '做多了' },
  { value: 'untaken', label: '没人来取' },
  { value: 'spoiled', label: '坏了' },
  { value: 'other', label: '别的' },
]

/** Portions of today that were thrown away: the dish, how many, why. */
export function Wasting({ kitchen, day, onClose, onDone }: { kitchen: Kitchen; day: string; onClose: () => void; onDone: () => void }) {
  const menus = useCall('meals.menus', { kitchen: kitchen.id, from: day, days: 1 })
  const [meal, setMeal] = useState<Meal>(firstMeal(kitchen))
  const [dish, setDish] = useState<string>()
  const [portions, setPortions] = useState(1)
  const [why, setWhy] = useState<Why>('left')
  const write = useWrite('meals.waste')
  const items = menus.data?.find(one => one.meal === meal)?.items ?? []
  const chosen = items.find(one => one.dish === dish)
  const save = async () => {
    if (!chosen) return
    if (!(await write.run({ kitchen: kitchen.id, day, meal, dish: chosen.dish, name: chosen.name, portions, why }))) return
    toast('记好了')
    onDone()
  }
  return (
    <Sheet
      title="记倒掉的饭"
      onClose={onClose}
      actions={
        <Button big kind="primary" busy={write.busy} disabled={!chosen} onTap={save}>
          {chosen ? `倒掉${chosen.name} ${portions} 份，记下` : '先选哪道菜'}
        </Button>
      }
    >
      <WhichMeal kitchen={kitchen} value={meal} onChange={setMeal} />
      <Loaded from={menus} shape="rows">
        {() => <Choice label="哪道菜" options={items.map(one => ({ value: one.dish, label: one.name }))} value={dish} onChange={setDish} />}
      </Loaded>
      <Stepper label="几份" value={portions} onChange={setPortions} min={1} max={99} unit="份" />
      <Choice label="为什么" options={WHYS} value={why} onChange={setWhy} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
