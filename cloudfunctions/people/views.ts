/** How registry documents are shown: lists always masked; a household's page whole for its grid and its community; tags as far as the caller may see them there. */
import { ageOn } from '@domain/people/age'
import type { Household, HouseholdCard, Resident, ResidentCard, TagKind } from '@domain/people/contract'
import { maskName } from '@domain/people/mask'
import { visible } from '@domain/people/tags'
import type { Context } from '../_kit/context'
import { placeOf } from './divisions'
import { type GridDoc, type HouseholdDoc, isCurrent, type ResidentDoc } from './docs'
import { kindsIn, rolesAt } from './kinds'

const NEAR = ['grid', 'community']

/** Names of the codes the caller may see at a place. */
export const tagNames = (context: Context, grid: string, codes: string[], kinds: TagKind[]) =>
  visible(codes, kinds, rolesAt(context, grid)).map(code => kinds.find(kind => kind.code === code)?.name ?? code)

export function householdCard(context: Context, doc: HouseholdDoc, kinds: TagKind[]): HouseholdCard {
  const { _id, grid, label, head, count, tags, ended } = doc
  return { id: _id, grid, label, head, count, tags: tagNames(context, grid, tags, kinds), ...(ended ? { ended: ended.on } : {}) }
}

const ageOf = (doc: ResidentDoc, today: string) => {
  const age = doc.born && doc.living !== 'deceased' ? ageOn(doc.born, today) : undefined
  return age === undefined ? {} : { age }
}

export function residentCard(context: Context, doc: ResidentDoc, kinds: TagKind[]): ResidentCard {
  const { _id, household, grid, label, sex, living } = doc
  return {
    ...{ id: _id, household, grid, label, living },
    name: maskName(doc.name),
    ...ageOf(doc, context.today),
    ...(sex ? { sex } : {}),
    tags: tagNames(context, grid, doc.tagCodes, kinds),
  }
}

function resident(context: Context, doc: ResidentDoc, kinds: TagKind[], whole: boolean): Resident {
  const { _id, household, grid, name, sex, born, phoneMasks, relation, living, note, version } = doc
  const seen = visible(
    doc.tags.map(tag => tag.code),
    kinds,
    rolesAt(context, grid),
  )
  return {
    ...{ id: _id, household, grid, relation, living, version },
    name: whole ? name : maskName(name),
    ...(sex ? { sex } : {}),
    ...(born && whole ? { born } : {}),
    ...ageOf(doc, context.today),
    phones: phoneMasks,
    hasIdNumber: doc.idNumber !== undefined,
    tags: doc.tags
      .filter(tag => seen.includes(tag.code) && (tag.until ?? '9999') >= context.today)
      .map(tag => ({ ...tag, name: kinds.find(kind => kind.code === tag.code)?.name ?? tag.code })),
    ...(note && whole ? { note } : {}),
  }
}

/** Those who live here first, the head leading, then by age; those who moved away or died last. */
function inOrder(residents: ResidentDoc[]): ResidentDoc[] {
  const rank = (one: ResidentDoc) => `${isCurrent(one.living) ? 0 : 1}${one.relation === '户主' ? 0 : 1}${one.born ?? '9999'}`
  return [...residents].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

/** The household's page. */
export async function householdPage(context: Context, doc: HouseholdDoc): Promise<Household> {
  const kinds = await kindsIn(context.system)
  const people = await context.store.find<ResidentDoc>('residents', { where: { household: doc._id }, limit: 200 })
  const grid = await context.system.get<GridDoc>('grids', doc.grid)
  const whole = rolesAt(context, doc.grid).some(role => NEAR.includes(role))
  const { _id, community, address, label, ended, version } = doc
  return {
    ...{ id: _id, grid: doc.grid, community, address, label, version },
    gridName: grid?.name ?? '',
    place: (await placeOf(context.system, community)).slice(-2).join(' '),
    residents: inOrder(people.items).map(one => resident(context, one, kinds, whole)),
    ...(ended ? { ended } : {}),
  }
}
