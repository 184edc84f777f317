/** The six figures a page of numbers opens with, and the sentences of the charts. */
import { COLUMNS, type FigureColumn } from '@domain/shifts/columns'
import type { Figures, Tally } from '@domain/shifts/contract/desk'
import { count, sayDay, sayMonth } from '@/ui/say'

type Field = FigureColumn['field']
export interface Said {
  key: string
  label: string
  value: string
  note: string
  tone?: 'bad' | 'ok'
  /** What its table shows. */
  fields: Field[]
}
/** Hours with one digit. */
export const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10
/** '706' from a hundred on, '32.5' below. */
const hours = (minutes: number) => {
  if (minutes >= 6000) return count(Math.round(minutes / 60))
  const [whole, rest] = String(hoursOf(minutes)).split('.')
  return rest ? `${count(Number(whole))}.${rest}` : count(Number(whole))
}
const share = (part: number, whole: number) => (whole === 0 ? '没有' : `${Math.round((part / whole) * 100)}%`)

export const sixOf = (sum: Tally): Said[] => [
  ...[{ key: 'hours', label: '时长', value: `${hours(sum.minutes)} 小时`, note: `来了 ${count(sum.came)} 人次` }].map(one => ({
    ...one,
    fields: ['minutes', 'came', 'people', 'guests'] as Field[],
  })),
  {
    key: 'people',
    label: '来帮忙的',
    value: `${count(sum.people)} 人`,
    note: `临时来的 ${count(sum.guests)} 人次`,
    fields: ['people', 'came', 'guests'],
  },
  {
    key: 'shifts',
    label: '班',
    value: `${count(sum.shifts)} 个`,
    note: `要 ${count(sum.need)} 人`,
    fields: ['shifts', 'need', 'filled', 'rate'],
  },
  {
    ...{ key: 'holes', label: '一直空着', value: `${count(sum.holes)} 个位子`, note: `补满 ${share(sum.filled, sum.need)}` },
    ...(sum.holes > 0 ? { tone: 'bad' as const } : {}),
    fields: ['need', 'filled', 'late', 'holes', 'rate'],
  },
  {
    ...{ key: 'absent', label: '没来', value: `${count(sum.absent)} 人次`, note: `前一天才补上 ${count(sum.late)} 个位子` },
    ...(sum.absent > 0 ? { tone: 'bad' as const } : {}),
    fields: ['absent', 'late', 'holes'],
  },
  { key: 'joined', label: '新来的', value: `${count(sum.joined)} 人`, note: '这段时间登记的', fields: ['joined', 'people'] },
]

export const columnsOf = (fields: readonly Field[]): FigureColumn[] =>
  fields.map(field => COLUMNS.find(one => one.field === field)).filter((one): one is FigureColumn => one !== undefined)

const said = (key: string, today: string) => (key.length === 7 ? sayMonth(key, today) : sayDay(key, today))
const most = (times: Figures['times'], of: (one: Tally) => number) =>
  times.reduce((best, one) => (of(one) > of(best) ? one : best), times[0])

/** 要 120 人，来了 112 人，补满 93%；空得最多的是11月18日 周三，缺 3 人。 */
export function filledSaid({ sum, times, today }: Figures): string {
  if (sum.need === 0) return '这段时间没有班。'
  const head = `要 ${count(sum.need)} 人，有人的 ${count(sum.filled)}，补满 ${share(sum.filled, sum.need)}`
  if (sum.holes === 0) return `${head}，没有空着的。`
  const worst = most(times, one => one.holes)
  return `${head}；空得最多的是${said(worst.key, today)}，缺 ${worst.holes} 人。`
}
/** 26 个人一共 340 小时；最多的是... */
export function cameSaid({ sum, times, today }: Figures): string {
  if (sum.minutes === 0) return '还没有记下时长。'
  const best = most(times, one => one.minutes)
  return `${count(sum.people)} 个人一共 ${hours(sum.minutes)} 小时；最多的是${said(best.key, today)}，${hours(best.minutes)} 小时。`
}
export function missedSaid({ sum }: Figures): string {
  if (sum.absent + sum.late === 0) return '报了名的都来了，也没有拖到前一天才补上的。'
  return `没来 ${count(sum.absent)} 人次，前一天才补上 ${count(sum.late)} 个位子。`
}
