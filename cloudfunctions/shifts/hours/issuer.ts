/** Who issues certificates in a community, and how its numbers begin. */
import { COLUMNS, prefixOf } from '@domain/shifts/certificate'
import { refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Store, Tx } from '../../_kit/store/port'
import type { IssuerDoc, PrefixDoc } from './docs'
import { nameOf } from './read'

/** As it was set, or as it is where nobody has: the community itself, numbers named by city, district and community. */
export async function issuerOf(from: Pick<Store, 'get'>, community: string): Promise<IssuerDoc> {
  const set = await from.get<IssuerDoc>('hours_issuers', community)
  if (set) return set
  const names = await Promise.all([community.slice(0, 4), community.slice(0, 6), community].map(code => nameOf(from, code)))
  return { _id: community, community, name: names[2], manager: '', prefix: prefixOf(names), columns: [...COLUMNS], version: 0 }
}

/** The prefix for this community alone: a neighbour with the same one makes it longer by the community's last digits. */
export async function claimed(whole: Tx, { community, prefix }: Pick<IssuerDoc, 'community' | 'prefix'>): Promise<string> {
  const mine = await whole.get<PrefixDoc>('hours_prefixes', prefix)
  if (mine && mine.community !== community) return claimed(whole, { community, prefix: `${prefix}${community.slice(-6)}` })
  if (!mine) await whole.insert<PrefixDoc>('hours_prefixes', { _id: prefix, community })
  return prefix
}

export const issuer: Pick<Operations<'shifts'>, 'issuer' | 'set_issuer'> = {
  async issuer({ system }, { community }) {
    const { version, name, manager, prefix, columns } = await issuerOf(system, community)
    return { community, version, name, manager, prefix, columns }
  },

  async set_issuer(context, { community, version, ...form }) {
    return context.write({ target: community, division: community }, async (tx, whole) => {
      const before = await tx.get<IssuerDoc>('hours_issuers', community)
      if ((before?.version ?? 0) !== version) throw refuse('shifts.changed_meanwhile', '刚刚有人改过，请再看一眼')
      const taken = await whole.get<PrefixDoc>('hours_prefixes', form.prefix)
      if (taken && taken.community !== community) throw refuse('shifts.prefix_taken', '别的社区已经在用这个字号了，换一个', 'prefix')
      if (!taken) await whole.insert<PrefixDoc>('hours_prefixes', { _id: form.prefix, community })
      await tx.put<IssuerDoc>('hours_issuers', { _id: community, community, ...form, version: version + 1 })
      return { id: community }
    })
  },
}
