/** How an import is spoken of. */
import type { Field, ImportJob } from '@domain/people/importing'
import { ago } from '@/ui'

export const FIELD_WORDS: Record<Field, string> = {
  name: '姓名',
  idNumber: '身份证号',
  sex: '性别',
  born: '出生日期',
  age: '年龄',
  phone: '电话',
  relation: '与户主关系',
  area: '小区',
  building: '楼号',
  unit: '单元',
  room: '门牌',
  floor: '楼层',
  address: '整个住址',
  grid: '网格',
  tags: '人员类别',
  living: '居住情况',
  note: '备注',
  answer: '处理办法',
  ignore: '不用',
}

export const isOpen = (job?: ImportJob) => job?.state === 'waiting' || job?.state === 'running'

/** 试算过, 导入好了, 正在导入, 取消了, 没成 */
export function stateWord({ state, mode }: ImportJob): string {
  if (state === 'done') return mode === 'dry' ? '试算过' : '导入好了'
  if (state === 'cancelled') return '取消了'
  if (state === 'failed') return '没成'
  return mode === 'dry' ? '正在试算' : '正在导入'
}

/** What came of it, in a line. */
export function resultLine(job: ImportJob, now: number): string {
  const when = ago(job.at, now)
  if (job.report && job.state === 'done') return `${when}，${job.report.rows} 行，${job.report.decisions.length} 处要人来定`
  if (job.divisions && job.state === 'done') return `${when}，${job.divisions.rows} 行`
  return when
}

/** 新增 3、有变化 2、没变化 1; what is none is left out. */
export function changesLine({ new: fresh, changed, unchanged }: { new: number; changed: number; unchanged: number }): string {
  const parts = [fresh ? `新增 ${fresh}` : '', changed ? `有变化 ${changed}` : '', unchanged ? `没变化 ${unchanged}` : '']
  return parts.filter(Boolean).join('、') || '没有'
}
