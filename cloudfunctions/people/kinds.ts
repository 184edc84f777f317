/** The tags there are: the starting ones, with what the district or the city has changed or added. */
import type { TagKind } from '@domain/people/contract'
import { KINDS } from '@domain/people/tags'
import type { Context } from '../_kit/context'
import type { Store } from '../_kit/store/port'
import type { KindDoc } from './docs'

const bare = ({ _id, ...kind }: KindDoc): TagKind => kind

/** Every tag kind, stored ones over the starting ones. */
export async function kindsIn(store: Pick<Store, 'find'>): Promise<TagKind[]> {
  const stored = (await store.find<KindDoc>('tag_kinds', { where: {}, limit: 500 })).items.map(bare)
  return [...KINDS.filter(kind => !stored.some(one => one.code === kind.code)), ...stored]
}

/** The roles the caller holds over a division: what they may see depends on where, not only on who. */
export const rolesAt = (context: Context, division: string): string[] =>
  (context.person?.memberships ?? []).filter(one => division.startsWith(one.scope)).map(one => one.role)
