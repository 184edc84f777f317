/** What a carrier and a cook are told besides what the eater's own card says. */
import type { Store } from '../../_kit/store/port'
import type { NoteDoc } from './docs'

/** The alerts about bringing the meal that hold on a day, as one text; '' when there is none. Health and family are not a volunteer's to read. */
export async function doorAlerts(system: Pick<Store, 'find'>, eater: string, day: string): Promise<string> {
  const { items } = await system.find<NoteDoc>('meal_notes', { where: { eater, open: true }, order: ['sort'], limit: 50 })
  const holding = items.filter(one => one.alert && one.kind === 'door' && (one.until ?? '9999') >= day)
  return holding.map(one => one.words).join('；')
}

/** The alerts about food that hold on a day, by eater: a cook reads them on the prep sheet. At most 200 eaters. */
export async function foodAlerts(from: Pick<Store, 'find'>, eaters: string[], day: string): Promise<Map<string, string>> {
  const { items } = await from.find<NoteDoc>('meal_notes', { where: { eater: { in: eaters }, open: true }, order: ['sort'], limit: 1000 })
  const said = new Map<string, string>()
  for (const { eater, words, alert, kind, until = '9999' } of items)
    if (alert && kind === 'food' && until >= day) said.set(eater, [said.get(eater), words].filter(Boolean).join('；'))
  return said
}
