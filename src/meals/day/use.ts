/** Which meal a page of the kitchen's day is about: the link's, else the one that matters now. */
import { addDays } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import { momentsOf } from '@domain/meals/serving'
import { useState } from 'react'
import { useMe, useQuery } from '@/platform'
import { dayOf } from '@/ui'
import { type Cooking, useKitchen, useServerTime } from '../kitchens/use'
import { mealsOf } from '../kitchens/which'

export interface Chosen {
  at: Cooking
  kitchen?: Kitchen
  day: string
  meal: Meal
  today: string
  setDay: (day: string) => void
  setMeal: (meal: Meal) => void
  /** What the operations ask for; null while the kitchen is not known. */
  slot: { kitchen: string; day: string; meal: Meal } | null
}

/** The meal being prepared: the first of the day whose service is not over, else the last. */
function nearest(kitchen: Kitchen | undefined, day: string, now: number): Meal {
  const meals = kitchen ? mealsOf(kitchen) : []
  return meals.find(meal => kitchen && now < momentsOf(kitchen, day, meal).to) ?? meals[meals.length - 1] ?? 'lunch'
}

export function useMeal(): Chosen {
  const query = useQuery()
  const me = useMe()
  const at = useKitchen()
  const { kitchen } = at
  const now = useServerTime()
  const today = me.day || dayOf(now)
  const [day, setDay] = useState(query.day)
  const [meal, setMeal] = useState(query.meal as Meal | undefined)
  const on = day ?? today
  const which = meal ?? nearest(kitchen, on, now)
  return {
    ...{ at, kitchen, day: on, meal: which, today, setDay, setMeal },
    slot: kitchen ? { kitchen: kitchen.id, day: on, meal: which } : null,
  }
}

/** Today and the day after: what is prepared ahead. */
export const nearDays = (today: string, day: string) => {
  const near = [
    { value: today, label: '今天' },
    { value: addDays(today, 1), label: '明天' },
  ]
  return near.some(one => one.value === day) ? near : [...near, { value: day, label: day.slice(5).replace('-', '月').concat('日') }]
}
