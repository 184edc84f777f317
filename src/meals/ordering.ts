/** An order being made: what is chosen, kept on the phone; what it costs; sending it, and what happens when it is turned away. */
import type { TableDay } from '@domain/meals/contract/orders'
import { useEffect, useRef, useState } from 'react'
import { back, type Draft, useDeed, useDraft } from '@/platform'
import { toast } from '@/ui'
import { type Basket, type Chosen, chosenIn, chosenSlots, clashing, formOf, isFree, lacking, ofOrder } from './basket'
import { type Quotes, useQuotes } from './quotes'
import { keyOf } from './slots'
import { type AtTable, askAgain } from './table'
import { sayMeal } from './words'

export interface Ordering {
  at: AtTable
  /** The slot whose order is changed. */
  changing?: string
  /** The meal looked at. */
  slot?: TableDay
  look: (slot: string) => void
  chosen?: Chosen
  choose: (chosen: Chosen, slot?: TableDay) => void
  /** Everything chosen that can be ordered. */
  picked: TableDay[]
  of: (slot: TableDay) => Chosen
  quotes: Quotes
  draft: Draft<Basket>
  send: () => Promise<void>
  problem: string
  /** What was chosen here before and can no longer be ordered: its time has passed. */
  missed: TableDay[]
}

/** `asked` is the slot of the link; when it is ordered already, its order is changed. */
export function useOrdering(eater: string, at: AtTable, asked: string | undefined): Ordering {
  const { table, slots, now } = at
  const there = slots.find(slot => keyOf(slot) === asked)
  const changing = there?.order?.state === 'open' ? asked : undefined
  const draft = useDraft<Basket>(changing ? `meals/change/${changing}` : `meals/order/${eater}`, {})
  const [looked, look] = useState('')
  const [problem, setProblem] = useState('')
  const deed = useDeed()
  const free = slots.filter(one => isFree(one, now, changing))
  const slot = slots.find(one => keyOf(one) === looked) ?? there ?? free.find(one => at.shown.includes(one)) ?? free[0]
  const of = (one: TableDay): Chosen => {
    if (!table) return { lines: {}, way: 'delivery', pay: 'cash', note: '', accepted: [] }
    const begun = changing && one.order && !draft.value[keyOf(one)] ? ofOrder(one.order) : undefined
    return begun ?? chosenIn(draft.value, table, one)
  }
  const basket = Object.fromEntries(slots.map(one => [keyOf(one), of(one)]))
  const picked = draft.ready ? chosenSlots(slots, basket, now, changing) : []
  const forms = picked.map(one => formOf(one, of(one)))
  const quotes = useQuotes(eater, table ? forms : [])
  const missed = slots.filter(one => Object.keys(draft.value[keyOf(one)]?.lines ?? {}).length > 0 && !one.order && !picked.includes(one))

  const choose = (chosen: Chosen, which = slot) => {
    if (!which) return
    setProblem('')
    draft.set(was => ({ ...was, [keyOf(which)]: chosen }))
  }
  const finish = async (words: string, undo?: { order: string }) => {
    await draft.done()
    askAgain()
    toast(words, undo ? { act: { label: '撤销', do: () => takeBack(undo.order) } } : {})
    await back()
  }
  const takeBack = async (order: string) => {
    const did = await deed('meals.undo', { eater, order })
    if (did?.ok) toast('撤销了，和刚才之前一样')
    else if (did) toast(did.problem, { tone: 'bad' })
    askAgain()
  }
  const lost = useLost(slots, setProblem, () => finish('刚才那次已经订上了'))

  const send = async () => {
    const wrong = picked.map(one => trouble(one, of(one))).find(Boolean)
    if (wrong || !picked.length || !table) return setProblem(wrong ?? '先选一样菜')
    const order = changing ? there?.order : undefined
    const did = order
      ? await deed('meals.change', { eater, order: order.id, version: order.version, form: forms[0] })
      : await deed('meals.order', { eater, forms })
    if (!did) return
    if (!did.ok) {
      askAgain()
      if (did.code !== 'offline') return setProblem(did.problem)
      // "it is kept on the phone" is said when it is
      await draft.keep()
      return lost.note(picked, changing)
    }
    const placed = 'orders' in did.ok ? did.ok.orders[0] : did.ok
    const meals = picked.length > 1 ? `${picked.length} 顿` : sayMeal(picked[0].day, picked[0].meal, table.today)
    await finish(`${order ? '改好了' : '订上了'}：${meals}`, picked.length === 1 && placed.undoUntil ? { order: placed.id } : undefined)
  }
  return {
    ...{ at, changing, slot, look, choose, picked, of, quotes, draft, send, problem, missed },
    chosen: slot && draft.ready ? of(slot) : undefined,
  }
}

/** What stands in the way of sending, said before it is sent. */
function trouble(slot: TableDay, chosen: Chosen): string | undefined {
  const [short] = lacking(slot, chosen)
  if (short) return `${short.name}不够了，先改一下`
  const [clash] = clashing(slot, chosen)
  return clash ? `${clash.name}：${clash.clash}，先说一声怎么办` : undefined
}

/**
 * No answer came: the order may have arrived all the same. When the table says that all of it is ordered, it has; until then it can be sent again,
 * under the same key.
 */
function useLost(slots: readonly TableDay[], say: (problem: string) => void, arrived: () => unknown) {
  const waiting = useRef<{ keys: string[]; versions: (number | undefined)[] } | null>(null)
  const act = useRef(arrived)
  act.current = arrived
  useEffect(() => {
    const mine = waiting.current
    if (!mine) return
    const now = mine.keys.map(key => slots.find(slot => keyOf(slot) === key)?.order)
    if (!now.every((order, at) => order?.state === 'open' && order.version !== mine.versions[at])) return
    waiting.current = null
    void act.current()
  }, [slots])
  return {
    note(picked: readonly TableDay[], changing?: string) {
      waiting.current = { keys: picked.map(keyOf), versions: picked.map(slot => (changing ? slot.order?.version : undefined)) }
      say('没有信号，还没订上。选的都存在手机里，有信号了再点一次；不会自己去订，免得过了时间您以为订上了。急的话可以打电话订。')
    },
  }
}
