/** How the registry's words are said on screen. */
import type { Living } from '@domain/people/contract'
import { type GridKind, STANDARD, sizeWarning } from '@domain/people/size'
import type { InferOutput } from 'valibot'
import type { Option } from '@/ui'

export const LIVING: Record<InferOutput<typeof Living>, string> = {
  living: '住在这里',
  away: '人在外地',
  moved: '搬走了',
  deceased: '去世了',
  unknown: '不清楚',
}
export const HERE: readonly Option<'living' | 'away' | 'unknown'>[] = [
  { value: 'living', label: LIVING.living },
  { value: 'away', label: '户口在这，人在外' },
  { value: 'unknown', label: LIVING.unknown },
]
export const SEX: readonly Option<'male' | 'female'>[] = [
  { value: 'male', label: '男' },
  { value: 'female', label: '女' },
]
export const sexWord = (sex?: 'male' | 'female') => (sex === 'male' ? '男' : sex === 'female' ? '女' : '')
export const RELATIONS = ['户主', '配偶', '子女', '父母', '孙子女', '租客']

export const KINDS: readonly Option<'old' | 'managed' | 'village'>[] = (['old', 'managed', 'village'] as const).map(value => ({
  value,
  label: STANDARD[value].name,
  note: STANDARD[value].said,
}))

/** Against the city's standard, in two words; '' while the grid is empty. */
export function sizeWord(kind: GridKind, households: number): string {
  if (!sizeWarning(kind, households)) return households ? '合适' : ''
  return households > STANDARD[kind].to ? '户数偏多' : '户数偏少'
}

/** 3 becomes 3号楼, 平房 stays. */
export const buildingWord = (building: string) => (/\d$/.test(building) ? `${building}号楼` : building)

/** Where a household's own page is; visits owns it. */
export const DOOR_PAGE = '/visits/pages/door/index'
export const HOUSEHOLD_PAGE = '/people/pages/household/index'
export const RESIDENT_PAGE = '/people/pages/resident/index'
export const PERSON_PAGE = '/people/pages/person/index'
export const GRIDS_PAGE = '/people/pages/grids/index'
export const IMPORT_PAGE = '/people/pages/import/index'
export const TAG_PAGE = '/people/pages/tag/index'
export const MEMBERS_PAGE = '/account/pages/members/index'
