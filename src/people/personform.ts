/** A person's form: what is typed, what of it goes to the server, and what is wrong with it. */
import type { PersonForm, Resident } from '@domain/people/contract'
import { readIdNumber, WRONG_ID } from '@domain/people/identity'
import { phonesIn } from '@domain/people/phones'

export interface Typed {
  name: string
  relation: string
  living: 'living' | 'away' | 'unknown'
  idNumber: string
  sex: 'male' | 'female' | ''
  born: string
  phones: string
  note: string
  /** A correction that takes the registered phones away. */
  noPhones: boolean
}

export const BLANK: Typed = {
  name: '',
  relation: '',
  living: 'living',
  idNumber: '',
  sex: '',
  born: '',
  phones: '',
  note: '',
  noPhones: false,
}

/** What a correction begins with. Numbers are never prefilled: they are not on the phone. */
export const typedOf = ({ name, relation, living, sex, born, note }: Resident): Typed => ({
  ...BLANK,
  ...{ name, relation },
  sex: sex ?? '',
  born: born ?? '',
  note: note ?? '',
  living: living === 'away' || living === 'unknown' ? living : 'living',
})

export type Wrongs = Partial<Record<keyof Typed, string>>

/** What is wrong, by field; nothing when it can be sent. */
export function wrongs(typed: Typed): Wrongs {
  const found: Wrongs = {}
  if (!typed.name.trim()) found.name = '姓名要写上'
  if (typed.idNumber.trim()) {
    const read = readIdNumber(typed.idNumber)
    if (!read.ok) found.idNumber = WRONG_ID[read.why]
  }
  if (typed.phones.trim() && phonesIn(typed.phones).length === 0) found.phones = '这不像电话号码，手机号是 11 位'
  return found
}

/** What the ID number tells: birth date and sex need not be typed then. */
export function told(typed: Typed): { born: string; sex: 'male' | 'female' } | null {
  const read = readIdNumber(typed.idNumber)
  return read.ok ? { born: read.born, sex: read.sex } : null
}

/** The form as the server takes it: all of it for a new person. */
export function formOf(typed: Typed): PersonForm {
  const read = readIdNumber(typed.idNumber)
  return {
    name: typed.name.trim(),
    relation: typed.relation.trim(),
    living: typed.living,
    phones: phonesIn(typed.phones),
    ...(read.ok ? { idNumber: read.number } : {}),
    ...(!read.ok && typed.sex ? { sex: typed.sex } : {}),
    ...(!read.ok && typed.born ? { born: typed.born } : {}),
    note: typed.note.trim(),
  }
}

/** Of a correction only what is another: phones that were not typed again stay as they are. */
export function changesOf(typed: Typed, was: Typed): Partial<PersonForm> {
  const { phones, ...rest } = formOf(typed)
  const changed = Object.entries(rest).filter(([field, value]) => value !== was[field as keyof Typed])
  return { ...Object.fromEntries(changed), ...(phones.length > 0 ? { phones } : typed.noPhones ? { phones: [] } : {}) }
}
