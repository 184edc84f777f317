/** Ages from strings: a birthday never becomes a Date (Shanghai was UTC+9 on 3,091 days between 1940 and 1991). */

/**
 * Completed years on a day, both 'YYYY-MM-DD'. Somebody born on 29 February is a year older on 1 March of a common year
 * (a year is complete when its last day has passed). Undefined before birth.
 */
export function ageOn(born: string, day: string): number | undefined {
  if (day < born) return undefined
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}
