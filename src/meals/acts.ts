/** What buttons do to an eater's meals: done at once, said, and taken back with one tap while that is possible. */

import type { Order, TableDay, Usual } from '@domain/meals/contract/orders'
import { useMemo } from 'react'
import { useDeed } from '@/platform'
import { ask, toast } from '@/ui'
import { keyOf } from './slots'
import { type AtTable, askAgain } from './table'
import { toOrder } from './ways'
import { sayLines, sayMeal } from './words'

export interface Acts {
  orderUsual(usual: Usual): Promise<void>
  /** Whether it was cancelled. */
  cancel(order: Order): Promise<boolean>
  undo(order: string): Promise<void>
  skip(slot: TableDay): Promise<void>
}
/** Closer to the cut-off than this there is no time to take something back, ms. */
const TIGHT = 2 * 60_000
const bad = (problem: string) => toast(problem, { tone: 'bad' })

export function useActs(eater: string, { table, now }: AtTable): Acts {
  const deed = useDeed()
  const today = table?.today ?? ''
  return useMemo(() => {
    const undo = async (order: string) => {
      const did = await deed('meals.undo', { eater, order })
      if (!did) return
      if (did.ok) toast('撤销了，和刚才之前一样')
      else bad(did.problem)
      askAgain()
    }
    const back = (order: string, until?: number) => (until ? { act: { label: '撤销', do: () => undo(order) } } : {})

    const orderUsual = async (usual: Usual) => {
      const did = await deed('meals.order', { eater, forms: [usual.form] })
      if (!did) return
      const slot = { kitchen: usual.form.kitchen, day: usual.form.day, meal: usual.form.meal }
      if (did.ok) {
        const [placed] = did.ok.orders
        toast(`订上了：${sayMeal(slot.day, slot.meal, today)}`, placed ? back(placed.id, placed.undoUntil) : {})
      } else if (did.code === 'offline') bad('没有信号，还没订上。有信号了再点一次，或者打电话订')
      else toast(did.problem, { tone: 'bad', act: { label: '去选别的', do: () => toOrder(eater, keyOf(slot)) } })
      askAgain()
    }

    const cancel = async (order: Order) => {
      const meal = sayMeal(order.day, order.meal, today)
      const sure =
        order.changeUntil - now > TIGHT ||
        (await ask({ title: `${meal}不要了？`, words: `${sayLines(order.lines)}。马上截止，取消了就不能再订。`, yes: '不要了' }))
      if (!sure) return false
      const did = await deed('meals.cancel', { eater, order: order.id })
      if (!did) return false
      if (did.ok) toast(`取消了：${meal}`, back(order.id, did.ok.undoUntil))
      else bad(did.code === 'offline' ? '没有信号，还没取消。有信号了再点一次，或者打电话说一声' : did.problem)
      askAgain()
      return Boolean(did.ok)
    }

    const skip = async ({ kitchen, day, meal }: TableDay) => {
      const did = await deed('meals.skip', { eater, kitchen, day, meal })
      if (!did) return
      if (did.ok) toast(`${sayMeal(day, meal, today)}不订了，常订的别的日子照旧`, back(did.ok.id, now))
      else bad(did.problem)
      askAgain()
    }
    return { orderUsual, cancel, undo, skip }
  }, [deed, eater, today, now])
}
