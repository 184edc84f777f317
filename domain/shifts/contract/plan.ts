/** Shifts, templates, the weekly rhythm, series and standing rosters. */

export const plan = {}
