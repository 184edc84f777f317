/** What the codes of the volunteers' service are called on screens and in refusals. */
import type { Kind, PaperKind, SignState, Skill } from './contract/base'
import type { HourWhat } from './contract/hourwords'

export const KIND_WORDS: { [kind in Kind]: string } = {
  ...{ kitchen: '厨房', visit: '陪着走访', escort: '陪诊', errand: '跑腿', patrol: '平安守望', class: '上课', event: '活动' },
  ...{ repair: '维修', other: '别的' },
}
export const SKILL_WORDS: { [skill in Skill]: string } = {
  ...{ cook: '做饭', cut: '切配', carry: '走着送饭', bike: '骑车', drive: '开车', shop: '采买', care: '照护', haircut: '理发' },
  ...{ repair: '水电维修', teach: '教课', phone: '教手机', write: '写字记账', photo: '拍照', sing: '文艺', mediate: '调解' },
  ...{ patrol: '巡逻', sign: '手语' },
}
export const PAPER_WORDS: { [paper in PaperKind]: string } = {
  ...{ health: '健康证', hygiene: '食品安全培训证', driving: '驾驶证', electrician: '电工证', nursing: '护理证', first_aid: '急救证' },
  ...{ guardian: '监护人同意书', other: '其他证件' },
}
/** How a line of the hours' ledger came to be. */
export const HOUR_WORDS: { [what in HourWhat]: string } = {
  ...{ counted: '签到签退', recounted: '点名更正', added: '补记', corrected: '更正', voided: '作废', imported: '平台导入' },
}
/** '3 小时', '1 小时 30 分', '45 分钟'. */
export function sayMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}
/** What a sign-up is, in a word or two. */
export const SIGN_WORDS: { [state in SignState]: string } = {
  ...{ asked: '等队长点头', on: '定了', waiting: '排着队', offered: '轮到您了', off: '退了', declined: '没安排上' },
  ...{ expired: '没来得及答', passed: '这次没排上', cancelled: '班取消了', given: '换给别人了' },
}
/** A reason said to somebody ("您的健康证过期了"), as it is said about them to whoever leads. */
export const saidOf = (why: string): string => why.replace(/您/g, '本人')
