/** The volunteers' numbers to take away. */
import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '@domain'
import type { Work } from '../../_kit/context'
import { figures } from './figures'

/** Refuses: shifts.not_there. */
export const export_figures: Work<InputOf<'shifts.export_figures'>, OutputOf<'shifts.export_figures'>> = async (
  context,
  { form, ...asked },
) => {
  const found = await figures(context, asked)
  // a large part of the program that only who exports needs
  const { csvOf, workbookOf } = await import('./files')
  const bytes = form === 'csv' ? csvOf(found) : await workbookOf(found)
  const file = createHash('sha256').update(bytes).digest('hex')
  const name = `${found.name}志愿服务${asked.period}.${form}`
  await context.blobs.put(file, bytes)
  return context.write({ target: found.division, division: found.division, note: asked.period }, async tx => {
    const facts = { file, division: found.division, name, bytes: bytes.length, by: context.person?.id ?? '' }
    await tx.happened('shifts.figures_made', facts)
    return { id: file, name }
  })
}
