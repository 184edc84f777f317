/** Getting the word out: shortage calls, the calendar feed, what somebody wants to be told. */

export const word = {}
