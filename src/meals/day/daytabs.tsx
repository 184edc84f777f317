import { useState } from 'react'
import { Box, Button, Choice, Sheet, sayNear, Tabs, useElder } from '@/ui'
import { mealsOf, WhichMeal } from '../kitchens/which'
import { MEALS } from '../words'
import { type Chosen, nearDays } from './use'

/** Which day and which meal; in elder mode one line that opens a sheet, since rows of tabs on top of each other are not read. */
export function DayTabs({ chosen }: { chosen: Chosen }) {
  const elder = useElder()
  const { kitchen, day, meal, today, setDay, setMeal } = chosen
  if (!kitchen) return null
  if (elder) return <DayLine chosen={chosen} />
  return (
    <Box className="d-tabs">
      <Tabs label="哪一天" tabs={nearDays(today, day)} value={day} onChange={setDay} />
      <WhichMeal kitchen={kitchen} value={meal} onChange={setMeal} />
    </Box>
  )
}

function DayLine({ chosen: { kitchen, day, meal, today, setDay, setMeal } }: { chosen: Chosen }) {
  const [open, setOpen] = useState(false)
  const meals = kitchen ? mealsOf(kitchen) : []
  const close = () => setOpen(false)
  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>{`${sayNear(day, today)}${MEALS[meal]} · 换`}</Button>
      {open ? (
        <Sheet
          title="看哪一餐"
          onClose={close}
          actions={
            <Button big kind="primary" onTap={close}>
              就看这一餐
            </Button>
          }
        >
          <Choice label="哪一天" options={nearDays(today, day)} value={day} onChange={setDay} />
          {meals.length > 1 ? (
            <Choice
              label="哪一餐"
              columns={3}
              options={meals.map(value => ({ value, label: MEALS[value] }))}
              value={meal}
              onChange={setMeal}
            />
          ) : null}
        </Sheet>
      ) : null}
    </>
  )
}
