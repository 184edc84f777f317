/** Donations in words, and what lies in the stock for them. */
import type { Unit } from './contract/base'
import type { DonationForm, Goods } from './contract/table'
import { yuan } from './money'

type Given = Pick<DonationForm, 'money' | 'goods'>
/** How a unit is said, and how much of the stock's unit it is. Bags and boxes are counted: nobody has weighed them. */
export const GIVEN_UNITS: { [U in Goods['unit']]: { words: string; unit: Unit; times: number } } = {
  jin: { words: '斤', unit: 'g', times: 500 },
  kg: { words: '公斤', unit: 'g', times: 1000 },
  g: { words: '克', unit: 'g', times: 1 },
  l: { words: '升', unit: 'ml', times: 1000 },
  ml: { words: '毫升', unit: 'ml', times: 1 },
  piece: { words: '个', unit: 'piece', times: 1 },
  bag: { words: '袋', unit: 'piece', times: 1 },
  box: { words: '箱', unit: 'piece', times: 1 },
}
/** In the stock's unit, to the hundredth. */
export const inStock = ({ quantity, unit }: Pick<Goods, 'quantity' | 'unit'>): { unit: Unit; amount: number } => ({
  unit: GIVEN_UNITS[unit].unit,
  amount: Math.round(quantity * GIVEN_UNITS[unit].times * 100) / 100,
})

/** '200 元', '大米 50 斤'. */
export const givenSaid = ({ money, goods }: Given) =>
  goods ? `${goods.item} ${goods.quantity} ${GIVEN_UNITS[goods.unit].words}` : yuan(money ?? 0)
/** What is said when nobody wrote a line of thanks. */
export const thanksFor = ({ goods }: Given) => (goods ? '东西收到了，做成饭菜端上桌，谢谢您' : '钱记在账上，都用在老人的饭菜里，谢谢您')
