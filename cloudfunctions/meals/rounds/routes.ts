/** The routes of a kitchen: which buildings are passed on which way, by whom, how much at a time. */
import { buildingKey, type Names, sayKey } from '@domain/meals/building'
import type { Route } from '@domain/meals/contract/rounds'
import type { Context } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { communityNames, namesFor } from '../brought'
import type { KitchenDoc } from '../docs'
import { ownKitchen } from '../kitchens/read'
import type { RoutesDoc } from './docs'
import { carriersOf } from './reach'

/** Buildings as one reads them: 2 before 10. */
const asRead = (a: string, b: string) => a.localeCompare(b, 'zh', { numeric: true })

/** The communities a kitchen feeds, its own first. */
const placesOf = ({ community, serves }: KitchenDoc) => [...new Set([community, ...serves])]

/** Every building of the communities a kitchen feeds, one community after the other. */
async function buildingsOf({ system }: Context, kitchen: KitchenDoc): Promise<string[]> {
  const inside = async (community: string) => {
    const rows = await system.tally('households', { where: { community }, by: 'address.building' })
    const found = rows.map(row => row.by).filter(Boolean)
    return found.sort(asRead).map(building => buildingKey(kitchen.community, community, building))
  }
  return (await Promise.all(placesOf(kitchen).map(inside))).flat()
}

/** Refuses: meals.building_twice. */
function mustDiffer(routes: Route[], names: Names) {
  const passed = new Map<string, string>()
  for (const [at, { name, buildings }] of routes.entries())
    for (const building of buildings) {
      const other = passed.get(building)
      if (other !== undefined) throw refuse('meals.building_twice', twice(sayKey(building, names), other, name), `routes.${at}.buildings`)
      passed.set(building, name)
    }
  const ids = new Set(routes.map(one => one.id))
  if (ids.size < routes.length) throw refuse('meals.building_twice', '有两条路线的编号一样，请删掉一条重建', 'routes')
}
const twice = (building: string, other: string, name: string) =>
  other === name ? `${name}里 ${building} 号楼写了两遍，请留一个` : `${building} 号楼已经在${other}上了，一栋楼只归一条路线`

export const routes: Pick<Operations<'meals'>, 'routes' | 'save_routes'> = {
  async routes(context, { kitchen: id }) {
    const kitchen = await ownKitchen(context, id)
    const book = await context.store.get<RoutesDoc>('routes', id)
    const [buildings, carriers, others, former] = await Promise.all([
      buildingsOf(context, kitchen),
      carriersOf(context.system, kitchen.community, context.today),
      communityNames(context.system, placesOf(kitchen).slice(1)),
      namesFor(context.system, book?.routes.flatMap(route => route.buildings) ?? []),
    ])
    const passed = new Set(book?.routes.flatMap(route => route.buildings))
    const without = buildings.filter(building => !passed.has(building))
    return { routes: book?.routes ?? [], version: book?.version ?? 0, buildings, names: { ...former, ...others }, without, carriers }
  },

  async save_routes(context, { kitchen: id, version, routes }) {
    const kitchen = await ownKitchen(context, id)
    mustDiffer(
      routes,
      await namesFor(
        context.system,
        routes.flatMap(one => one.buildings),
      ),
    )
    const carriers = await carriersOf(context.system, kitchen.community, context.today)
    const stranger = routes.findIndex(({ volunteer }) => volunteer && !carriers.some(one => one.account === volunteer))
    if (stranger >= 0) throw cannotCarry(`routes.${stranger}.volunteer`)
    return context.write({ target: id, division: kitchen.community }, async tx => {
      const before = await tx.get<RoutesDoc>('routes', id)
      if ((before?.version ?? 0) !== version) throw refuse('meals.changed_meanwhile', '路线刚被别人改过，请看一眼新的再改', 'version')
      await tx.put<RoutesDoc>('routes', { _id: id, community: kitchen.community, routes, version: version + 1 })
      return { id }
    })
  },
}

export const cannotCarry = (at: string) => refuse('meals.cannot_carry', '这个人还不是这里的志愿者，请先在人员里安排', at)
