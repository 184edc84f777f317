/** Which route passes a building. */
import type { Store, Tx } from '../../_kit/store/port'
import type { RoutesDoc } from './docs'

/**
 * The route of a kitchen that passes a building (as the order has it: '3', or '210102025016/3' in another community; see domain/meals/building); undefined when none does, and the order is then
 * shown as one without a route. Reads one document by id, so that a transaction can.
 */
export async function routeFor(from: Pick<Store | Tx, 'get'>, kitchen: string, building: string): Promise<string | undefined> {
  const book = await from.get<RoutesDoc>('routes', kitchen)
  return book?.routes.find(route => route.buildings.includes(building))?.id
}
