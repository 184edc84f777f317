/** What the volunteers of the demo community do, week after week, and who of them does what. */
import type { SeriesForm } from '@domain/shifts/contract/plan'

/** A weekly shift and, role by role, those who take it in turns. */
export interface Plan {
  key: string
  form: SeriesForm
  crew: { [role: string]: string[] }
}
const withdraw = 12
const base = { note: '', withdraw, skipped: [] }

export const COOKS = ['孙桂英', '李玉珍', '赵素珍', '马凤兰', '刘玉梅', '杨淑芬']
export const CUTTERS = ['陈桂兰', '吴凤霞', '郑秀英', '冯玉兰', '蒋桂荣', '周惠敏']
export const WATCH = ['高文山', '许宝山', '曹振华', '唐志强', '彭永刚', '何建国']

/** Six for the lunch of every day: two cooks with a health certificate, two who cut, two who carry a route each. */
export const lunch = (kitchen: string): Plan => ({
  key: 'lunch',
  form: {
    ...{ ...base, kind: 'kitchen', title: '妈妈厨房做午饭', place: { name: '妈妈厨房，5 号楼一层' }, kitchen, meal: 'lunch' },
    ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: '08:30', to: '12:30', note: '围裙、帽子厨房有，手表戒指请摘下来' },
    roles: [
      { id: 'cook', name: '主厨', need: 2, paper: 'health', skill: 'cook', heavy: true },
      { id: 'cut', name: '切配', need: 2, skill: 'cut' },
      { id: 'r1', name: '送餐前院', need: 1, route: 'r1' },
      { id: 'r2', name: '送餐东院', need: 1, route: 'r2' },
    ],
  },
  crew: { cook: COOKS, cut: CUTTERS, r1: ['李娜', '韩晓燕'], r2: ['邓春玲', '彭永刚'] },
})

export const patrol = (team: string): Plan => ({
  key: 'patrol',
  form: {
    ...{ ...base, kind: 'patrol', title: '平安守望', place: { name: '社区大门口集合' }, team },
    ...{ weekdays: [2, 4, 6], from: '18:30', to: '20:00', note: '红袖标在门卫室' },
    roles: [{ id: 'walk', name: '巡逻', need: 4 }],
  },
  crew: { walk: WATCH },
})

export const LESSON: Plan = {
  key: 'lesson',
  form: {
    ...{ ...base, kind: 'class', title: '手机课', place: { name: '社区活动室' }, weekdays: [3], from: '14:00', to: '15:30' },
    roles: [
      { id: 'teach', name: '讲课', need: 1, skill: 'phone' },
      { id: 'sit', name: '坐旁边手把手', need: 2 },
    ],
  },
  crew: { teach: ['田立新', '周惠敏'], sit: ['韩晓燕', '李娜', '沈雅琴'] },
}
export const MENDING: Plan = {
  key: 'mending',
  form: {
    ...{ ...base, kind: 'repair', title: '小修小补', place: { name: '3 号楼车棚' }, weekdays: [6], from: '09:00', to: '11:00' },
    roles: [{ id: 'mend', name: '维修', need: 2, skill: 'repair' }],
  },
  crew: { mend: ['曹振华', '梁德顺', '许宝山'] },
}
