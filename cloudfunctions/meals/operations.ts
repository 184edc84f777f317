import type { Operations } from '../_kit/serve'
import { eaters } from './orders/eaters'
import { wards } from './orders/wards'

/** 妈妈厨房. Each part brings its own. */
export const operations: Operations<'meals'> = { ...wards, ...eaters }
