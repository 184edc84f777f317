/** Rules in words, for the people who make them and the people they decide about. */
import type { Condition, Effect } from './contract/rules'
import { KIND_WORDS } from './words'

export const EFFECT_WORDS: { [effect in Effect]: string } = { auto: '直接定下', ask: '队长点头', block: '先不让报' }
export const CONDITION_WORDS: { [what in Condition['what']]: string } = {
  ...{ kind: '哪一类班', role: '岗位', came: '来过的次数', missed: '近 90 天没来的次数', ahead: '提前几天报名' },
  ...{ age: '年龄', label: '标签', member: '是不是这个队的', first: '是不是头一次' },
}
const UNIT = { came: '次', missed: '次', ahead: '天', age: '岁' } as const
const ABOUT = { came: '来过', missed: '近 90 天没来', ahead: '提前', age: '' } as const

/** '近 90 天没来 2 次以上', '65 到 79 岁'. Both ends are included. */
function range(what: keyof typeof UNIT, least: number | undefined, most: number | undefined): string {
  const [about, unit] = [ABOUT[what] && `${ABOUT[what]} `, UNIT[what]]
  if (least !== undefined && most !== undefined) return least === most ? `${about}${least} ${unit}` : `${about}${least} 到 ${most} ${unit}`
  if (least !== undefined) return `${about}${least} ${unit}以上`
  return most !== undefined ? `${about}不超过 ${most} ${unit}` : `${CONDITION_WORDS[what]}不限`
}

/** One condition in words. */
export function saysCondition(it: Condition): string {
  switch (it.what) {
    case 'kind':
      return `${it.any.map(kind => KIND_WORDS[kind]).join('、')}的班`
    case 'role':
      return `岗位是${it.any.join('、')}`
    case 'label':
      return `有${it.any.join('、')}的标签`
    case 'member':
      return it.is ? '是这个队的' : '不是这个队的'
    case 'first':
      return it.is ? '头一次来' : '以前来过'
    default:
      return range(it.what, it.least, it.most)
  }
}
