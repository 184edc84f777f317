/** What is said on the screens of a meal nobody took. */
import { clockOf } from '@domain/meals/checkwords'
import type { Check, RungView } from '@domain/meals/contract/checks'
import { FAST, NORMAL, type Result, type Rung } from '@domain/meals/ladder'

export const RUNG_TITLES: { [R in Rung]: string } = {
  call: '给本人打电话',
  neighbour: '找楼长、邻居去看',
  knock: '网格员敲门',
  family: '联系家里人',
  duty: '社区上门，叫 120、110',
}
/** "正在…": what a list says of the highest rung open. */
export const RUNG_NOW: { [R in Rung]: string } = {
  call: '该打电话',
  neighbour: '该找楼长、邻居',
  knock: '该去敲门',
  family: '该找家里人',
  duty: '社区该上门',
}
export const RUNG_SHORT: { [R in Rung]: string } = {
  call: '打电话',
  neighbour: '楼长、邻居',
  knock: '敲门',
  family: '家里人',
  duty: '社区、120',
}
/** What may have come of it, the good one first. */
export const RESULTS: { [R in Rung]: { value: Result; label: string }[] } = {
  call: [
    { value: 'well', label: '接了，人没事' },
    { value: 'worrying', label: '接了，听着不放心' },
    { value: 'no_answer', label: '没人接' },
    { value: 'told', label: '等回话' },
  ],
  neighbour: [
    { value: 'well', label: '见到人，没事' },
    { value: 'worrying', label: '见到人，不放心' },
    { value: 'no_answer', label: '没见到人' },
    { value: 'told', label: '答应去看了' },
  ],
  knock: [
    { value: 'well', label: '见到人，没事' },
    { value: 'worrying', label: '见到人，不放心' },
    { value: 'no_answer', label: '没人应' },
    { value: 'told', label: '正在去的路上' },
  ],
  family: [
    { value: 'well', label: '知道在哪，没事' },
    { value: 'worrying', label: '家里也不放心' },
    { value: 'no_answer', label: '没联系上' },
    { value: 'told', label: '家里人正想办法' },
  ],
  duty: [
    { value: 'well', label: '见到人，没事' },
    { value: 'worrying', label: '见到人，不放心' },
    { value: 'no_answer', label: '门开不了' },
    { value: 'told', label: '叫了 120 或 110' },
  ],
}

/** "王奶奶的饭没人取" for the heading. */
export const headingOf = ({ call, meals }: Check): string => {
  const why = meals[meals.length - 1]?.why
  if (why === 'worrying') return `${call}看着不放心`
  return why === 'no_answer' ? `${call}家没人应` : `${call}的饭没人取`
}
const RUNG_NEXT: { [R in Rung]: string } = { ...RUNG_TITLES, knock: '请网格员敲门', duty: '由社区上门' }
/** "12:40 找楼长、邻居", the next thing that happens by itself. */
export function nextWords(check: Check): string {
  const next = check.rungs.find(one => !one.open)
  return next && check.next ? `${clockOf(check.next)} 还没找到，就${RUNG_NEXT[next.rung]}` : '每一步都开始了，找到为止'
}
/** "12:30 起", and "到 12:40" while it is waited for. */
export const whenOf = ({ open, from, until, steps }: RungView): string =>
  open ? (steps.length || !until ? `${clockOf(from)} 起` : `${clockOf(from)} 起，等到 ${clockOf(until)}`) : `${clockOf(from)} 开始`

export const LIMIT_TITLES: { [R in Rung]: string } = {
  call: '打电话以后，等多久找楼长、邻居',
  neighbour: '找楼长、邻居以后，等多久去敲门',
  knock: '敲门以后，等多久找家里人',
  family: '找家里人以后，等多久社区上门',
  duty: '社区上门以后，隔多久再提醒',
}
export { FAST, NORMAL }
