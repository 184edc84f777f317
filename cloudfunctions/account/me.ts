/** Who is signed in, as their client may know them. */
import type { Me, Membership } from '@domain/account/contract'
import type { Context } from '../_kit/context'
import type { Account, MembershipDoc } from '../_kit/identity'
import type { Doc, Store } from '../_kit/store/port'

/** A division's name as people say it: the community, or the grid with its community ("和平新村社区 第1网格"). */
export async function placeOf(store: Pick<Store, 'get'>, scope: string): Promise<string> {
  const division = await store.get<Doc & { name: string }>('divisions', scope.slice(0, 12))
  if (scope.length < 15) return division?.name ?? scope
  const grid = await store.get<Doc & { name: string }>('grids', scope)
  return [division?.name, grid?.name].filter(Boolean).join(' ')
}

export async function shownMembership(store: Pick<Store, 'get'>, it: MembershipDoc): Promise<Membership> {
  const { _id, role, scope, since, until, for: whose } = it
  const place = await placeOf(store, scope)
  const replaced = whose ? (await store.get<Account>('accounts', whose))?.name : undefined
  return { id: _id, role, scope, place, since, ...(until ? { until } : {}), ...(replaced ? { for: replaced } : {}) }
}

/** The account's own view of itself: phone masked, only the memberships that hold today. */
export async function meOf(context: Pick<Context, 'system' | 'now' | 'today'>, account: Account): Promise<Me> {
  const all = await context.system.find<MembershipDoc>('memberships', { where: { account: account._id }, limit: 200 })
  const valid = all.items.filter(one => one.since <= context.today && (one.until === undefined || context.today <= one.until))
  return {
    id: account._id,
    name: account.name,
    phone: account.phoneMask,
    ...(account.resident ? { resident: account.resident } : {}),
    memberships: await Promise.all(valid.map(one => shownMembership(context.system, one))),
    unread: await context.system.count('notices', { account: account._id, read: 0 }),
    demo: account.demo !== undefined,
    day: context.today,
    now: context.now,
  }
}
