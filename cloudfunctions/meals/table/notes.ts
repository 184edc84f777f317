/** What staff know about somebody that a cook or a carrier must know too: alerts first, unread before read, until a day. */
import type { InputOf, OutputOf } from '@domain'
import type { Note } from '@domain/meals/contract/table'
import type { Job } from '../../_kit/clock'
import type { Context, Work } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Where } from '../../_kit/store/port'
import { eaterOn } from '../eaters'
import type { NoteDoc } from './docs'

const noNote = () => notThere('meals', '这条备注')
/** Open: alerts first, the newest first. */
const sortOf = (alert: boolean, at: number) => `${alert ? 0 : 1}${String(9e15 - at).padStart(16, '0')}`

export const notes: Work<InputOf<'meals.notes'>, OutputOf<'meals.notes'>> = async (context, { community, eater, over, after }) => {
  const where: Where = eater ? { eater, open: !over } : { community, open: !over }
  const page = await context.store.find<NoteDoc>('meal_notes', { where, order: ['sort'], limit: 50, after })
  const me = context.person?.id ?? ''
  const items = page.items.filter(one => one.community === community).map(one => shown(one, me, context.today))
  // within a page: alerts, then what I have not read
  items.sort((a, b) => Number(b.alert) - Number(a.alert) || Number(a.read) - Number(b.read) || b.at - a.at)
  return { items, ...(page.after ? { after: page.after } : {}) }
}

const shown = ({ _id, eater, call, door, by, at, kind, alert, words, until, readers, open }: NoteDoc, me: string, today: string): Note => ({
  ...{ id: _id, eater, call, door, by, at, kind, alert, words, read: readers.includes(me), over: !open || (until ?? '9999') < today },
  ...(until ? { until } : {}),
})

/** Refuses: meals.not_there, meals.dates_wrong. */
export const add_note: Work<InputOf<'meals.add_note'>, OutputOf<'meals.add_note'>> = async (context, { eater: id, form }) => {
  const reached = await context.store.get('residents', id)
  const eater = reached && (await eaterOn(context.system, id, context.today))
  if (!eater) throw notThere('meals', '这位居民')
  if (form.until && form.until < context.today) throw refuse('meals.dates_wrong', '这一天已经过去了，请另选一天', 'form.until')
  const { home, call, door } = eater
  const own = { by: context.person?.name ?? '', at: context.now, readers: [context.person?.id ?? ''] }
  const note: NoteDoc = {
    ...{ _id: context.id(), eater: id, home, community: home.slice(0, 12), call, door, ...form, ...own },
    ...{ open: true, sort: sortOf(form.alert, context.now) },
  }
  return context.write({ target: id, division: home }, async tx => {
    await tx.insert('meal_notes', note)
    return { id: note._id }
  })
}

/** One write of a note the caller reaches. */
async function change(
  context: Context,
  id: string,
  change: (me: string) => Parameters<Parameters<Parameters<Context['write']>[1]>[0]['update']>[2],
) {
  const note = await context.store.get<NoteDoc>('meal_notes', id)
  if (!note) throw noNote()
  return context.write({ target: note.eater, division: note.home }, async tx => {
    if (!(await tx.update('meal_notes', id, change(context.person?.id ?? '')))) throw noNote()
    return { id }
  })
}
/** Refuses: meals.not_there. */
export const read_note: Work<InputOf<'meals.read_note'>, OutputOf<'meals.read_note'>> = (context, { note }) =>
  change(context, note, me => ({ add: { readers: me } }))
/** Refuses: meals.not_there. */
export const end_note: Work<InputOf<'meals.end_note'>, OutputOf<'meals.end_note'>> = (context, { note }) =>
  change(context, note, () => ({ set: { open: false } }))

/** The clock: a note whose last day has passed is put away. */
export const putAway: Job = {
  name: 'put_away_notes',
  every: 60 * 60_000,
  async run({ store, today }) {
    const where = { open: true, until: { gt: '', lt: today } }
    const { items } = await store.find<NoteDoc>('meal_notes', { where, limit: 200 })
    if (items.length > 0)
      await store.transaction(async tx => {
        for (const one of items) await tx.update('meal_notes', one._id, { set: { open: false } })
      })
    return items.length
  },
}
