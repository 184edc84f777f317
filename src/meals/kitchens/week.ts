/** A kitchen's week at a glance: how each day stands, in words. Pure. */
import { addDays } from '@domain/days'
import type { Meal } from '@domain/meals/contract'
import type { Kitchen, Menu, MenuItem } from '@domain/meals/contract/kitchens'
import { momentsOf, mondayOf, opens } from '@domain/meals/serving'
import { sayDay, type Tone } from '@/ui'

/** past: its service is over; shut: not served; none: nothing planned; draft; published. */
export type DayState = 'past' | 'shut' | 'none' | 'draft' | 'published'
export interface PlannedDay {
  day: string
  menu?: Menu
  state: DayState
  /** Why it is shut. */
  why?: string
}

/** Weeks by how many after this one: -1 上周, 0 这周 ... */
export const WEEKS = [
  { value: '-1', label: '上周' },
  { value: '0', label: '这周' },
  { value: '1', label: '下周' },
  { value: '2', label: '下下周' },
] as const
export type Week = (typeof WEEKS)[number]['value']
export const weekName = (week: Week) => WEEKS.find(one => one.value === week)?.label ?? ''
export const mondayIn = (today: string, week: Week) => addDays(mondayOf(today), Number(week) * 7)

/** The seven days of a week for one meal. */
export function weekOf(kitchen: Kitchen, monday: string, meal: Meal, menus: Menu[], now: number): PlannedDay[] {
  return Array.from({ length: 7 }, (_, n): PlannedDay => {
    const day = addDays(monday, n)
    const menu = menus.find(one => one.day === day && one.meal === meal)
    const open = opens(kitchen, day, meal)
    if ('shut' in open) return { day, state: 'shut', why: open.shut, ...(menu ? { menu } : {}) }
    const over = now > momentsOf(kitchen, day, meal).to
    if (!menu) return { day, state: over ? 'past' : 'none' }
    return { day, menu, state: over ? 'past' : menu.published ? 'published' : 'draft' }
  })
}

/** The one sentence the page opens with. */
export function sayWeek(days: PlannedDay[], week: Week): string {
  const n = (state: DayState) => days.filter(one => one.state === state).length
  const name = weekName(week)
  if (n('draft') > 0) return `${n('draft')} 天排好了，还没发布`
  if (n('none') > 0) return n('published') > 0 ? `${name}还有 ${n('none')} 天没排` : `${name}的菜单还没排`
  if (n('published') > 0) return `${name}都排好、发布了`
  return days.some(one => one.menu) ? `${name}已经做完了` : `${name}没有开饭`
}

export const STATES: Record<DayState, { words: string; tone: Tone }> = {
  past: { words: '过了', tone: 'plain' },
  shut: { words: '不开', tone: 'plain' },
  none: { words: '没排', tone: 'bad' },
  draft: { words: '没发布', tone: 'warn' },
  published: { words: '已发布', tone: 'ok' },
}

const names = (items: MenuItem[], kinds: MenuItem['kind'][]) =>
  items.filter(one => kinds.includes(one.kind)).map(one => one.special ?? one.name)
/** 周四酸菜包子、酸菜白肉、清汤丸子: specials first, then what people come for. */
export function sayDishes(menu: Menu | undefined, most = 4): string {
  if (!menu || menu.items.length === 0) return '还没有菜'
  const special = menu.items.filter(one => one.special)
  const rest = menu.items.filter(one => !one.special)
  const all = [
    ...names(special, ['set', 'main', 'side', 'staple', 'soup', 'dessert']),
    ...names(rest, ['main']),
    ...names(rest, ['side', 'set']),
  ]
  return all.slice(0, most).join('、') + (menu.items.length > most ? ` 等 ${menu.items.length} 样` : '')
}

const sum = (menu: Menu | undefined, of: 'portions' | 'sold' | 'left' | 'held') =>
  (menu?.items ?? []).reduce((all, one) => all + one[of], 0)
export const totals = (menu: Menu | undefined) => ({
  portions: sum(menu, 'portions'),
  sold: sum(menu, 'sold'),
  held: sum(menu, 'held'),
  left: sum(menu, 'left'),
})

/** 周四 11月26日. */
export const sayDate = (day: string) => sayDay(day).split(' ').reverse().join(' ')
