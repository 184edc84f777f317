/** A knock that was edited while it waited, and had arrived all the same: the edit becomes a correction of it, never a second knock. */
import type { InputOf } from '@domain'
import type { VisitForm } from '@domain/visits/contract'
import { call, Refused, type SendOptions, send, sentence } from '@/platform'
import { ask, toast } from '@/ui'
import { editOf } from './ways'

/** `said`: everything the knock has said under its key; one of these is what arrived. */
interface Arrived {
  household: string
  label: string
  about: { parcel: string; said: unknown[] }
  form: VisitForm
  options: SendOptions
}
const REASON = '刚记下就改了'

/** Offers the edit as a correction and queues it. False when the person does not want that, or it cannot be done now. */
export async function correctArrived({ household, label, about, form, options }: Arrived): Promise<boolean> {
  const words = '您改的这些可以作为更正交上去。改之前写的也留着，能查到。'
  if (!(await ask({ title: '刚才那次已经送到了', words, yes: '作为更正', no: '先不' }))) return false
  const visit = await taken(about.parcel, about.said as InputOf<'visits.log'>[]).catch((problem: unknown) => {
    toast(sentence(problem), { tone: 'bad' })
    return null
  })
  if (!visit) return false
  const edit = `${editOf(household)}&visit=${visit}`
  await send('visits.correct', { visit, version: 1, form, reason: REASON }, `更正 ${label}`, { ...options, edit, instead: about.parcel })
  return true
}

/** The visit that a key became: said again word for word, the server answers what it answered the first time. */
async function taken(key: string, said: InputOf<'visits.log'>[]): Promise<string> {
  let refused: unknown
  for (const input of said)
    try {
      return (await call('visits.log', input, { key })).id
    } catch (problem) {
      if (!(problem instanceof Refused && problem.code === 'call.key_reused')) throw problem
      refused = problem
    }
  throw refused
}
