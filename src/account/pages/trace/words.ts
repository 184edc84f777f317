/** What operations are called by an auditor's table, and what they are about. */

/** What was done, and to what kind of thing; '' where the place says it. */
const DOING: { [operation: string]: readonly [done: string, about: string] } = {
  'account.request_code': ['要验证码', ''],
  'account.enter': ['登录', ''],
  'account.enter_demo': ['演示登录', ''],
  'account.bind': ['绑定微信', ''],
  'account.leave': ['退出登录', ''],
  'account.me': ['看自己的身份', ''],
  'account.helpers': ['看能找谁帮忙', ''],
  'account.demo_people': ['看演示人物', ''],
  'account.members': ['看人员名单', '人员'],
  'account.assign': ['安排岗位', '一个人的岗位'],
  'account.replace': ['安排代班', '一个人的岗位'],
  'account.end_membership': ['结束岗位', '一个人的岗位'],
  'account.link': ['对上住户资料', '一个账号'],
  'account.trace': ['看操作记录', ''],
  'meals.wards': ['看能替谁订餐', ''],
  'meals.eaters': ['找人替他订餐', '住户'],
  'people.divisions': ['看行政区划', ''],
  'people.place': ['看地名', ''],
  'people.grids': ['看网格', '网格'],
  'people.buildings': ['看楼', '网格'],
  'people.add_grid': ['建网格', '一个网格'],
  'people.rename_grid': ['改网格名', '一个网格'],
  'people.resize_grid': ['重划网格', '一个网格'],
  'people.tag_kinds': ['看有哪些标签', '标签'],
  'people.define_tag': ['定标签', '一个标签'],
  'people.households': ['看住户名单', '住户'],
  'people.search': ['找人', '住户'],
  'people.doors': ['找门牌', '住户'],
  'people.find_exact': ['按证件号或电话找人', '一位住户'],
  'people.household': ['看一户资料', '一户'],
  'people.add_household': ['加一户', '一户'],
  'people.correct_household': ['改门牌', '一户'],
  'people.move_household': ['换网格', '一户'],
  'people.end_household': ['注销一户', '一户'],
  'people.add_resident': ['加一个人', '一户'],
  'people.correct_resident': ['改个人资料', '一位住户'],
  'people.move_resident': ['迁到别户', '一位住户'],
  'people.end_resident': ['记迁出或去世', '一位住户'],
  'people.set_tag': ['加标签', '一位住户'],
  'people.end_tag': ['去标签', '一位住户'],
  'people.reveal': ['看证件号或电话', '一位住户'],
  'people.dial': ['打电话', '一位住户'],
  'people.consents': ['看家属同意', '一位住户'],
  'people.consent': ['记家属同意', '一位住户'],
  'people.end_consent': ['结束家属同意', '一位住户'],
  'people.changes': ['看改动记录', '住户'],
  'people.import_look': ['看一份台账能不能导', '一份台账'],
  'people.import_run': ['导入台账', '一份台账'],
  'people.import_job': ['看导入到哪了', '一份台账'],
  'people.import_jobs': ['看导入过哪些', '台账'],
  'people.import_cancel': ['停下导入', '一份台账'],
  'visits.today': ['看今天敲哪些门', '网格'],
  'visits.pack': ['把网格存进手机', '网格'],
  'visits.door': ['看一户', '一户'],
  'visits.log': ['记敲门', '一户'],
  'visits.correct': ['改敲门记录', '一次敲门'],
  'visits.timeline': ['看敲门记录', '一户'],
  'visits.matters': ['看要拿主意的事', ''],
  'visits.settle': ['办结一件事', '一件事'],
  'visits.coverage': ['看走访情况', ''],
  'notices.list': ['看通知', ''],
  'notices.read': ['读通知', '一条通知'],
  'files.file': ['存照片或表格', '一个文件'],
  'files.about': ['看文件说明', '一个文件'],
  'files.put': ['传文件', '一个文件'],
}
const FEATURES: { [feature: string]: string } = { account: '账号', people: '住户', visits: '敲门', notices: '通知', files: '文件' }

/** What an operation does, in plain words; one without words of its own is named by its feature, never by its code. */
export const doing = (operation: string): string => DOING[operation]?.[0] ?? `${FEATURES[operation.split('.')[0]] ?? '别的'}里的操作`

/** On what: the place, and what kind of thing there. Names of residents are not an auditor's to see. */
export const onWhat = (operation: string, place: string): string =>
  [place, DOING[operation]?.[1]].filter(Boolean).join('，') || '没有具体地方'

/** 128430 entries are 12.8 万条. */
export const entries = (n: number): string => (n < 10_000 ? `${n} 条` : `${Math.floor(n / 1000) / 10} 万条`)
