/** The six figures a page of numbers opens with, what stands behind each, and the sentences of the charts. */
import { COLUMNS, type NumberColumn } from '@domain/meals/columns'
import type { Numbers, NumbersOf } from '@domain/meals/contract/numbers'
import { yuan } from '@domain/meals/money'
import { satisfaction } from '@domain/meals/rating'
import { count, sayDay } from '@/ui/say'

export interface Said {
  key: string
  label: string
  value: string
  note: string
  tone?: 'bad' | 'ok'
  /** What its table shows. */
  fields: NumberColumn['field'][]
}

export const sixOf = (sum: Numbers): Said[] => {
  const liked = satisfaction(sum)
  return [
    {
      key: 'covers',
      label: '吃上饭',
      value: `${count(sum.covers)} 份`,
      note: `${count(sum.people)} 个人`,
      fields: ['ordered', 'covers', 'people', 'guests'],
    },
    {
      key: 'free',
      label: '免费',
      value: `${count(sum.free)} 份`,
      note: `有补助 ${count(sum.subsidised)} 份`,
      fields: ['covers', 'free', 'subsidised'],
    },
    {
      ...{ key: 'ways', label: '送到家', value: `${count(sum.delivery)} 份`, fields: ['delivery', 'pickup', 'eatin'] },
      note: `来取 ${count(sum.pickup)}，在食堂吃 ${count(sum.eatin)}`,
    },
    {
      ...{ key: 'missed', label: '没人取', value: `${count(sum.missed)} 份`, fields: ['missed', 'explained', 'checks', 'waste'] },
      note: `上门看望 ${count(sum.checks)} 次，倒掉 ${count(sum.waste)} 份`,
      ...(sum.missed > 0 ? { tone: 'bad' as const } : {}),
    },
    {
      ...{
        key: 'liked',
        label: '满意',
        value: liked === undefined ? '还没人说' : `${liked}%`,
        fields: ['good', 'fair', 'bad', 'satisfaction'],
      },
      note: `好吃 ${count(sum.good)}，还行 ${count(sum.fair)}，不好 ${count(sum.bad)}`,
    },
    {
      ...{ key: 'money', label: '餐费', value: yuan(sum.total), fields: ['total', 'eater', 'government', 'enterprise', 'charity'] },
      note: `本人付 ${yuan(sum.eater)}，政府补 ${yuan(sum.government)}`,
    },
  ]
}
export const columnsOf = (fields: readonly NumberColumn['field'][]) =>
  fields.map(field => COLUMNS.find(one => one.field === field)).filter((one): one is NumberColumn => one !== undefined)

type Days = NumbersOf['days']
const busiest = (days: Days, of: (day: Numbers) => number) => days.reduce((best, one) => (of(one) > of(best) ? one : best), days[0])

/** 开饭 20 天，平均一天 45 份；最多的是 11月18日 周三，52 份。 */
export function coversSaid(days: Days): string {
  const cooking = days.filter(one => one.covers > 0)
  if (cooking.length === 0) return '还没有开饭的日子。'
  const all = cooking.reduce((sum, one) => sum + one.covers, 0)
  const best = busiest(cooking, one => one.covers)
  return `开饭 ${cooking.length} 天，平均一天 ${Math.round(all / cooking.length)} 份；最多的是${sayDay(best.day)}，${best.covers} 份。`
}
/** 没人取 3 份，上门看望 2 次，倒掉 12 份；倒得最多的是... */
export function lostSaid(sum: Numbers, days: Days): string {
  if (sum.missed + sum.waste + sum.checks === 0) return '没有饭没人取，也没有倒掉的。'
  const worst = busiest(days, one => one.missed + one.waste)
  return `没人取 ${sum.missed} 份，倒掉 ${sum.waste} 份；最多的是${sayDay(worst.day)}，没人取 ${worst.missed} 份，倒掉 ${worst.waste} 份。`
}
/** 餐费 540 元：本人付一半，政府补 ... */
export function paidSaid(sum: Numbers): string {
  if (sum.total === 0) return '还没有收过饭钱。'
  const part = (fen: number) => `${Math.round((fen / sum.total) * 100)}%`
  const parts = [
    ['本人付', sum.eater],
    ['政府补', sum.government],
    ['企业补', sum.enterprise],
    ['慈善补', sum.charity],
  ] as const
  const said = parts.filter(([, fen]) => fen > 0).map(([who, fen]) => `${who} ${part(fen)}`)
  return `餐费一共 ${yuan(sum.total)}，${said.join('，')}。`
}
