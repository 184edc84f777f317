/** The limits of the food safety log, and what is said when something is outside them. Pure. */
import type { DishKind } from './contract/base'
import type { SafetyEntry } from './contract/safety'

/** 中心温度 of what is cooked through (GB 31654). */
export const CORE = 70
/** A sample is kept for 48 hours, at least 125 g of each dish. */
export const KEPT = 48 * 3_600_000
export const GRAMS = 125
export const FRIDGE = { from: 0, to: 8 }
export const FREEZER = -12

/** What is served hot, and measured. */
export const isHot = (kind: DishKind) => kind !== 'dessert'

/** What is outside its limits, with what to do; undefined when all is well. */
export function wrongWith(entry: SafetyEntry): { code: 'too_cold' | 'too_warm'; words: string } | undefined {
  if (entry.kind === 'core' && entry.celsius < CORE)
    return { code: 'too_cold', words: `才 ${entry.celsius} 度，没到 ${CORE} 度。接着加热再量一次；不加热的话，写下怎么处理的` }
  if (entry.kind !== 'fridge') return undefined
  const { celsius, frozen, place } = entry
  if (frozen && celsius > FREEZER) return warm(`${place} ${celsius} 度，冷冻要在 ${FREEZER} 度以下`)
  if (!frozen && celsius > FRIDGE.to) return warm(`${place} ${celsius} 度，冷藏要在 ${FRIDGE.to} 度以下`)
  if (!frozen && celsius < FRIDGE.from) return warm(`${place} ${celsius} 度，冷藏不能低于 ${FRIDGE.from} 度，会冻坏`)
  return undefined
}
const warm = (words: string) => ({ code: 'too_warm' as const, words: `${words}。先调好，再写下怎么处理的` })

/** What the log says of an entry, in one line. `name`: of the dish, or of what the sample was of. */
export function sayEntry(entry: SafetyEntry, name: string): string {
  if (entry.kind === 'core') return `${name} 中心温度 ${entry.celsius} 度`
  if (entry.kind === 'sample') return `${name} 留样 ${entry.grams} 克，放在${entry.place}`
  if (entry.kind === 'removed') return `${name} 的留样处理了${entry.words?.trim() ? `，${entry.words.trim()}` : ''}`
  return `${entry.place} ${entry.celsius} 度`
}
