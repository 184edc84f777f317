/** What the kitchen must know of an eater. */
import type { InputOf, OutputOf } from '@domain'
import type { Diner } from '@domain/meals/contract/orders'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { DinerDoc } from '../docs'
import { eaterOn } from '../eaters'
import { standingsOf } from './expect'
import { standingChange } from './standing'

const NONE = { ingredients: [], allergens: [], dislikes: [], textures: [], pay: 'cash' as const, version: 0 }

export const diner: Work<InputOf<'meals.diner'>, OutputOf<'meals.diner'>> = async (context, { eater }) => {
  await known(context, eater)
  const { _id: _, home: _home, ...doc } = (await context.system.get<DinerDoc>('diners', eater)) ?? { _id: eater, home: '', ...NONE }
  const { alert, ...shown } = doc
  // written by staff for those who cook and carry; not a word to the person themselves
  return { ...shown, eater, ...(alert && context.acting === 'staff' ? { alert } : {}) } as Diner
}

async function known(context: Context, eater: string) {
  const who = await eaterOn(context.system, eater, context.today)
  if (!who) throw notThere('meals', '这位居民')
  return who
}

export const set_diner: Work<InputOf<'meals.set_diner'>, OutputOf<'meals.set_diner'>> = async (
  context,
  { eater, version, form, alert },
) => {
  const who = await known(context, eater)
  if (alert !== undefined && context.acting !== 'staff') throw refuse('meals.staff_only', '给厨房的提醒由厨房或社区来写', 'alert')
  const standings = await standingsOf(context.system, eater, context.today)
  return context.write({ target: eater, division: who.home }, async (_, whole) => {
    const before = await whole.get<DinerDoc>('diners', eater)
    if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '忌口刚刚改过，请再看一眼')
    const said = (alert ?? before?.alert ?? '').trim()
    const { note, doorNote, ...rest } = form
    const doc: DinerDoc = {
      ...{ ...rest, _id: eater, home: who.home, version: version + 1 },
      ...(note?.trim() ? { note: note.trim() } : {}),
      ...(doorNote?.trim() ? { doorNote: doorNote.trim() } : {}),
      ...(said ? { alert: said } : {}),
    }
    await whole.put('diners', doc)
    for (const one of standings) await standingChange(whole, one, context.today)
    return { id: eater }
  })
}
