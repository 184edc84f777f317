import type { Aria } from './aria'

const NAMES = { describedBy: 'aria-describedby', labelledBy: 'aria-labelledby', current: 'aria-selected' } as const

/** As attributes of WeChat's built-in components (config/plugins/a11y-components.js lists them for Taro's templates). */
export function attributes(aria: Aria): Record<string, string> {
  const pairs = Object.entries(aria).flatMap(([key, value]) =>
    value === undefined ? [] : [[key in NAMES ? NAMES[key as keyof typeof NAMES] : `aria-${key}`, String(value)]],
  )
  return Object.fromEntries(pairs)
}
export type { Aria }
