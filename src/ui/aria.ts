/** What an element is and says to somebody who cannot see it; the same words for both platforms. */
export interface Aria {
  role?: string
  label?: string
  level?: number
  selected?: boolean
  checked?: boolean
  expanded?: boolean
  disabled?: boolean
  invalid?: boolean
  hidden?: boolean
  modal?: boolean
  busy?: boolean
  live?: 'polite' | 'assertive'
  /** Where one is in a set of links: this page. */
  current?: boolean
  describedBy?: string
  labelledBy?: string
}
const NAMES = { describedBy: 'aria-describedby', labelledBy: 'aria-labelledby' } as const
const nameOf = (key: string) => (key === 'role' ? key : key in NAMES ? NAMES[key as keyof typeof NAMES] : `aria-${key}`)

/** As attributes of an HTML element. What is absent stays absent. */
export function attributes(aria: Aria): Record<string, string> {
  const pairs = Object.entries(aria).flatMap(([key, value]) =>
    value === undefined ? [] : [[nameOf(key), key === 'current' ? (value ? 'page' : 'false') : String(value)]],
  )
  return Object.fromEntries(pairs)
}
