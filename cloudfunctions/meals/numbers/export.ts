/** The numbers to take away. */
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import type { Doc } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { numbers } from './read'

/** Refuses: meals.not_there. */
export const export_numbers: Work<InputOf<'meals.export_numbers'>, OutputOf<'meals.export_numbers'>> = async (
  context,
  { form, ...asked },
) => {
  const found = await numbers(context, asked)
  // a large part of the program that only who exports needs
  const { csvOf, workbookOf } = await import('./files')
  const bytes = form === 'csv' ? csvOf(found) : await workbookOf(found)
  const file = createHash('sha256').update(bytes).digest('hex')
  const of = asked.kitchen
    ? await context.system.get<KitchenDoc>('kitchens', asked.kitchen)
    : await context.system.get<Doc & { name: string }>('divisions', asked.division)
  const name = `${of?.name ?? ''}妈妈厨房${asked.period}.${form}`
  await context.blobs.put(file, bytes)
  return context.write({ target: asked.kitchen ?? asked.division, division: asked.division, note: asked.period }, async tx => {
    const facts = { file, division: asked.division, name, bytes: bytes.length, by: context.person?.id ?? '' }
    await tx.happened('meals.numbers_made', facts)
    return { id: file, name }
  })
}
