/** A rule set as it is shown. */
import type { OutputOf } from '@domain'
import type { RulesView } from '@domain/meals/contract/prices'
import { findingsOf } from '@domain/meals/findings'
import { wordsOf } from '@domain/meals/saying'
import { KINDS } from '@domain/people/tags'
import type { Store } from '../../_kit/store/port'
import type { RulesDoc } from './docs'

type Category = OutputOf<'meals.price_rules'>['categories'][number]

/** Every category a rule may name: those that tags carry, and children. */
export async function categoriesIn(store: Pick<Store, 'find'>): Promise<Category[]> {
  const stored = (await store.find('tag_kinds', { where: {}, limit: 500 })).items as unknown as {
    code: string
    name: string
    meals?: string
  }[]
  const kinds = [...KINDS.filter(kind => !stored.some(one => one.code === kind.code)), ...stored]
  const named = kinds.flatMap(({ meals, name }) => (meals ? [{ code: meals, name }] : []))
  return [...new Map([...named, { code: 'child', name: '儿童' }].map(one => [one.code, one])).values()]
}
export const namesOf = (categories: Category[]) => Object.fromEntries(categories.map(({ code, name }) => [code, name]))

/** `set` null: nothing was ever saved here. */
export function viewOf(set: RulesDoc | null, name: string, day: string): RulesView {
  if (!set) return { rules: [], version: 0, name, findings: [] }
  const { rules, names, version, at, by } = set
  return {
    rules: rules.map(rule => ({ ...rule, words: wordsOf(rule, names) })),
    ...{ version, name, findings: findingsOf(set, day), saved: { at, by } },
  }
}
