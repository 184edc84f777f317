/** The trace as its auditor reads it: what was done and tried in a division, newest first, and whether the chain of entries holds. */
import type { Entry } from '../_kit/audit'
import { type Account, OPERATOR } from '../_kit/identity'
import { verifyEnds } from '../_kit/seal'
import type { Operations } from '../_kit/serve'
import type { Store, Where } from '../_kit/store/port'
import { placeOf } from './me'

const PAGE = 50

async function names(store: Store, entries: Entry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map(one => one.who).filter(Boolean))]
  const accounts = await Promise.all(ids.map(id => store.get<Account>('accounts', id)))
  return new Map([[OPERATOR.id, OPERATOR.name], ...accounts.flatMap((one): [string, string][] => (one ? [[one._id, one.name]] : []))])
}

async function places(store: Store, entries: Entry[]): Promise<Map<string, string>> {
  const codes = [...new Set(entries.map(one => one.division).filter(Boolean))]
  return new Map(await Promise.all(codes.map(async (code): Promise<[string, string]> => [code, await placeOf(store, code)])))
}

export const tracing: Pick<Operations<'account'>, 'trace'> = {
  async trace(context, { division, after }) {
    const inside: Where = division.length === 12 ? { chain: division } : { division: { prefix: division } }
    const page = await context.store.find<Entry>('audit', { where: inside, order: ['-at'], limit: PAGE, after })
    const called = await names(context.system, page.items)
    const where = await places(context.system, page.items)
    const items = page.items.map(({ _id, at, who, role, operation, target, division: place, ok, code, note }) => ({
      ...{ id: _id, at, who: called.get(who) ?? '', role, operation, target, place: where.get(place) ?? '', ok },
      ...(code ? { code } : {}),
      ...(note ? { note } : {}),
    }))
    return { ...page, items, sealed: await verifyEnds(context.system, context.anchors, division) }
  },
}
