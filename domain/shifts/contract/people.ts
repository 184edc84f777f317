/** People and teams: registering, approval, papers, labels, load limits, pauses; teams and their leads. */

export const people = {}
