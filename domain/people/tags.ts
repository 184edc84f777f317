/**
 * Tags as data: the fourteen to start with, and what tags decide.
 * The numbers are editable defaults. They follow the city's practice: everybody twice a year, families in difficulty and those
 * watched over monthly, old people living alone or in an empty nest every week (the doors' accounts of 和平区 and 沈北新区, FIELD §1 rows 5-6).
 */
import type { TagKind } from './contract'

/** Days between visits where no tag asks for less: twice a year. */
export const EVERY = 180

const ALL = ['grid', 'community', 'street', 'district', 'city']
const DOOR = ['grid', 'community']
const OFFICE = ['community']

type Row = [code: string, name: string, every: number | undefined, weight: number, set: string[], meals?: string]
const NORMAL: Row[] = [
  ['alone', '独居', 7, 30, DOOR, 'alone'],
  ['empty_nest', '空巢', 7, 25, DOOR, 'empty_nest'],
  ['aged', '高龄', 7, 25, DOOR, 'aged'],
  ['dependent', '失能', 7, 35, DOOR, 'dependent'],
  ['disabled', '残疾', 30, 20, DOOR, 'disabled'],
  ['low_income', '低保', 30, 15, OFFICE, 'low_income'],
  ['extreme_poverty', '特困', 15, 25, OFFICE, 'extreme_poverty'],
  ['veteran', '退役军人', 90, 5, DOOR, 'veteran'],
  ['party', '党员', undefined, 0, DOOR],
  ['left_behind', '留守儿童', 15, 20, DOOR],
]
/** Health and hardship (PIPL art. 28): the door and the office see them, nobody above; 精神障碍 stays with the office. */
const SENSITIVE: [...Row, see: string[]][] = [
  ['ill', '重病', 14, 30, DOOR, 'ill', DOOR],
  ['mental', '精神障碍', 15, 30, OFFICE, undefined, OFFICE],
  ['hardship_child', '困境儿童', 15, 25, OFFICE, undefined, DOOR],
  ['maternity', '孕产妇', 30, 15, DOOR, undefined, DOOR],
]

const kind = ([code, name, every, weight, set, meals]: Row, sensitivity: 'normal' | 'sensitive', see: string[]): TagKind => ({
  code,
  name,
  sensitivity,
  see,
  set,
  ...(every === undefined ? {} : { every }),
  weight,
  ...(meals === undefined ? {} : { meals }),
})

/** What a fresh store starts with. */
export const KINDS: TagKind[] = [
  ...NORMAL.map(row => kind(row, 'normal', ALL)),
  ...SENSITIVE.map(([code, name, every, weight, set, meals, see]) => kind([code, name, every, weight, set, meals], 'sensitive', see)),
]

interface Held {
  code: string
  since: string
  until?: string
}

/** The codes that hold on a day: begun, and not ended before it (`until` is the last day). */
export const heldOn = (tags: Held[], day: string) =>
  [...new Set(tags.filter(tag => tag.since <= day && (tag.until ?? '9999') >= day).map(tag => tag.code))].sort()

/** The next day on which `heldOn` answers something else; undefined when nothing is to come. */
export function nextChange(tags: Held[], day: string, after: (day: string) => string): string | undefined {
  const days = tags.flatMap(tag => [tag.since, ...(tag.until ? [after(tag.until)] : [])])
  return days.filter(change => change > day).sort()[0]
}

/** Which of these codes somebody with these roles may see. Unknown codes are seen by nobody. */
export const visible = (codes: string[], kinds: Pick<TagKind, 'code' | 'see'>[], roles: readonly string[]) =>
  codes.filter(code => kinds.some(one => one.code === code && one.see.some(role => roles.includes(role))))

/** The shortest interval among the tags, in days, and which tags ask for it; the default when none asks. */
export function interval(codes: string[], kinds: Pick<TagKind, 'code' | 'every'>[]): { every: number; because: string[] } {
  const asking = kinds.filter(one => codes.includes(one.code) && one.every !== undefined)
  const every = Math.min(EVERY, ...asking.map(one => one.every ?? EVERY))
  return { every, because: asking.filter(one => one.every === every).map(one => one.code) }
}

/** How urgent a household is once due: the weights of its tags together, at most 100. */
export const weightOf = (codes: string[], kinds: Pick<TagKind, 'code' | 'weight'>[]) =>
  Math.min(
    100,
    kinds.filter(one => codes.includes(one.code)).reduce((sum, one) => sum + one.weight, 0),
  )
