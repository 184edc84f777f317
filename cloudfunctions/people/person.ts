/** A resident's document out of a form: numbers sealed, blind and masked; names spelled; tags settled for the day. Used by hand and by the import. */
import type { PersonForm } from '@domain/people/contract'
import { readIdNumber, WRONG_ID } from '@domain/people/identity'
import { maskPhone, tidyPhone } from '@domain/people/phones'
import { heldOn, nextChange } from '@domain/people/tags'
import type { Secrets } from '../_kit/context'
import { spelled } from '../_kit/pinyin'
import { refuse } from '../_kit/refuse'
import { addDays } from '../_kit/time'
import type { HeldTag, HouseholdDoc, ResidentDoc } from './docs'

/** Blind indexes are shared by name: an account finds its resident by the same 'phone'. */
export const blindPhone = (secrets: Secrets, phone: string) => secrets.blind('phone', tidyPhone(phone) ?? phone)
export const blindIdNumber = (secrets: Secrets, number: string) => secrets.blind('idNumber', number)

export const sealPlace = (id: string, field: string) => ({ collection: 'residents', id, field })

/** The three faces of a resident's phones. */
export function phoneFields(secrets: Secrets, id: string, phones: string[]): Pick<ResidentDoc, 'phones' | 'phoneBlinds' | 'phoneMasks'> {
  const tidy = [...new Set(phones.map(phone => tidyPhone(phone) ?? phone))]
  return {
    phones: tidy.map((phone, at) => secrets.seal(phone, sealPlace(id, `phones.${at}`))),
    phoneBlinds: tidy.map(phone => blindPhone(secrets, phone)),
    phoneMasks: tidy.map(maskPhone),
  }
}

/** The two faces of an ID number. */
export const idFields = (secrets: Secrets, id: string, number: string) => ({
  idNumber: secrets.seal(number, sealPlace(id, 'idNumber')),
  idBlind: blindIdNumber(secrets, number),
})

export const nameFields = (name: string) => ({ name: name.trim(), ...spelled(name) })

/** Which codes hold on a day, and when that changes next. */
export function tagFields(tags: HeldTag[], today: string): Pick<ResidentDoc, 'tags' | 'tagCodes' | 'retag'> {
  const retag = nextChange(tags, today, day => addDays(day, 1))
  return { tags, tagCodes: heldOn(tags, today), ...(retag ? { retag } : {}) }
}

/** Birth date and sex from the ID number where the form leaves them out. Refuses people.id_wrong. */
export function withIdNumber<F extends Partial<PersonForm>>(form: F): F {
  if (form.idNumber === undefined) return form
  const read = readIdNumber(form.idNumber)
  if (!read.ok) throw refuse('people.id_wrong', WRONG_ID[read.why], 'person.idNumber')
  if (form.born !== undefined && form.born !== read.born)
    throw refuse('people.id_wrong', `出生日期和身份证号里的 ${read.born} 不一样，请核对`, 'person.born')
  if (form.sex !== undefined && form.sex !== read.sex) throw refuse('people.id_wrong', '性别和身份证号里的不一样，请核对', 'person.sex')
  return { ...form, born: read.born, sex: read.sex }
}

/** A new resident of a household. The form has been through withIdNumber. */
export function residentDoc(
  secrets: Secrets,
  household: Pick<HouseholdDoc, '_id' | 'grid' | 'community' | 'label'>,
  id: string,
  form: PersonForm,
): ResidentDoc {
  const { name, sex, born, idNumber, phones, relation, living, note } = form
  return {
    _id: id,
    household: household._id,
    grid: household.grid,
    community: household.community,
    label: household.label,
    ...nameFields(name),
    ...(sex ? { sex } : {}),
    ...(born ? { born } : {}),
    ...(idNumber ? idFields(secrets, id, idNumber) : {}),
    ...phoneFields(secrets, id, phones),
    relation: relation.trim(),
    living,
    tags: [],
    tagCodes: [],
    ...(note?.trim() ? { note: note.trim() } : {}),
    version: 1,
  }
}
