/**
 * What a hand has replaced. An older workbook still says it, and must not bring it back; a workbook that says something new is believed.
 * Kept as blind marks, so that no number lies open.
 */
import type { PersonForm } from '@domain/people/contract'
import type { Secrets } from '../_kit/context'
import type { ResidentDoc } from './docs'
import { blindPhone } from './person'

type Field = 'sex' | 'born' | 'phones' | 'relation' | 'living' | 'note'
const FIELDS: readonly string[] = ['sex', 'born', 'phones', 'relation', 'living', 'note'] satisfies Field[]
/** Enough for a record that is corrected many times; the oldest go first. */
const MOST = 30
const MOST_NAMES = 5

const mark = (secrets: Secrets, field: Field, value: string) => `${field}|${secrets.blind('replaced', `${field} ${value}`)}`
const together = (blinds: string[]) => [...blinds].sort().join()
const had = (doc: ResidentDoc, field: Field) => (field === 'phones' ? together(doc.phoneBlinds) : (doc[field] ?? ''))

/** The marks and former names of a record of which a hand changes these fields. */
export function replacedBy(secrets: Secrets, before: ResidentDoc, changed: (keyof PersonForm)[]): Pick<ResidentDoc, 'replaced' | 'former'> {
  const fields = changed.filter((field): field is Field => FIELDS.includes(field) && had(before, field as Field) !== '')
  const fresh = fields.map(field => mark(secrets, field, had(before, field)))
  const replaced = [...new Set([...(before.replaced ?? []), ...fresh])].slice(-MOST)
  const former = changed.includes('name') ? [...new Set([...(before.former ?? []), before.name])].slice(-MOST_NAMES) : before.former
  return { ...(replaced.length > 0 ? { replaced } : {}), ...(former ? { former } : {}) }
}

/** Whether a hand has replaced this very value. */
export function wasReplaced(
  secrets: Secrets,
  { replaced }: Pick<ResidentDoc, 'replaced'>,
  field: keyof PersonForm,
  value: unknown,
): boolean {
  if (!replaced || !FIELDS.includes(field)) return false
  const text = Array.isArray(value) ? together(value.map(phone => blindPhone(secrets, phone))) : String(value)
  return replaced.includes(mark(secrets, field as Field, text))
}
