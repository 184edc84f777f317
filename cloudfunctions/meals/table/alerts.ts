/** What a carrier is told at a door besides what the eater's own card says. */
import type { Store } from '../../_kit/store/port'
import type { NoteDoc } from './docs'

/** The alerts about bringing the meal that hold on a day, as one text; '' when there is none. Health and family are not a volunteer's to read. */
export async function doorAlerts(system: Pick<Store, 'find'>, eater: string, day: string): Promise<string> {
  const { items } = await system.find<NoteDoc>('meal_notes', { where: { eater, open: true }, order: ['sort'], limit: 50 })
  const holding = items.filter(one => one.alert && one.kind === 'door' && (one.until ?? '9999') >= day)
  return holding.map(one => one.words).join('；')
}
