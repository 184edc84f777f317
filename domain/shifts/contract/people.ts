/** People and teams: registering, approval, papers, labels, load limits, pauses; teams and their leads. */
import { office } from './office'
import { ownOperations } from './own'
import { teamOperations } from './teams'

export const people = { ...ownOperations, ...office, ...teamOperations }
