/** Reading the ledger: whole stretches, what lies open, what is being asked about. */
import type { HourRow, Share, Statement } from '@domain/shifts/contract'
import { isOpen, openUntil, ready } from '@domain/shifts/open'
import type { Doc, Store, Where } from '../../_kit/store/port'
import type { VolunteerDoc } from '../docs'
import type { AskDoc, HourDoc } from './docs'

type From = Pick<Store, 'find'>

/** Every document a query finds, page by page. */
export async function whole<D extends Doc>(from: From, collection: string, where: Where, order: string[]): Promise<D[]> {
  const docs: D[] = []
  let after: string | undefined
  do {
    const page = await from.find<D>(collection, { where, order, limit: 1000, after })
    docs.push(...page.items)
    after = page.after
  } while (after)
  return docs
}

/** Somebody's entries by the day they were served, all or of a community, all or of a stretch of days. */
export const entriesOf = (
  from: From,
  account: string,
  { community, days }: { community?: string; days?: { gte: string; lte: string } } = {},
) => whole<HourDoc>(from, 'hours', { account, ...(community ? { community } : {}), ...(days ? { day: days } : {}) }, ['day'])

/** The roots somebody's hours are being asked about: they wait. */
export async function askedAbout(from: From, account: string): Promise<Set<string>> {
  const asks = await whole<AskDoc>(from, 'hours_asks', { account, state: 'waiting' }, ['account', 'state'])
  return new Set(asks.flatMap(({ root }) => (root ? [root] : [])))
}

export const shareOf = (entries: readonly HourDoc[]): Share => {
  const share = { total: 0, auto: 0, added: 0 }
  for (const { minutes, source } of entries) {
    share.total += minutes
    share[source] += minutes
  }
  return share
}

/** Minutes that may stand on a certificate. */
export const readyOf = (entries: readonly HourDoc[], today: string, asked: ReadonlySet<string>) =>
  [...ready(entries, today, asked).values()].reduce((all, one) => all + one, 0)

export const rowOf = (entry: HourDoc, today: string, asked: ReadonlySet<string>): HourRow => {
  const { _id, day, title, kind, minutes, source, what, at, why, byName, secondName, root } = entry
  const state = asked.has(root) ? 'asked' : isOpen(at, today) ? 'open' : 'counts'
  return {
    ...{ id: _id, day, title, kind, minutes, source, what, at, state },
    ...(state === 'open' ? { until: openUntil(at) } : {}),
    ...(why ? { why } : {}),
    ...(byName ? { by: byName } : {}),
    ...(secondName ? { second: secondName } : {}),
  }
}

export const nameOf = async (from: Pick<Store, 'get'>, division: string) =>
  (await from.get<Doc & { name: string }>('divisions', division))?.name ?? ''

/** A person's hours of a stretch of days; of one community, or wherever they helped. */
export async function statementOf(
  from: Store,
  about: { account: string; name: string; helper: VolunteerDoc | null; community?: string; range: { from: string; until: string } },
  today: string,
): Promise<Statement> {
  const { account, name, helper, community, range } = about
  const days = { gte: range.from, lte: range.until }
  const [entries, asked] = await Promise.all([entriesOf(from, account, { community, days }), askedAbout(from, account)])
  return {
    ...{ name: helper?.name ?? name, place: await nameOf(from, community ?? helper?.community ?? ''), ...range, printed: today },
    ...(helper?.cityId ? { cityId: helper.cityId } : {}),
    ...{ rows: entries.map(one => rowOf(one, today, asked)), ...shareOf(entries), ready: readyOf(entries, today, asked) },
  }
}
