/** What the clock does for the volunteers' service. Each part brings its own. */
import type { Job } from '../_kit/clock'
import { jobs as day } from './day/clock'
import { jobs as desk } from './desk/clock'
import { jobs as hours } from './hours/clock'
import { jobs as people } from './people/clock'
import { jobs as plan } from './plan/clock'
import { jobs as signing } from './signing/clock'
import { jobs as word } from './word/clock'

export const jobs: Job[] = [...people, ...plan, ...signing, ...day, ...hours, ...word, ...desk]
