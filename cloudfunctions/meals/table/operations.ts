import { rate } from './rate'

/** Around the table: ratings, birthdays, notes, donations. */
export const table = { rate }
