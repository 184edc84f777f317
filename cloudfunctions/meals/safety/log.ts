/** Writing into the food safety log. */
import type { InputOf, OutputOf } from '@domain'
import type { SafetyEntry } from '@domain/meals/contract/safety'
import { KEPT, sayEntry, wrongWith } from '@domain/meals/safety'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { type KitchenDoc, slotId } from '../docs'
import { menuOf, ownKitchen } from '../kitchens/read'
import type { SafetyDoc, SampleDoc } from './docs'

type Logging = Work<InputOf<'meals.log_safety'>, OutputOf<'meals.log_safety'>>

export const log_safety: Logging = async (context, { kitchen: id, entry }) => {
  const kitchen = await ownKitchen(context, id)
  const action = 'action' in entry ? entry.action?.trim() : undefined
  const wrong = wrongWith(entry)
  if (wrong && !action) throw refuse(`meals.${wrong.code}`, wrong.words, 'celsius')
  const name = await nameOf(context, kitchen, entry)
  const doc: SafetyDoc = {
    ...{ _id: context.id(), kitchen: id, community: kitchen.community, day: context.today, at: context.now },
    ...{ by: context.person?.name ?? '', account: context.person?.id ?? '', kind: entry.kind, entry, name },
    ...{ words: sayEntry(entry, name), ok: !wrong },
    ...(action ? { action } : {}),
  }
  return context.write({ target: doc._id, division: kitchen.community, note: doc.kind }, async tx => {
    if (entry.kind === 'removed') await removed(tx, context, entry.sample)
    await tx.insert('safety', doc)
    const sample = entry.kind === 'sample' ? sampleOf(doc, entry) : undefined
    if (sample) await tx.insert('samples', sample)
    return { id: doc._id, words: doc.words, ...(sample ? { until: sample.until } : {}) }
  })
}

/** What the entry is of. Refuses meals.not_on_menu, meals.not_there. */
async function nameOf(context: Context, kitchen: KitchenDoc, entry: SafetyEntry): Promise<string> {
  if (entry.kind === 'fridge') return entry.place
  if (entry.kind === 'removed') {
    const sample = await context.store.get<SampleDoc>('samples', entry.sample)
    if (sample?.kitchen !== kitchen._id) throw notThere('meals', '这份留样')
    return sample.name
  }
  const menu = await menuOf(context.system, slotId(kitchen._id, context.today, entry.meal))
  const item = menu?.items.find(one => one.dish === entry.dish)
  if (!item) throw refuse('meals.not_on_menu', '今天这一餐没有这道菜，请换一道', 'dish')
  return item.name
}

async function removed(tx: Tx, { now }: Context, id: string): Promise<void> {
  const sample = await tx.get<SampleDoc>('samples', id)
  if (!sample) throw notThere('meals', '这份留样')
  if (!sample.kept) throw refuse('meals.already_removed', '这份留样已经处理过了')
  const hours = Math.ceil((sample.until - now) / 3_600_000)
  if (hours > 0) throw refuse('meals.too_early', `留样要满 48 小时，还有 ${hours} 小时才能处理`)
  await tx.put<SampleDoc>('samples', { ...sample, kept: false })
}

const sampleOf = (doc: SafetyDoc, entry: SafetyEntry & { kind: 'sample' }): SampleDoc => ({
  ...{ _id: doc._id, kitchen: doc.kitchen, community: doc.community, day: doc.day, name: doc.name, by: doc.by },
  ...{ meal: entry.meal, dish: entry.dish, place: entry.place, grams: entry.grams, until: doc.at + KEPT, kept: true, told: false },
})
