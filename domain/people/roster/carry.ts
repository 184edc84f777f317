/** What merged cells leave empty: the building, unit and room of the row above, taken down only where it is certain. */
import { tidyBuilding } from '../address'
import { plain } from '../text'
import type { Place } from './door'
import { placeOf, type Reading } from './row'
import { shapeOf } from './shape'
import type { Cell } from './sheet'

/** A column with more gaps than this was merged or left out on purpose all along; fewer gaps are somebody's slip. */
const GAPS = 0.15
const PARTS = ['area', 'building', 'unit', 'room', 'address'] as const

export type Gaps = Record<(typeof PARTS)[number], boolean>

/** Which columns of this file are written once and carried down. */
export function gapsOf(rows: Cell[][], reading: Reading): Gaps {
  const places = rows.filter(cells => shapeOf(cells, reading) === 'person').map(cells => placeOf(cells, reading))
  const gappy = (part: (typeof PARTS)[number]) => {
    const empty = places.filter(place => place[part] === '').length
    return empty < places.length && empty / places.length > GAPS
  }
  return { area: gappy('area'), building: gappy('building'), unit: gappy('unit'), room: gappy('room'), address: gappy('address') }
}

const nothing = (place: Place) => !plain(place.building) && !plain(place.unit) && !plain(place.room) && !plain(place.address)

/**
 * The row's place, completed from the row above. A row without any address belongs to the household above when it names a relation
 * other than the head's, or when the whole file leaves the address to the household's first row.
 */
export function carried(place: Place, above: Place | null, relation: string, gaps: Gaps): Place {
  if (!above) return place
  const member = relation !== '' && relation !== '户主'
  if (nothing(place)) {
    const style = relation === '' && (gaps.room || gaps.address || gaps.building)
    return member || style ? { ...above, area: place.area || above.area } : place
  }
  const area = place.area || (gaps.area ? above.area : '')
  if (!plain(place.building) && !plain(place.address) && gaps.building)
    return { ...place, area, building: above.building, unit: plain(place.unit) || !gaps.unit ? place.unit : above.unit }
  const same = plain(place.building) && tidyBuilding(place.building) === tidyBuilding(above.building)
  if (same && member && !plain(place.room) && gaps.room) return { ...place, area, unit: place.unit || above.unit, room: above.room }
  return { ...place, area }
}
