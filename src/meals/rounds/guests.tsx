/** A guest: choose, see what it costs, take the money. */

import type { OutputOf } from '@domain'
import type { Meal } from '@domain/meals/contract'
import { useState } from 'react'
import { useDeed } from '@/platform'
import { Box, Button, Empty, money, Rows, Stepper, toast, Wrong } from '@/ui'

type Menu = OutputOf<'meals.counter'>['menu']
interface GuestsProps {
  kitchen: string
  meal: Meal
  menu: Menu
  onDone: () => void
}

export function Guests({ kitchen, meal, menu, onDone }: GuestsProps) {
  const [chosen, setChosen] = useState<{ [dish: string]: number }>({})
  const [problem, setProblem] = useState('')
  const deed = useDeed()
  const lines = menu.flatMap(({ dish }) => (chosen[dish] ? [{ dish, quantity: chosen[dish] }] : []))
  const total = menu.reduce((sum, { dish, price }) => sum + price * (chosen[dish] ?? 0), 0)
  const sell = async () => {
    const did = await deed('meals.serve_guest', { kitchen, meal, lines })
    if (!did) return
    if ('problem' in did) return setProblem(did.problem)
    setChosen({})
    setProblem('')
    toast(`收 ${money(did.ok.total)}，记下了`)
    onDone()
  }
  if (menu.length === 0) return <Empty title="这一餐还没有菜单" words="菜单发布了，散客就能买。" />
  return (
    <Box className="k-stack">
      <Rows>
        {menu.map(({ dish, name, price, left }) => (
          <Box key={dish} className="k-row r-guest">
            <Box className="k-row-main">
              <Box className="k-row-title">{name}</Box>
              <Box className="k-row-note">{left > 0 ? `${money(price)}，还有 ${left} 份` : '没有了'}</Box>
            </Box>
            <Stepper
              bare
              label={name}
              value={chosen[dish] ?? 0}
              max={Math.min(9, left)}
              onChange={n => setChosen(was => ({ ...was, [dish]: n }))}
            />
          </Box>
        ))}
      </Rows>
      {problem ? <Wrong>{problem}</Wrong> : null}
      <Button kind="primary" big disabled={lines.length === 0} onTap={sell}>
        {lines.length === 0 ? '先选菜' : `收 ${money(total)}，给了`}
      </Button>
    </Box>
  )
}
