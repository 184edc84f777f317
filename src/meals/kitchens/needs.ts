/** What a portion takes, as a cook writes it: "猪肉 80 克，鸡蛋 1 个". Pure. */
import type { Need, Unit } from '@domain/meals/contract'
import { UNITS } from '@domain/meals/larder'

/** 两 and 斤 are how a cook thinks; grams are what is added up. */
const WORDS: { [word: string]: { unit: Unit; times: number } } = {
  ...{ 克: { unit: 'g', times: 1 }, 两: { unit: 'g', times: 50 }, 斤: { unit: 'g', times: 500 }, 公斤: { unit: 'g', times: 1000 } },
  ...{ 毫升: { unit: 'ml', times: 1 }, 升: { unit: 'ml', times: 1000 } },
  ...{ 个: { unit: 'piece', times: 1 }, 只: { unit: 'piece', times: 1 }, 块: { unit: 'piece', times: 1 }, 条: { unit: 'piece', times: 1 } },
}
const ONE = new RegExp(`^(.*?\\S)\\s*(\\d+(?:\\.\\d{1,2})?)\\s*(${Object.keys(WORDS).join('|')})$`)
const split = (text: string) =>
  text
    .split(/[\n，,、；;]+/)
    .map(one => one.trim())
    .filter(Boolean)

function needOf(text: string): Need | undefined {
  const [, ingredient, number, word] = ONE.exec(text) ?? []
  if (!ingredient || ingredient.length > 20) return undefined
  const { unit, times } = WORDS[word]
  const amount = Math.round(Number(number) * times * 100) / 100
  return amount > 0 ? { ingredient: ingredient.trim(), unit, amount } : undefined
}

export const needsOf = (text: string): Need[] => split(text).flatMap(one => needOf(one) ?? [])
/** The first thing that cannot be read; undefined when all can. */
export const unread = (text: string): string | undefined => split(text).find(one => !needOf(one))
export const needsText = (needs: readonly Need[] = []): string =>
  needs.map(({ ingredient, unit, amount }) => `${ingredient} ${amount} ${UNITS[unit]}`).join('、')
