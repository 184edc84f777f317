/** Residents: added and corrected by hand. The form names the version it was made from; numbers are sealed before they touch the store. */
import type { PersonForm } from '@domain/people/contract'
import { maskName } from '@domain/people/mask'
import type { Context, Secrets, WriteTx } from '../_kit/context'
import { isWithin } from '../_kit/reach'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { FIELD_NAMES, meanwhile, noteChange } from './changes'
import { claim } from './claims'
import { type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'
import { reached } from './households'
import { blindIdNumber, blindPhone, idFields, nameFields, phoneFields, residentDoc, tagFields, withIdNumber } from './person'
import { replacedBy } from './replaced'
import { settle } from './summary'

/** A resident the caller reaches. Refuses people.not_there. */
export async function reachedResident(context: Context, id: string): Promise<ResidentDoc> {
  const resident = await context.store.get<ResidentDoc>('residents', id)
  if (!resident) throw notThere('people', '这位住户')
  return resident
}

/** Tells who leans on a record that its person has moved away or died. */
export async function tellEnded(tx: WriteTx, before: ResidentDoc | null, after: ResidentDoc): Promise<void> {
  if (!before || !isCurrent(before.living) || isCurrent(after.living)) return
  const { _id, household, living, ended } = after
  await tx.happened('people.resident_ended', { resident: _id, household, why: living, on: ended?.on ?? '' })
}

/** Stores a resident's new state with everything that hangs on it: the ID claim, the household's summary, the grid's counts. */
export async function store(context: Context, whole: WriteTx, before: ResidentDoc | null, after: ResidentDoc): Promise<void> {
  await claim(whole, before, after, grid => isWithin(grid, context.divisions))
  await whole.put('residents', after)
  await tellEnded(whole, before, after)
  const left = before && before.household !== after.household ? before.household : null
  if (left) await settle(whole, left, { left: [after._id] })
  await settle(whole, after.household, isCurrent(after.living) ? { joined: [after._id] } : { left: [after._id] })
}

const sameSet = (a: string[], b: string[]) => a.length === b.length && a.every(one => b.includes(one))

/** Which fields of a form say something new. */
function changedFields(secrets: Secrets, doc: ResidentDoc, form: Partial<PersonForm>): (keyof PersonForm)[] {
  const differs: { [F in keyof PersonForm]-?: () => boolean } = {
    name: () => form.name?.trim() !== doc.name,
    sex: () => form.sex !== doc.sex,
    born: () => form.born !== doc.born,
    idNumber: () => form.idNumber !== undefined && blindIdNumber(secrets, form.idNumber) !== doc.idBlind,
    phones: () =>
      !sameSet(
        (form.phones ?? []).map(phone => blindPhone(secrets, phone)),
        doc.phoneBlinds,
      ),
    relation: () => form.relation?.trim() !== doc.relation,
    living: () => form.living !== doc.living,
    note: () => (form.note?.trim() ?? '') !== (doc.note ?? ''),
  }
  return (Object.keys(differs) as (keyof PersonForm)[]).filter(field => form[field] !== undefined && differs[field]())
}

/** The document with a form's new fields in place. */
export function corrected(
  secrets: Secrets,
  doc: ResidentDoc,
  form: Partial<PersonForm>,
  changed: (keyof PersonForm)[],
  today: string,
): ResidentDoc {
  const has = (field: keyof PersonForm) => changed.includes(field)
  const { note, ended, ...rest } = doc
  const kept = has('note') ? form.note?.trim() : note
  const living = form.living ?? doc.living
  const over = isCurrent(living) ? {} : { ended: ended ?? { on: today, why: living as 'moved' | 'deceased' } }
  return {
    ...rest,
    ...(has('name') && form.name ? nameFields(form.name) : {}),
    ...(has('sex') && form.sex ? { sex: form.sex } : {}),
    ...(has('born') && form.born ? { born: form.born } : {}),
    ...(has('idNumber') && form.idNumber ? idFields(secrets, doc._id, form.idNumber) : {}),
    ...(has('phones') && form.phones ? phoneFields(secrets, doc._id, form.phones) : {}),
    ...(has('relation') && form.relation !== undefined ? { relation: form.relation.trim() } : {}),
    ...(kept ? { note: kept } : {}),
    ...over,
    ...(isCurrent(living) ? tagFields(doc.tags, today) : { tagCodes: [] }),
    living,
  }
}

export const residents: Pick<Operations<'people'>, 'add_resident' | 'correct_resident'> = {
  async add_resident(context, { household, person }) {
    const home = await reached(context, household)
    if (home.ended) throw refuse('people.not_there', '这一户已经注销了，请先重新登记这一户')
    const form = withIdNumber(person)
    const fresh = residentDoc(context.secrets, home, `r${context.id()}`, form)
    const doc = isCurrent(form.living) ? fresh : { ...fresh, ended: { on: context.today, why: form.living as 'moved' | 'deceased' } }
    return context.write({ target: doc._id, division: home.grid }, async (tx, whole) => {
      const now = await tx.get<HouseholdDoc>('households', household)
      if (!now) throw notThere('people', '这一户')
      // the household may have been given to another grid while the form was open
      const here = { ...doc, grid: now.grid, label: now.label }
      await store(context, whole, null, here)
      await noteChange(context, whole, { household, resident: doc._id }, `登记了 ${maskName(doc.name)}`)
      return { id: doc._id }
    })
  },

  async correct_resident(context, { resident: id, version, person }) {
    const seen = await reachedResident(context, id)
    const form = withIdNumber(person)
    return context.write({ target: id, division: seen.grid }, async (tx, whole) => {
      const before = await tx.get<ResidentDoc>('residents', id)
      if (!before) throw notThere('people', '这位住户')
      if (before.version !== version) throw refuse('people.changed_meanwhile', meanwhile('这位住户', before.changedBy))
      const changed = changedFields(context.secrets, before, form)
      if (changed.length === 0) return { id }
      const after = corrected(context.secrets, before, form, changed, context.today)
      const kept = replacedBy(context.secrets, before, changed)
      await store(context, whole, before, { ...after, ...kept, version: before.version + 1, changedBy: context.person?.name ?? '' })
      const fields = changed.map(field => FIELD_NAMES[field]).join('、')
      await noteChange(context, whole, { household: before.household, resident: id }, `改了 ${maskName(after.name)} 的${fields}`)
      return { id }
    })
  },
}
