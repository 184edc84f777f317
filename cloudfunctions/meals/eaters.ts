/** Whoever eats, as the kitchen needs to know them: read from the registry, by id. */
import { ageOn } from '@domain/days'
import type { TagKind } from '@domain/people/contract'
import { calling } from '@domain/people/mask'
import { heldOn, KINDS } from '@domain/people/tags'
import type { Doc, Store, Tx } from '../_kit/store/port'

/** The fields of the registry that are read here; their owner is people. */
type Resident = Doc & {
  household: string
  grid: string
  name: string
  sex?: 'male' | 'female'
  born?: string
  living: string
  tags: { code: string; since: string; until?: string }[]
}
type Household = Doc & { label: string; walk: string; address: { building: string; unit: string; room: string }; ended?: unknown }

export interface Eater {
  id: string
  /** 张奶奶: how a neighbour calls them. */
  call: string
  name: string
  age?: number
  born?: string
  /** Codes of meal-price categories that hold on the day (`meals` of a tag's kind): low_income, disabled ... */
  categories: string[]
  /** Neither moved away nor dead, in a household that is still registered. */
  here: boolean
  /** The grid they live in, and where its door is. */
  home: string
  household: string
  door: string
  building: string
  walk: string
}

/** From 75 on a neighbour says 爷爷 and 奶奶. */
const kindly = (call: string, age = 0) => (age < 75 ? call : call.replace(/大爷$/, '爷爷').replace(/大娘$/, '奶奶'))

/** Somebody as of a day; null when there is no such resident. Reads by id only, so that a transaction can. */
export async function eaterOn(from: Pick<Store | Tx, 'get'>, id: string, day: string): Promise<Eater | null> {
  const resident = await from.get<Resident>('residents', id)
  const household = resident && (await from.get<Household>('households', resident.household))
  if (!resident || !household) return null
  const age = resident.born ? ageOn(resident.born, day) : undefined
  return {
    ...{ id, name: resident.name, call: kindly(calling(resident.name, resident.sex, age), age) },
    ...(age === undefined ? {} : { age, born: resident.born }),
    categories: await categoriesOf(from, heldOn(resident.tags, day)),
    here: !household.ended && resident.living !== 'moved' && resident.living !== 'deceased',
    ...{ home: resident.grid, household: resident.household, door: household.label, walk: household.walk },
    building: household.address.building,
  }
}

async function categoriesOf(from: Pick<Store | Tx, 'get'>, codes: string[]): Promise<string[]> {
  const kinds = await Promise.all(
    codes.map(async code => (await from.get<Doc & TagKind>('tag_kinds', code)) ?? KINDS.find(kind => kind.code === code)),
  )
  return [...new Set(kinds.flatMap(kind => (kind?.meals ? [kind.meals] : [])))]
}
