/** '2026-11-25' -> '11月25日 周三' */
import { weekdayOf } from '@domain/days'

export const dayWords = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 周${'日一二三四五六'[weekdayOf(day)]}`
