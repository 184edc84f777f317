/** Kitchens and the points of central ones: opened, changed, closed. Nothing is deleted. */
import type { KitchenForm } from '@domain/meals/contract/kitchens'
import { dayWords, timesWrong } from '@domain/meals/serving'
import type { Context } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { KitchenDoc, OrderDoc } from '../docs'
import { fedBy } from './list'
import { kitchenOf, kitchenShown, noKitchen, ownKitchen } from './read'

type Kitchens = Pick<Operations<'meals'>, 'kitchens' | 'add_kitchen' | 'save_kitchen' | 'end_kitchen'>

const POINTS = ['point', 'drop']
export const isPoint = ({ kind }: Pick<KitchenForm, 'kind'>) => POINTS.includes(kind)
const parentWrong = (words: string) => refuse('meals.parent_wrong', words, 'parent')

/** The form as it is kept: words trimmed, its own community among those it feeds. */
function tidy(form: KitchenForm, community: string): KitchenForm {
  const [name, address, phone] = [form.name, form.address, form.phone ?? ''].map(one => one.trim())
  const { parent, phone: _, ...rest } = form
  return {
    ...{ ...rest, name, address, serves: [...new Set([community, ...form.serves])], weekdays: [...new Set(form.weekdays)].sort() },
    ...(phone ? { phone } : {}),
    ...(parent ? { parent } : {}),
  }
}

function mustHaveTimes(form: KitchenForm) {
  const wrong = timesWrong(form)
  if (wrong) throw refuse('meals.times_wrong', wrong, 'servings')
  if (!isPoint(form) && form.servings.length === 0) throw refuse('meals.times_wrong', '请至少填一餐的开饭时间', 'servings')
}

/** A point belongs to a central kitchen that feeds its community; a central kitchen belongs to none, hence is never among its own points. */
async function mustHaveParent(context: Context, form: KitchenForm, community: string) {
  if (!isPoint(form)) {
    if (form.parent) throw parentWrong('只有助餐点和配送点才归一个中央厨房管，请去掉上级厨房')
    return
  }
  const parent = form.parent ? await kitchenOf(context.system, form.parent) : null
  const feeds = parent?.serves.includes(community)
  if (!parent || !feeds || parent.kind !== 'central' || parent.ended)
    throw parentWrong('请选一个给这个社区供餐的中央厨房。没有的话，请先让中央厨房把这个社区加进供餐范围')
}

/** The open points of a kitchen: while there are any it stays central and feeds their communities. */
const pointsOf = async (context: Context, parent: string) =>
  (await context.system.find<KitchenDoc>('kitchens', { where: { parent }, limit: 1000 })).items.filter(one => !one.ended)

async function mustKeepPoints(context: Context, id: string, form: KitchenForm) {
  const left = (await pointsOf(context, id)).filter(point => form.kind !== 'central' || !form.serves.includes(point.community))
  if (left.length > 0) throw parentWrong(`${left[0].name}还归这个厨房管，请先把它停办或换到别的中央厨房`)
}

export const kitchens: Kitchens = {
  async kitchens(context, { division }) {
    return (await fedBy(context, division)).map(kitchenShown)
  },

  async add_kitchen(context, { community, form }) {
    mustHaveTimes(form)
    await mustHaveParent(context, form, community)
    const id = `k${context.id()}`
    return context.write({ target: id, division: community }, async tx => {
      await tx.insert<KitchenDoc>('kitchens', { _id: id, ...tidy(form, community), community, version: 1 })
      return { id }
    })
  },

  async save_kitchen(context, { kitchen: id, version, form }) {
    const { community } = await ownKitchen(context, id)
    mustHaveTimes(form)
    await mustHaveParent(context, form, community)
    const fresh = tidy(form, community)
    await mustKeepPoints(context, id, fresh)
    return context.write({ target: id, division: community }, async tx => {
      const now = await tx.get<KitchenDoc>('kitchens', id)
      if (!now) throw noKitchen()
      if (now.version !== version) throw refuse('meals.changed_meanwhile', '别人刚改过这个厨房，请重新打开再改', 'version')
      const { ended } = now
      await tx.put<KitchenDoc>('kitchens', { _id: id, ...fresh, community, ...(ended ? { ended } : {}), version: version + 1 })
      await tx.happened('meals.kitchen_changed', { kitchen: id })
      return { id }
    })
  },

  async end_kitchen(context, { kitchen: id, on }) {
    const { community } = await ownKitchen(context, id)
    const points = await pointsOf(context, id)
    if (points.length > 0) throw parentWrong(`${points[0].name}还归这个厨房管，请先停办它`)
    const ordered = await firstAfter(context, id, on)
    if (ordered) throw refuse('meals.still_ordered', `${dayWords(ordered.day)}还有人订了餐，请先和订餐的人说好、取消这些订餐`, 'on')
    return context.write({ target: id, division: community }, async tx => {
      if (!(await tx.update('kitchens', id, { set: { ended: on }, inc: { version: 1 } }))) throw noKitchen()
      // what was ordered while this was decided is called off, and what is held for standing orders let go
      await tx.happened('meals.kitchen_changed', { kitchen: id })
      return { id }
    })
  },
}

/** An order of a later day that still stands. */
async function firstAfter({ system }: Context, kitchen: string, on: string): Promise<OrderDoc | undefined> {
  const page = await system.find<OrderDoc>('orders', { where: { kitchen, day: { gt: on } }, order: ['day'], limit: 1000 })
  return page.items.find(one => one.state === 'open')
}
