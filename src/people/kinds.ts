/** A kind of tag while it is being written, and how its rules are said. */
import type { TagKind } from '@domain/people/contract'
import { KINDS } from '@domain/people/tags'
import type { Option } from '@/ui'

/** Who may see or set a tag, nearest to the door first. */
export const READERS: readonly Option<string>[] = [
  { value: 'grid', label: '网格员' },
  { value: 'community', label: '社区' },
  { value: 'street', label: '街道' },
  { value: 'district', label: '区里' },
  { value: 'city', label: '市里' },
]
/** Only who stands at the door or sits in its office writes tags down; of sensitive ones they alone know (PIPL art. 28). */
export const NEAR = READERS.slice(0, 2)
const MEALS = KINDS.filter(kind => kind.meals)
export const MEAL_OPTIONS: readonly Option<string>[] = [
  { value: '', label: '不影响' },
  ...MEALS.map(kind => ({ value: kind.meals ?? '', label: kind.name })),
]
/** How far to the front among the doors due on one day; a weight in between is said as the step below it. */
export const STEPS: readonly Option<string>[] = [
  { value: '0', label: '不往前排' },
  { value: '10', label: '稍往前' },
  { value: '20', label: '往前' },
  { value: '30', label: '最前面' },
]
export const stepOf = (weight: number) => String(Math.min(30, Math.floor(weight / 10) * 10))

/** As typed: `every` is '' or digits. */
export interface Written extends Omit<TagKind, 'code' | 'every' | 'meals'> {
  every: string
  meals: string
}
export const NEW: Written = {
  ...{ name: '', sensitivity: 'normal', every: '', weight: 10, meals: '' },
  see: READERS.map(({ value }) => value),
  set: NEAR.map(({ value }) => value),
}
export const written = ({ code: _, every, meals = '', ...kind }: TagKind): Written => ({
  ...kind,
  every: every ? String(every) : '',
  meals,
})

/** What is sent. Nobody sets what they may not see. */
export function kindOf({ every, meals, ...rest }: Written, code: string): TagKind {
  const see = rest.sensitivity === 'sensitive' ? rest.see.filter(isNear) : rest.see
  const set = rest.set.filter(role => see.includes(role))
  return { ...rest, code, name: rest.name.trim(), see, set, ...(every ? { every: Number(every) } : {}), ...(meals ? { meals } : {}) }
}
const isNear = (role: string) => NEAR.some(({ value }) => value === role)

/** A new tag's code: letters of the draft's own id, so that saving twice is one tag. Nobody sees it. */
export const codeOf = (draft: string) => `tag_${draft.toLowerCase().replace(/[^a-z]/g, '')}`.slice(0, 30)

/** What is missing or wrong, by field, as sentences. */
export function wrong({ name, every, see, set, sensitivity }: Written): { name?: string; every?: string; see?: string; set?: string } {
  const seen = sensitivity === 'sensitive' ? see.filter(isNear) : see
  return {
    ...(name.trim() ? {} : { name: '给标签起个名字' }),
    ...(every === '' || (Number(every) >= 1 && Number(every) <= 365) ? {} : { every: '写 1 到 365 之间的天数，或者空着' }),
    ...(seen.length ? {} : { see: '至少选一个看得到的' }),
    ...(set.some(role => seen.includes(role)) ? {} : { set: '至少选一个能登记的，要在看得到的人里选' }),
  }
}

const said = (roles: string[]) =>
  READERS.filter(({ value }) => roles.includes(value))
    .map(({ label }) => label)
    .join('、') || '没有人'
/** Everything a kind decides, in the words of a list. */
export const rules = ({ see, set, every, weight, meals }: TagKind) => ({
  see: see.length === READERS.length ? '都看得到' : said(see),
  set: said(set),
  every: every ? `${every} 天` : '不另定',
  weight: STEPS.find(({ value }) => value === stepOf(weight))?.label ?? '',
  meals: MEAL_OPTIONS.find(({ value }) => value === (meals ?? ''))?.label ?? '不影响',
})
