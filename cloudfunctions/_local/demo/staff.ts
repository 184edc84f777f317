/** Who works in the demo community, and who of them can be tried with one tap. Phones of the range 1990000 are nobody's. */
import type { Role } from '@domain/contract'
import { COMMUNITY } from './places'

export interface Member {
  name: string
  phone: string
  role: Role
  scope: string
  /** The line under the name where demo people are chosen; without one they are not offered. */
  about?: string
}

const grid = (number: number) => `${COMMUNITY}00${number}`

/** The grid worker the demo is mostly about. */
export const WORKERS: Member[] = [
  { name: '周敏', phone: '19900000001', role: 'grid', scope: grid(1), about: '网格员，管第一网格的 80 户，看看今天该敲谁家的门' },
  { name: '吴强', phone: '19900000002', role: 'grid', scope: grid(2) },
  { name: '郑丽华', phone: '19900000003', role: 'grid', scope: grid(3) },
  { name: '冯涛', phone: '19900000004', role: 'grid', scope: grid(4) },
]

export const STAFF: Member[] = [
  { name: '刘芳', phone: '19900000011', role: 'community', scope: COMMUNITY, about: '社区工作者，管四个网格，处理敲门发现的事' },
  { name: '赵军', phone: '19900000012', role: 'street', scope: COMMUNITY.slice(0, 9), about: '街道工作人员，看各社区走访到没到位' },
  { name: '孙丽', phone: '19900000013', role: 'district', scope: COMMUNITY.slice(0, 6), about: '区里的工作人员，看全区的情况，定标签' },
  { name: '陈静', phone: '19900000014', role: 'security', scope: COMMUNITY.slice(0, 4), about: '管账号的人，给人安排和结束岗位' },
  { name: '何伟', phone: '19900000015', role: 'auditor', scope: COMMUNITY.slice(0, 4), about: '审计员，查谁在什么时候看过、改过什么' },
  { name: '张玉华', phone: '19900000031', role: 'kitchen', scope: COMMUNITY, about: '妈妈厨房的厨长，67 岁，排菜单、管今天的饭' },
  { name: '李娜', phone: '19900000016', role: 'volunteer', scope: COMMUNITY, about: '志愿者，中午给楼里的老人送饭' },
  {
    ...{ name: '孙桂英', phone: '19900000041', role: 'volunteer', scope: COMMUNITY },
    about: '志愿者，67 岁，妈妈厨房的主厨，二星，一周来好几次',
  },
  { name: '李玉珍', phone: '19900000042', role: 'volunteer', scope: COMMUNITY },
  { name: '何建国', phone: '19900000043', role: 'volunteer', scope: COMMUNITY },
  { name: '王淑琴', phone: '19900000044', role: 'lead', scope: COMMUNITY, about: '志愿队长，带“一块砖”和“九大妈”，点名、排班' },
]

/** 王大爷 lives alone in the first grid and signs in himself; his daughter acts for him, with his consent. */
export const RESIDENT = { name: '王福来', phone: '19900000021', born: '1938-03-12', about: '王大爷，88 岁，一个人住在 2 号楼' }
export const DAUGHTER = { name: '王秀兰', phone: '19900000022', relation: '女儿', about: '王大爷的女儿，替父亲办事（父亲同意了）' }
