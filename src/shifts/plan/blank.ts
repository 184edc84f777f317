/** Forms to begin with. */
import type { RoleForm } from '@domain/shifts/contract'
import type { SeriesForm, ShiftForm, TemplateForm } from '@domain/shifts/contract/plan'

export type AboutForm = Omit<ShiftForm, 'day' | 'from' | 'to'>
export const blankShift = (day: string): ShiftForm => ({
  ...{ kind: 'patrol', title: '', place: { name: '' }, note: '', withdraw: 12, day, from: '09:00', to: '11:00', roles: [] },
})
export const blankSeries = (): SeriesForm => {
  const { day: _, ...form } = blankShift('')
  return { ...form, weekdays: [], skipped: [] }
}
/** A template becomes a shift on a day. */
export const onDay = (form: TemplateForm, day: string): ShiftForm => ({ ...form, day })
export const templateOf = ({ day: _, ...form }: ShiftForm): TemplateForm => form
/** An id that no role of a form has yet. */
export const newRole = (roles: readonly RoleForm[]): string => {
  const free = Array.from({ length: 20 }, (_, n) => `r${n + 1}`).find(id => !roles.some(one => one.id === id))
  return free ?? `r${roles.length + 1}`
}
