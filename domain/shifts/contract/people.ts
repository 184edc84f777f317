/** People and teams: registering, approval, papers, labels, load limits, pauses; teams and their leads. */
import { office } from './office'
import { ownOperations } from './own'

export const people = { ...ownOperations, ...office }
