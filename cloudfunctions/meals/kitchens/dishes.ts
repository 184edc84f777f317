/** The book of dishes. A menu keeps the recipe of its day: what is changed here reaches menus made from now on. */
import type { DishForm } from '@domain/meals/contract/kitchens'
import type { Context } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { DishDoc } from '../docs'
import { ownKitchen, seenKitchen } from './read'

type Dishes = Pick<Operations<'meals'>, 'dishes' | 'save_dish' | 'end_dish'>
const MOST = 1000
const noDish = () => notThere('meals', '这道菜')

/** Every dish of a kitchen; a kitchen has some hundreds at most. */
export const dishesOf = async ({ system }: Pick<Context, 'system'>, kitchen: string) =>
  (await system.find<DishDoc>('dishes', { where: { kitchen }, limit: MOST })).items

const tidy = (form: DishForm): DishForm => {
  const words = (list: string[]) => [...new Set(list.map(one => one.trim()))]
  return { ...form, name: form.name.trim(), ingredients: words(form.ingredients), allergens: words(form.allergens) }
}

export const dishes: Dishes = {
  async dishes(context, { kitchen }) {
    await seenKitchen(context, kitchen)
    const sort = ({ ended, name }: DishDoc) => `${ended && ended < context.today ? 1 : 0}${name}`
    const all = (await dishesOf(context, kitchen)).sort((a, b) => (sort(a) < sort(b) ? -1 : 1))
    return all.map(({ _id: id, community: _, ...dish }) => ({ id, ...dish }))
  },

  async save_dish(context, { kitchen, dish: asked, version = 0, form }) {
    const { community } = await ownKitchen(context, kitchen)
    const fresh = tidy(form)
    const others = (await dishesOf(context, kitchen)).filter(one => one._id !== asked && !one.ended)
    if (others.some(one => one.name === fresh.name))
      throw refuse('meals.dish_taken', `已经有${fresh.name}了，请改那一道，或换个名字`, 'form.name')
    const id = asked ?? `d${context.id()}`
    return context.write({ target: id, division: community }, async tx => {
      const now = await tx.get<DishDoc>('dishes', id)
      if (asked && now?.kitchen !== kitchen) throw noDish()
      if (now && now.version !== version) throw refuse('meals.changed_meanwhile', '别人刚改过这道菜，请重新打开再改', 'version')
      const ended = now?.ended
      await tx.put<DishDoc>('dishes', {
        _id: id,
        ...fresh,
        kitchen,
        community,
        ...(ended ? { ended } : {}),
        version: (now?.version ?? 0) + 1,
      })
      return { id }
    })
  },

  async end_dish(context, { dish: id, on }) {
    const dish = await context.store.get<DishDoc>('dishes', id)
    if (!dish) throw noDish()
    return context.write({ target: id, division: dish.community }, async tx => {
      if (!(await tx.update('dishes', id, { set: { ended: on }, inc: { version: 1 } }))) throw noDish()
      return { id }
    })
  },
}
