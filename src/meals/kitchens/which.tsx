/** Which kitchen and which meal a page is about, where there are several. */
import type { Meal } from '@domain/meals/contract'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import { MEALS } from '@domain/meals/serving'
import { useState } from 'react'
import { Button, Choice, Sheet, Tabs } from '@/ui'
import { MEALS as WORDS } from '../words'

/** The meals a kitchen serves, in the order of the day. */
export const mealsOf = (kitchen: Kitchen): Meal[] => MEALS.filter(meal => kitchen.servings.some(one => one.meal === meal))
/** What a page begins with: lunch where there is one. */
export const firstMeal = (kitchen: Kitchen): Meal => mealsOf(kitchen).find(meal => meal === 'lunch') ?? mealsOf(kitchen)[0] ?? 'lunch'

export function WhichMeal({ kitchen, value, onChange }: { kitchen: Kitchen; value: Meal; onChange: (meal: Meal) => void }) {
  const meals = mealsOf(kitchen)
  if (meals.length < 2) return null
  return <Tabs label="哪一餐" tabs={meals.map(meal => ({ value: meal, label: WORDS[meal] }))} value={value} onChange={onChange} />
}

export function WhichKitchen({ kitchens, value, onChange }: { kitchens: Kitchen[]; value: string; onChange: (kitchen: string) => void }) {
  if (kitchens.length < 2) return null
  return (
    <Choice
      label="哪个厨房"
      columns={3}
      options={kitchens.map(one => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** The same as one line that opens a sheet: where the choice is seldom made and the room is needed for the work. */
export function KitchenLine({ kitchens, value, onChange }: { kitchens: Kitchen[]; value: string; onChange: (kitchen: string) => void }) {
  const [open, setOpen] = useState(false)
  if (kitchens.length < 2) return null
  const name = kitchens.find(one => one.id === value)?.name ?? '哪个厨房'
  const pick = (kitchen: string) => {
    setOpen(false)
    onChange(kitchen)
  }
  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>{`${name} · 换`}</Button>
      {open ? (
        <Sheet title="哪个厨房" onClose={() => setOpen(false)}>
          <Choice
            bare
            label="哪个厨房"
            columns={1}
            options={kitchens.map(one => ({ value: one.id, label: one.name }))}
            value={value}
            onChange={pick}
          />
        </Sheet>
      ) : null}
    </>
  )
}
