/** '2026-11' of a day. */
export const monthOf = (day: string) => day.slice(0, 7)
