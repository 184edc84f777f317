/** A shift comes into being: its document and the seats of its roles, in one transaction. */
import type { ShiftForm } from '@domain/shifts/contract/plan'
import type { Tx } from '../../_kit/store/port'
import type { ShiftDoc } from '../docs'
import { setUp } from '../seat'
import { fieldsOf } from './form'

export interface Making {
  id: string
  community: string
  /** The name of who made it. */
  by: string
  series?: string
  with?: ShiftDoc['with']
}

/** Makes a shift of a form that was found sound (form.ts). Throws Duplicate when the id is taken. */
export async function makeShift(
  tx: Pick<Tx, 'insert'>,
  form: ShiftForm,
  { id, community, by, series, with: companion }: Making,
): Promise<ShiftDoc> {
  const shift: ShiftDoc = { _id: id, community, ...fieldsOf(form, companion), ...(series ? { series } : {}), by, version: 1 }
  await tx.insert('shifts', shift)
  await setUp(tx, shift)
  return shift
}
