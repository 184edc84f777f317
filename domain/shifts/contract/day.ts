/** On the day: check-in and check-out, the rotating code, the roll-call, walk-ins, who did not come. */

export const day = {}
