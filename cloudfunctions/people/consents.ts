/** Who may act for a resident: recorded by staff after the resident said so, with how and when; ended, never deleted. */
import { maskPhone } from '@domain/people/phones'
import type { WriteTx } from '../_kit/context'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Doc } from '../_kit/store/port'
import { noteChange } from './changes'
import type { ConsentDoc, ResidentDoc } from './docs'
import { blindPhone } from './person'
import { reachedResident } from './residents'

/** Ends every consent that is still open on a day: the carer of somebody who died no longer acts for them. */
export async function endConsents(tx: WriteTx, consents: Doc[], resident: string, on: string): Promise<void> {
  for (const { _id, until } of consents) {
    if (typeof until === 'string' && until <= on) continue
    await tx.update('consents', _id, { set: { until: on } })
    await tx.happened('people.consent_ended', { consent: _id, resident, on })
  }
}

export const consents: Pick<Operations<'people'>, 'consents' | 'consent' | 'end_consent'> = {
  async consents(context, { resident }) {
    await reachedResident(context, resident)
    const page = await context.system.find<ConsentDoc>('consents', { where: { resident }, limit: 100 })
    return page.items
      .sort((a, b) => (a.since < b.since ? 1 : -1))
      .map(({ _id, carer, phoneMask, relation, since, until, how, by }) => ({
        ...{ id: _id, carer, phone: phoneMask, relation, since, how, by },
        ...(until ? { until } : {}),
      }))
  },

  /** The reaction to people.consented gives the carer an account; the resident's own records are reached through this document. */
  async consent(context, { resident, name, phone, relation, since, until, how }) {
    const { household, grid, community, living } = await reachedResident(context, resident)
    if (living === 'deceased' || living === 'moved') throw refuse('people.already_ended', '这位住户已经不在这里了，不用再记代办')
    if (until && until < since) throw refuse('people.dates_wrong', '结束日期要在开始日期之后', 'until')
    const id = `c${context.id()}`
    const doc: ConsentDoc = {
      _id: id,
      resident,
      carer: name.trim(),
      phone: context.secrets.seal(phone, { collection: 'consents', id, field: 'phone' }),
      phoneBlind: blindPhone(context.secrets, phone),
      phoneMask: maskPhone(phone),
      relation: relation.trim(),
      since,
      ...(until ? { until } : {}),
      how,
      by: context.person?.name ?? '',
    }
    return context.write({ target: resident, division: grid }, async (_, whole) => {
      await whole.insert('consents', doc)
      await noteChange(context, whole, { household, resident }, `记下了一位${doc.relation}可以代办`)
      await whole.happened('people.consented', { consent: id, resident, community, since, ...(until ? { until } : {}) })
      return { id }
    })
  },

  async end_consent(context, { consent: id, on }) {
    const seen = await context.system.get<ConsentDoc>('consents', id)
    const resident = seen && (await context.store.get<ResidentDoc>('residents', seen.resident))
    // a consent elsewhere looks like one that is not there
    if (!resident) throw notThere('people', '这条代办')
    const { household, grid } = resident
    return context.write({ target: id, division: grid }, async (_, whole) => {
      const now = await whole.get<ConsentDoc>('consents', id)
      if (!now || (now.until && now.until <= on)) throw notThere('people', '这条代办')
      await whole.update('consents', id, { set: { until: on } })
      await noteChange(context, whole, { household, resident: now.resident }, `${now.relation}的代办到 ${on} 为止`)
      await whole.happened('people.consent_ended', { consent: id, resident: now.resident, on })
      return { id }
    })
  },
}
