/** Saved shifts: what a community makes again and again. */
import type { InputOf, OutputOf } from '@domain'
import { STARTERS } from '@domain/shifts/starters'
import { wrongClock } from '@domain/shifts/times'
import type { Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { TemplateDoc } from './docs'
import { mustBeRight, mustDiffer, mustFitIn, mustLead } from './form'

const MOST = 60

export const listTemplates: Work<InputOf<'shifts.templates'>, OutputOf<'shifts.templates'>> = async (context, { community }) => {
  const { items } = await context.store.find<TemplateDoc>('shift_templates', { where: { community }, limit: 200 })
  const own = items.map(({ _id: id, form, version }) => ({ id, form, given: false, version }))
  const kinds = new Set(items.map(one => one.form.kind))
  const given = STARTERS.filter(one => !kinds.has(one.form.kind)).map(({ id, form }) => ({ id, form, given: true, version: 0 }))
  return [...own.sort((a, b) => a.form.title.localeCompare(b.form.title, 'zh')), ...given]
}

/** Refuses: see shifts.save_template. */
export const saveTemplate: Work<InputOf<'shifts.save_template'>, OutputOf<'shifts.save_template'>> = async (context, input) => {
  const { community, template, form } = input
  mustBeRight(wrongClock(form))
  mustDiffer(form.roles)
  await mustFitIn(context, community, form)
  if (!template && (await context.store.count('shift_templates', { community })) >= MOST)
    throw refuse('shifts.full_drawer', `最多存 ${MOST} 个常用班，请先删掉不用的`)
  const id = template?.id ?? context.id()
  return context.write({ target: id, division: community }, async tx => {
    const before = template ? await tx.get<TemplateDoc>('shift_templates', id) : null
    if (template && before?.community !== community) throw notThere('shifts', '这个常用班')
    if (template && before?.version !== template.version)
      throw refuse('shifts.changed_meanwhile', '刚被别人改过，请看一眼新的再改', 'template')
    await tx.put<TemplateDoc>('shift_templates', { _id: id, community, form, version: (before?.version ?? 0) + 1 })
    return { id }
  })
}

/** Refuses: shifts.not_there, shifts.not_yours. */
export const dropTemplate: Work<InputOf<'shifts.drop_template'>, OutputOf<'shifts.drop_template'>> = (context, { template: id }) => {
  const about = { target: id, division: context.divisions[0] }
  return context.write(about, async tx => {
    const before = await tx.get<TemplateDoc>('shift_templates', id)
    if (!before) throw notThere('shifts', '这个常用班')
    about.division = before.community
    await mustLead(context, tx, { community: before.community, ...before.form })
    await tx.remove('shift_templates', id)
    return { id }
  })
}
