/** The registry: every operation its contract names, each group in a file of its own. */
import type { Operations } from '../_kit/serve'
import { consents } from './consents'
import { divisions } from './divisions'
import { grids } from './grids'
import { households } from './households'
import { importing } from './import/operations'
import { moves } from './moves'
import { numbers } from './numbers'
import { residents } from './residents'
import { search } from './search'
import { tags } from './tags'

export const operations: Operations<'people'> = {
  ...divisions,
  ...grids,
  ...households,
  ...residents,
  ...moves,
  ...tags,
  ...numbers,
  ...search,
  ...consents,
  ...importing,
}
