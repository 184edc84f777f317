/** The tag kinds as the visits' rules and readers need them. */
import type { TagKind } from '@domain/people/contract'
import { KINDS } from '@domain/people/tags'
import type { Context } from '../_kit/context'
import type { Doc, Store, Tx } from '../_kit/store/port'

export type Kinds = TagKind[]

/** Every tag kind: what the city or a district has defined, over the ones everybody starts with. */
export async function kindsIn(store: Pick<Store, 'find'>): Promise<Kinds> {
  const stored = (await store.find<Doc & TagKind>('tag_kinds', { where: {}, limit: 500 })).items
  return [...KINDS.filter(kind => !stored.some(one => one.code === kind.code)), ...stored]
}

/** The kinds of some codes, by id: what a transaction can read. */
export async function kindsFor(tx: Pick<Tx, 'get'>, codes: string[]): Promise<Kinds> {
  const found = await Promise.all(
    [...new Set(codes)].map(async code => (await tx.get<Doc & TagKind>('tag_kinds', code)) ?? KINDS.find(kind => kind.code === code)),
  )
  return found.filter(kind => kind !== undefined)
}

/** Names of the tags among `codes`, in their order, that somebody in these roles may see. */
export const namesOf = (codes: string[], kinds: Kinds, roles: readonly string[]): string[] =>
  seenBy(codes, kinds, roles).flatMap(code => kinds.find(kind => kind.code === code)?.name ?? [])

/** The codes somebody in these roles may see; a code without a kind is seen by nobody. */
export const seenBy = (codes: string[], kinds: Kinds, roles: readonly string[]): string[] =>
  codes.filter(code => kinds.some(kind => kind.code === code && kind.see.some(role => roles.includes(role))))

/** What a reader may know: their roles in this operation and the kinds there are. */
export interface Reader {
  roles: readonly string[]
  kinds: Kinds
  today: string
}
export const readerOf = async (context: Context): Promise<Reader> => ({
  roles: context.roles,
  kinds: await kindsIn(context.system),
  today: context.today,
})
