/** What somebody asks for, held against the kitchen, the day's menu and their restrictions: an order worth writing, or a refusal that says why. */
import { clashesOf } from '@domain/meals/clash'
import type { Priced } from '@domain/meals/contract'
import type { Clash, Line, OrderForm } from '@domain/meals/contract/orders'
import { closedOn, MEAL_WORDS, momentsOf, opens } from '@domain/meals/serving'
import { notThere, refuse } from '../../_kit/refuse'
import type { Store, Tx } from '../../_kit/store/port'
import { broughtTo } from '../brought'
import { type DinerDoc, type KitchenDoc, type MenuDoc, slotId } from '../docs'
import { type Eater, eaterOn } from '../eaters'
import { priceFor } from '../prices/price'
import { routeFor } from '../rounds/route'

/** A form that can be ordered, with everything that is read outside the transaction. */
export interface Ready {
  form: OrderForm
  /** As the kitchen sees them: see ../brought. */
  who: Eater
  kitchen: KitchenDoc
  slot: string
  lines: Line[]
  /** Everything in it that clashes, also what was accepted. */
  clashes: Clash[]
  /** With the day's one subsidised meal; without it when it is used elsewhere. */
  price: Priced
  route?: string
  cutoff: number
}

/** Refuses what meals.order refuses, but for clashes, portions and the meal account. */
export async function readied(system: Pick<Store, 'get'>, eater: string, form: OrderForm, now: number): Promise<Ready> {
  const resident = await present(system, eater, form.day)
  const kitchen = await system.get<KitchenDoc>('kitchens', form.kitchen)
  if (!kitchen) throw notThere('meals', '这个厨房')
  const who = await broughtTo(system, kitchen, resident)
  await mustServe(system, kitchen, who, form)
  const { cutoff } = momentsOf(kitchen, form.day, form.meal)
  if (now >= cutoff) throw tooLate(form, cutoff, '可以订后面几天的')
  const slot = slotId(form.kitchen, form.day, form.meal)
  const menu = await system.get<MenuDoc>('menus', slot)
  const lines = linesOf(menu, form)
  const diner = await system.get<DinerDoc>('diners', eater)
  const clashes = clashesOf(
    diner,
    menu?.items ?? [],
    lines.map(line => line.dish),
  )
  const asking = { eater: who, kitchen, day: form.day, lines, way: form.way }
  const price = await priceFor(system, { ...asking, subsidised: true })
  const route = form.way === 'delivery' ? await routeFor(system, kitchen._id, who.building) : undefined
  return { form, who, kitchen, slot, lines, clashes, price, ...(route ? { route } : {}), cutoff }
}

/** meals.too_late, with what else can be done. */
export const tooLate = ({ day, meal }: Pick<OrderForm, 'day' | 'meal'>, cutoff: number, otherwise: string) =>
  refuse('meals.too_late', `${spokenDay(day)}的${MEAL_WORDS[meal]}到 ${clockOf(cutoff)} 就截止了，${otherwise}`, 'day')

/** '2026-11-21' -> '11月21日' */
export const spokenDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** A moment's time of day in Shanghai: '9:30'. */
export const clockOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(11, 16).replace(/^0/, '')

/** Somebody as of a day. Refuses meals.not_there, meals.gone. */
export async function present(system: Pick<Store, 'get'>, eater: string, day: string): Promise<Eater> {
  const who = await eaterOn(system, eater, day)
  if (!who) throw notThere('meals', '这位居民')
  if (!who.here) throw refuse('meals.gone', '这位居民已经不在这里住了，不能再订餐')
  return who
}

/** Refuses meals.not_served_here when the kitchen does not cook for them, that day, that way or at that point; meals.no_address. */
export async function mustServe(
  system: Pick<Store | Tx, 'get'>,
  kitchen: KitchenDoc,
  who: Eater,
  { day, meal, way, point }: Pick<OrderForm, 'day' | 'meal' | 'way' | 'point'>,
): Promise<void> {
  const not = (words: string, at: string) => refuse('meals.not_served_here', words, at)
  if (!servesHome(kitchen, who.home)) throw not(`${kitchen.name}不给这个社区做饭，请换一家`, 'kitchen')
  if (kitchen.kind === 'point' || kitchen.kind === 'drop') throw not(`${kitchen.name}是取餐的地方，请在做饭的厨房订，取餐选这里`, 'kitchen')
  if (!kitchen.ways.includes(way))
    throw not(way === 'delivery' ? `${kitchen.name}不送餐，请选来取或在食堂吃` : `${kitchen.name}现在只送餐`, 'way')
  const opening = opens(kitchen, day, meal)
  if ('shut' in opening) throw not(`${kitchen.name}这天不供餐：${opening.shut}，请换一天`, 'day')
  if (way === 'delivery' && !who.door) throw refuse('meals.no_address', '还不知道送到哪儿，请先请社区登记门牌', 'way')
  if (point === undefined) return
  const at = await system.get<KitchenDoc>('kitchens', point)
  if (!at || at.parent !== kitchen._id || (at.ended && at.ended < day)) throw not('这个取餐的地方不归这个厨房了，请换一个', 'point')
  const closed = closedOn(at, day)
  if (closed !== undefined) throw not(`${at.name}这天不开：${closed}，请换一个地方取，或者换一天`, 'point')
}

/** Whether a kitchen cooks for somebody who lives in this grid. */
export const servesHome = ({ community, serves }: Pick<KitchenDoc, 'community' | 'serves'>, home: string) =>
  [community, ...serves].includes(home.slice(0, 12))

/** The order's lines at the day's prices, each dish once. Refuses meals.not_on_menu. */
export function linesOf(menu: MenuDoc | null, form: Pick<OrderForm, 'lines'>): Line[] {
  if (!menu?.published) throw refuse('meals.not_on_menu', '这一餐的菜单还没有出来，出来以后再订', 'day')
  const quantities = new Map<string, number>()
  for (const { dish, quantity } of form.lines) quantities.set(dish, (quantities.get(dish) ?? 0) + quantity)
  return [...quantities].map(([dish, quantity]) => {
    const item = menu.items.find(one => one.dish === dish)
    if (!item) throw refuse('meals.not_on_menu', '这道菜不在这一餐的菜单上了，请重新选菜', 'lines')
    return { dish, name: item.name, kind: item.kind, quantity, price: item.price }
  })
}

/** Refuses meals.clash while a clashing dish is not accepted by name; says what the kitchen gives instead. */
export function mustAgree({ clashes, form }: Pick<Ready, 'clashes' | 'form'>): void {
  const open = clashes.filter(one => !form.accepted?.includes(one.dish))
  if (open.length === 0) return
  const said = open.map(one => `${one.name}${one.why}${one.instead ? `，可以换成${one.instead.name}` : ''}`)
  throw refuse('meals.clash', `${said.join('；')}。要是还想要，请确认一次`, 'lines')
}
