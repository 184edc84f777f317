/** How one meal of one day stands for an eater, and which of them matters now. */
import type { Meal } from '@domain/meals/contract'
import type { Table, TableDay } from '@domain/meals/contract/orders'
import { momentAt } from '@domain/meals/serving'
import type { Tone } from '@/ui'
import { dayOf } from '@/ui/say'
import { MEALS, sayLeft, sayMeal, sayNextDay, sayState } from './words'

/** ordered and what became of it; usual: a standing order will make it; away: paused; open: to be ordered; full: all sold; over, later, shut: cannot be. */
export type Stand = 'ordered' | 'failed' | 'taken' | 'ended' | 'cancelled' | 'usual' | 'away' | 'open' | 'full' | 'over' | 'later' | 'shut'

const OF_ORDER = { open: 'ordered', failed: 'failed', taken: 'taken', cancelled: 'cancelled', explained: 'ended', missed: 'ended' } as const

/** How a meal stands at a moment; the time to order may have passed since it was asked for. */
export function standOf(slot: TableDay, now: number): Stand {
  const { order, state, cutoff, items } = slot
  if (order) return OF_ORDER[order.state]
  if (slot.away) return 'away'
  if (slot.expected) return 'usual'
  if (state === 'open' && cutoff <= now) return 'over'
  if (state !== 'open') return state
  return items.some(item => item.left > 0) ? 'open' : 'full'
}

/** Whether a meal can be ordered, ordered anew or changed now. */
export function mayOrder({ order, state, cutoff }: TableDay, now: number): boolean {
  if (order && order.state !== 'cancelled') return order.state === 'open' && order.changeUntil > now
  return state === 'open' && cutoff > now
}

export const keyOf = ({ kitchen, day, meal }: Pick<TableDay, 'kitchen' | 'day' | 'meal'>) => `${kitchen}|${day}|${meal}`
/** When it is no longer served, ms. */
export const endOf = ({ day, to }: Pick<TableDay, 'day' | 'to'>) => momentAt(day, to)

const ORDER: Meal[] = ['breakfast', 'lunch', 'dinner']
export const inOrder = (one: TableDay, other: TableDay) =>
  one.day === other.day ? ORDER.indexOf(one.meal) - ORDER.indexOf(other.meal) : one.day < other.day ? -1 : 1

/** One slot a meal and day: the one with an order, else the first kitchen's that can be ordered, else the first. */
export function oneEach(days: readonly TableDay[], kitchen?: string): TableDay[] {
  const best = new Map<string, TableDay>()
  const rank = (slot: TableDay) =>
    (slot.order && slot.order.state !== 'cancelled' ? 0 : slot.expected ? 1 : slot.kitchen === kitchen ? 2 : 3) * 10 +
    (slot.state === 'open' ? 0 : 1)
  for (const slot of days) {
    const was = best.get(`${slot.day}|${slot.meal}`)
    if (!was || rank(slot) < rank(was)) best.set(`${slot.day}|${slot.meal}`, slot)
  }
  return [...best.values()].sort(inOrder)
}

const LIVELY: Stand[] = ['ordered', 'failed', 'usual', 'open', 'full', 'away']
/** The meal that matters now: the next one today that is not behind us, else the last one of today, else the next one that can be had. */
export function focusOf(slots: readonly TableDay[], now: number): TableDay | undefined {
  const today = dayOf(now)
  const mine = slots.filter(slot => slot.day === today && slot.state !== 'shut')
  const next = mine.find(slot => LIVELY.includes(standOf(slot, now)) && endOf(slot) > now)
  const had = [...mine].reverse().find(slot => slot.order)
  return next ?? had ?? slots.find(slot => slot.day > today && LIVELY.includes(standOf(slot, now))) ?? mine[mine.length - 1]
}

/** The next meal after a slot that nobody ordered yet and that can be. */
export const nextOpen = (slots: readonly TableDay[], after: TableDay | undefined, now: number) =>
  slots.find(slot => slot !== after && (!after || inOrder(after, slot) < 0) && standOf(slot, now) === 'open')

/** What a slot's tag says. */
export function tagOf(slot: TableDay, now: number): { tone: Tone; words: string } {
  const stand = standOf(slot, now)
  if (slot.order) return sayState(slot.order)
  const tags: Partial<Record<Stand, { tone: Tone; words: string }>> = {
    usual: { tone: 'ok', words: '常订' },
    away: { tone: 'plain', words: '停着' },
    open: { tone: 'info', words: '可以订' },
    full: { tone: 'warn', words: '订完了' },
    over: { tone: 'plain', words: '过了时间' },
    later: { tone: 'plain', words: '菜单还没出' },
    shut: { tone: 'plain', words: '不开' },
  }
  return tags[stand] ?? { tone: 'plain', words: '' }
}

const NOON: Record<Meal, string> = { breakfast: '早上', lunch: '中午', dinner: '晚上' }
/** From here on the page opens with the time that is left, ms. */
const SOON = 2 * 3_600_000

/** The first sentence of the page: 今天的午饭，已订. `who` is said when it is somebody else's: 爸爸. */
export function headingOf(slot: TableDay | undefined, now: number, who = ''): string {
  if (!slot) return '这几天没有开饭'
  const today = dayOf(now)
  const meal = `${who}${sayMeal(slot.day, slot.meal, today)}`
  const stand = standOf(slot, now)
  if (stand === 'ordered') return `${meal}，已订`
  if (stand === 'usual') return `${meal}，常订着`
  if (stand === 'taken' || stand === 'failed') return `${meal}，${sayState(slot.order as { state: 'taken'; way: 'delivery' }).words}`
  if (stand === 'ended') return `${meal}，没吃上`
  if (stand === 'away') return `${who}这几天停着，不送饭`
  if (stand === 'full') return `${meal}，订完了`
  if (stand === 'open' && slot.cutoff - now < SOON) return `${who}${MEALS[slot.meal]}还能订${sayLeft(slot.cutoff, now).replace('还有', '')}`
  if (stand === 'open') return `${who}${sayNextDay(slot.day, today)}${NOON[slot.meal]}吃什么`
  if (stand === 'cancelled') return `${meal}，取消了`
  return `${meal}，过了订的时间`
}

/** The kitchen an eater orders from: that of the usual, of a standing order, else the first that brings meals home, else the first. */
export function kitchenOf({ usual, standings, kitchens }: Table): string | undefined {
  const brings = kitchens.find(one => one.ways.includes('delivery')) ?? kitchens[0]
  return usual?.form.kitchen ?? standings[0]?.kitchen ?? brings?.id
}

/** The meal an eater has most: that of the usual, of a standing order, else lunch where it is served. */
export function mealOf({ usual, standings }: Table, slots: readonly TableDay[]): Meal {
  const lunch = slots.some(slot => slot.meal === 'lunch') ? 'lunch' : slots[0]?.meal
  return usual?.form.meal ?? standings[0]?.meal ?? lunch ?? 'lunch'
}

/** What a week shows: the meal one has most, and any other that is ordered or will be. */
export const shownOf = (slots: readonly TableDay[], meal: Meal) => slots.filter(slot => slot.meal === meal || slot.order || slot.expected)
