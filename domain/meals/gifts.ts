/** Donations in words. */
import type { DonationForm } from './contract/table'
import { yuan } from './money'

type Given = Pick<DonationForm, 'money' | 'goods'>
/** '200 元', '大米 50 斤'. */
export const givenSaid = ({ money, goods }: Given) => (goods ? `${goods.item} ${goods.quantity} ${goods.unit}` : yuan(money ?? 0))
/** What is said when nobody wrote a line of thanks. */
export const thanksFor = ({ goods }: Given) => (goods ? '东西收到了，做成饭菜端上桌，谢谢您' : '钱记在账上，都用在老人的饭菜里，谢谢您')
