/** What things of the kitchen are called on screens. */
import type { DishKind, Meal, Pay, Payers, Priced, Texture, Way } from '@domain/meals/contract'
import type { Order } from '@domain/meals/contract/orders'
import { MEAL_WORDS } from '@domain/meals/serving'
import type { InferOutput } from 'valibot'
import type { Tone } from '@/ui'
import { clock, dayOf, daysBetween, money, sayDay, weekday } from '@/ui/say'

type Kind = InferOutput<typeof DishKind>
export const MEALS: Record<Meal, string> = MEAL_WORDS
export const WAYS: Record<Way, string> = { delivery: '送到家', pickup: '自己来取', eatin: '在食堂吃' }
export const PAYS: Record<Pay, string> = { cash: '当面付', account: '用饭卡', bill: '月结' }
export const KINDS: Record<Kind, string> = { set: '套餐', main: '主菜', side: '配菜', staple: '主食', soup: '汤', dessert: '点心' }
export const TEXTURES: Record<Texture, string> = {
  soft: '软烂',
  less_salt: '少盐',
  less_oil: '少油',
  less_sugar: '少糖',
  liquid: '流食',
}
export const AWAYS = { pause: '暂时不用', hospital: '住院', travel: '出门', children: '去孩子家', other: '别的' } as const

/** 今天, 明天, 后天, 周四 within a week, else the date. */
export function sayNextDay(day: string, today: string): string {
  const days = daysBetween(today, day)
  if (days >= 0 && days < 3) return ['今天', '明天', '后天'][days]
  return days > 0 && days < 7 ? weekday(day) : sayDay(day, today)
}

/** 明天 11月25日; 12月1日 周二 where the near name says the date already. */
export function sayDate(day: string, today: string): string {
  const near = sayNextDay(day, today)
  const [, month, date] = day.split('-').map(Number)
  return near.includes('月') ? near : `${near} ${month}月${date}日`
}

/** 今天的午饭. */
export const sayMeal = (day: string, meal: Meal, today: string) => `${sayNextDay(day, today)}的${MEALS[meal]}`

interface Counted {
  name: string
  quantity: number
}
/** 黄瓜馅蒸饺、小米粥 2 份. */
export const sayLines = (lines: readonly Counted[]) =>
  lines.map(({ name, quantity }) => (quantity > 1 ? `${name} ${quantity} 份` : name)).join('、')

const HOUR = 3_600_000
/** 还有 40 分钟, 还有 2 小时; '' when it is further away than three hours. */
export function sayLeft(until: number, now: number): string {
  const left = until - now
  if (left > 3 * HOUR) return ''
  if (left <= 0) return '时间过了'
  const minutes = Math.ceil(left / 60_000)
  return minutes < 100 ? `还有 ${minutes} 分钟` : `还有 ${Math.round(minutes / 60)} 小时`
}

/** 今天 09:30, 周四 09:30. */
export const sayMoment = (at: number, today: string) => `${sayNextDay(dayOf(at), today)} ${clock(at)}`

/** 今天 09:30 截止，还有 40 分钟. */
export function sayCutoff(cutoff: number, now: number): string {
  const today = dayOf(now)
  const left = sayLeft(cutoff, now)
  const at = `${dayOf(cutoff) === today ? '' : `${sayNextDay(dayOf(cutoff), today)} `}${clock(cutoff)} 截止`
  return left ? `${at}，${left}` : at
}

/** 自己付 5 元, 不收钱. What the eater bears. */
export const sayOwn = ({ total, payers }: Pick<Priced, 'total' | 'payers'>) =>
  payers.eater === 0 ? '不收钱' : payers.eater === total ? money(total) : `自己付 ${money(payers.eater)}`

const OTHERS: [keyof Payers, string][] = [
  ['government', '政府'],
  ['enterprise', '企业'],
  ['charity', '慈善'],
]
/** Who bears the rest: 原价 15 元，政府出 6 元，慈善出 4 元. '' when nobody does. */
export function sayOthers({ total, payers }: Pick<Priced, 'total' | 'payers'>): string {
  const parts = OTHERS.filter(([who]) => payers[who] > 0).map(([who, name]) => `${name}出 ${money(payers[who])}`)
  return parts.length ? [`原价 ${money(total)}`, ...parts].join('，') : ''
}

/** Why it costs this, without who bears the rest: 80 到 89 岁，便宜 3 元. */
export const sayWhy = ({ why }: Pick<Priced, 'why'>) =>
  why.replace(/[，；]?(政府|企业|慈善)(、(政府|企业|慈善))*(一起出|出( [\d.]+ 元)?)/g, '')

/** 不收钱，90 岁以上免费. */
export const sayPrice = (price: Priced) => [sayOwn(price), sayWhy(price)].filter(Boolean).join('，')

/** An order's tag: what became of it. */
export function sayState({ state, way }: Pick<Order, 'state' | 'way'>): { tone: Tone; words: string } {
  if (state === 'open') return { tone: 'ok', words: '已订' }
  if (state === 'failed') return { tone: 'warn', words: '没人应门' }
  if (state === 'cancelled') return { tone: 'plain', words: '取消了' }
  if (state === 'explained') return { tone: 'plain', words: '没吃，说好了' }
  if (state === 'missed') return { tone: 'bad', words: '没人取' }
  return { tone: 'ok', words: { delivery: '送到了', pickup: '取走了', eatin: '吃过了' }[way] }
}

const KIN: [RegExp, him: string, her: string][] = [
  [/^(孙|孙子|孙女)$/, '爷爷', '奶奶'],
  [/外孙/, '姥爷', '姥姥'],
  [/儿媳|媳妇/, '公公', '婆婆'],
  [/女婿/, '岳父', '岳母'],
  [/女儿|儿子|闺女/, '爸爸', '妈妈'],
  [/妻|夫|老伴|爱人|配偶/, '老伴', '老伴'],
]
/** What somebody calls the one they order for: the daughter of 王大爷 says 爸爸. The name stays when the relation says nothing. */
export function kinOf(relation: string | undefined, call: string): string {
  const found = relation ? KIN.find(([pattern]) => pattern.test(relation)) : undefined
  if (!found || !/(大爷|爷爷|先生|大娘|奶奶|女士)$/.test(call)) return call
  return /(大爷|爷爷|先生)$/.test(call) ? found[1] : found[2]
}
