/** The book of changes: who changed which fields of a household and its people, when. Values are not kept, so no number can leak from here. */
import { timedId } from '../_kit/audit'
import type { Context } from '../_kit/context'
import type { Tx } from '../_kit/store/port'
import type { ChangeDoc } from './docs'

export const FIELD_NAMES: { [field: string]: string } = {
  name: '姓名',
  sex: '性别',
  born: '出生日期',
  idNumber: '身份证号',
  phones: '电话',
  relation: '与户主关系',
  living: '居住情况',
  note: '备注',
}

/** Writes one line into the book, inside the change's transaction. `what` is a sentence with masked names at most. */
export async function noteChange(context: Context, tx: Tx, at: { household: string; resident?: string }, what: string): Promise<void> {
  await tx.insert<ChangeDoc>('people_changes', {
    _id: timedId(context.now, context.id()),
    household: at.household,
    ...(at.resident ? { resident: at.resident } : {}),
    at: context.now,
    who: context.person?.name ?? '系统',
    what,
  })
}

/** "王芳刚改过这一户": said when somebody corrects a version that is no longer the newest. */
export const meanwhile = (what: string, by?: string) => `${by ?? '别人'}刚改过${what}，请看一眼现在的内容再改；您填的还在`
