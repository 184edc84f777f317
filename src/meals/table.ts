/** What an eater can have today and this week, as pages hold on to it. */
import type { Table, TableDay } from '@domain/meals/contract/orders'
import { useEffect, useState } from 'react'
import { type Called, useCall } from '@/platform'
import { kitchenOf, mealOf, oneEach, shownOf } from './slots'

/** Every page that shows a table: what is done on one (or taken back after it is gone) is seen on all. */
const shown = new Set<() => void>()
/** Something about somebody's meals changed. */
export function askAgain(): void {
  for (const again of shown) again()
}

/** How many days are asked for: today and the week after it. */
export const DAYS = 8

export interface AtTable {
  from: Called<Table>
  table?: Table
  /** One a meal and day, in order. */
  slots: TableDay[]
  /** Of those, what a week shows: the meal one has most, and others that are ordered. */
  shown: TableDay[]
  /** The server's time, ms, moved on by the phone's own clock; ticks every half minute. */
  now: number
}

export function useTable(eater: string, kitchen?: string, days = DAYS): AtTable {
  const from = useCall('meals.table', eater ? { eater, days } : null, { keep: `meals/${eater}/${days}` })
  const { retry } = from
  useEffect(() => {
    shown.add(retry)
    return () => void shown.delete(retry)
  }, [retry])
  const table = from.data
  const clock = useClock()
  const ahead = table && from.at ? table.now - from.at : 0
  const slots = table ? oneEach(table.days, kitchen ?? kitchenOf(table)) : []
  return { from, table, slots, shown: table ? shownOf(slots, mealOf(table, slots)) : [], now: clock + ahead }
}

/** The phone's time, moved on every half minute: what is left until a cut-off is said truly. */
export function useClock(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
