/** A kitchen as it is typed in. Pure. */
import type { Meal, Way } from '@domain/meals/contract'
import type { Kitchen, KitchenForm, Serving } from '@domain/meals/contract/kitchens'
import { MEALS, timesWrong } from '@domain/meals/serving'

export interface House extends Omit<KitchenForm, 'servings' | 'phone' | 'parent'> {
  phone: string
  parent: string
  /** Every meal, served or not. */
  servings: Record<Meal, Omit<Serving, 'meal'> & { on: boolean }>
}

const USUAL: House['servings'] = {
  breakfast: { on: false, from: '07:00', to: '08:30', cutoff: '18:00', before: 1 },
  lunch: { on: true, from: '11:00', to: '12:30', cutoff: '09:30', before: 0 },
  dinner: { on: false, from: '17:00', to: '18:30', cutoff: '15:00', before: 0 },
}
export const NEW_HOUSE: House = {
  ...{ name: '', kind: 'kitchen', address: '', phone: '', parent: '', weekdays: [1, 2, 3, 4, 5], servings: USUAL },
  ...{ holidays: [], serves: [], ways: ['delivery', 'pickup', 'eatin'] },
}
export const KIND_WORDS: Record<KitchenForm['kind'], string> = {
  kitchen: '社区厨房',
  canteen: '食堂',
  central: '中央厨房',
  point: '助餐点',
  drop: '配送点',
}
export const WAYS: Way[] = ['delivery', 'pickup', 'eatin']
export const isPointKind = (kind: KitchenForm['kind']) => kind === 'point' || kind === 'drop'

export const houseOf = ({
  id: _,
  community: __,
  ended: ___,
  version: ____,
  phone = '',
  parent = '',
  servings,
  ...kitchen
}: Kitchen): House => ({
  ...{ ...kitchen, phone, parent },
  servings: Object.fromEntries(
    MEALS.map(meal => {
      const { meal: _meal, ...known } = servings.find(one => one.meal === meal) ?? { ...USUAL[meal], meal }
      return [meal, { ...known, on: servings.some(one => one.meal === meal) }]
    }),
  ) as House['servings'],
})

export function formOf({ phone, parent, servings, ...house }: House): KitchenForm {
  const point = isPointKind(house.kind)
  return {
    ...house,
    servings: point ? [] : MEALS.flatMap(meal => (servings[meal].on ? [servingOf(meal, servings[meal])] : [])),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
    ...(point && parent ? { parent } : {}),
  }
}
const servingOf = (meal: Meal, { from, to, cutoff, before }: House['servings'][Meal]): Serving => ({ meal, from, to, cutoff, before })

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
/** What has to be put right before it can be saved, by part. */
export function wrong(house: House): {
  name?: string
  address?: string
  parent?: string
  weekdays?: string
  times?: string
  ways?: string
} {
  const form = formOf(house)
  const point = isPointKind(house.kind)
  const times = form.servings.flatMap(({ from, to, cutoff }) => [from, to, cutoff])
  const unclear = times.some(one => !CLOCK.test(one)) ? '时间写成 09:30 这样' : !point && !times.length ? '至少开一餐' : undefined
  const found = {
    name: house.name.trim() ? undefined : '请写厨房叫什么',
    address: house.address.trim() ? undefined : '请写在哪里，取餐的人要找得到',
    parent: point && !house.parent ? '请选饭从哪个中央厨房来' : undefined,
    weekdays: house.weekdays.length ? undefined : '至少选一天',
    times: unclear ?? timesWrong(form),
    ways: house.ways.length ? undefined : '至少选一样',
  }
  return Object.fromEntries(Object.entries(found).filter(([, words]) => words))
}
/** 11:00 到 12:30 开饭，当天 09:30 前订. */
export const sayServing = ({ from, to, cutoff, before }: Omit<Serving, 'meal'>) =>
  `${from} 到 ${to}，${before ? (before === 1 ? '前一天' : `提前 ${before} 天`) : '当天'} ${cutoff} 前订`
