import type { Operations } from '../_kit/serve'
import { operations as day } from './day/operations'
import { operations as desk } from './desk/operations'
import { operations as hours } from './hours/operations'
import { operations as people } from './people/operations'
import { operations as plan } from './plan/operations'
import { operations as signing } from './signing/operations'
import { operations as word } from './word/operations'

/** 志愿服务. Each part brings its own. */
export const operations: Operations<'shifts'> = {
  ...people,
  ...plan,
  ...signing,
  ...day,
  ...hours,
  ...word,
  ...desk,
}
