/** Memberships: who holds which role where, given, taken over for a time, and ended. Nothing is deleted. */
import type { Member } from '@domain/account/contract'
import { type Held, type Reason, refusedEnding, refusedGiving, stateOf } from '@domain/account/rules'
import { accountOf, newAccount, settledAccount } from '../_kit/accounts'
import type { Context } from '../_kit/context'
import type { Account, MembershipDoc } from '../_kit/identity'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Store } from '../_kit/store/port'
import { shownMembership } from './me'

type Membering = Pick<Operations<'account'>, 'members' | 'assign' | 'replace' | 'end_membership'>

const PAGE = 100
const ORDER = { now: 0, later: 1, ended: 2 }

const refused = ({ code, message, at }: Reason) => refuse(code, message, at)
/** The memberships that give the caller the right: the door let them in for these roles. */
const giver = (context: Context) => (context.person?.memberships ?? []).filter(one => context.roles.includes(one.role))
const heldBy = async (store: Store, account: string) =>
  (await store.find<MembershipDoc>('memberships', { where: { account }, limit: 200 })).items

async function shownMember(context: Context, it: MembershipDoc): Promise<Member> {
  const account = await context.system.get<Account>('accounts', it.account)
  return {
    membership: await shownMembership(context.system, it),
    account: it.account,
    name: account?.name ?? '',
    phone: account?.phoneMask ?? '',
    ...(account?.resident ? { resident: account.resident } : {}),
    state: stateOf(it, context.today),
  }
}

const mustExist = async (context: Context, scope: string) => {
  const there = await context.system.get(scope.length === 15 ? 'grids' : 'divisions', scope)
  if (!there) throw notThere('account', '这个地方')
}

interface Giving {
  phone: string
  name: string
  wanted: Held
  for?: string
}

/** The one way a membership comes to be: rules against what the person already holds, read again inside the transaction by id. */
async function give(context: Context, { phone, name, wanted, for: whose }: Giving) {
  const known = await accountOf(context.system, context.secrets, phone)
  const id = known?._id ?? newAccount(context.secrets, { phone, name })._id
  if (id === context.person?.id) throw refuse('account.not_yourself', '不能给自己安排身份，请让上一级或同事来办', 'phone')
  const reason = refusedGiving(giver(context), await heldBy(context.system, id), wanted)
  if (reason) throw refused(reason)
  const { role, scope, since, until } = wanted
  // the same role from the same day in the same place is one document: two clerks at once cannot give it twice
  const doc: MembershipDoc = {
    _id: `${id}|${role}|${scope}|${since}${whose ? '|for' : ''}`,
    ...{ account: id, role, scope, since, by: context.person?.id ?? '' },
    ...(until ? { until } : {}),
    ...(whose ? { for: whose } : {}),
  }
  return context.write({ target: doc._id, division: scope }, async (tx, whole) => {
    await settledAccount(whole, context.secrets, known, { phone, name })
    const former = await tx.get<MembershipDoc>('memberships', doc._id)
    if (former && stateOf(former, context.today) !== 'ended')
      throw refuse('account.already_has', '这个人在这段时间已经有这个身份了', 'since')
    await tx.put('memberships', doc)
    await whole.happened('account.membership_given', { membership: doc._id, account: id, role, scope, since, until: until ?? null })
    return { id: doc._id }
  })
}

export const membering: Membering = {
  async members(context, { division, after }) {
    const where = { scope: { prefix: division } }
    const page = await context.store.find<MembershipDoc>('memberships', { where, order: ['scope'], limit: PAGE, after })
    const items = await Promise.all(page.items.map(one => shownMember(context, one)))
    const newestFirst = (a: Member, b: Member) =>
      ORDER[a.state] - ORDER[b.state] || (a.membership.since < b.membership.since ? 1 : a.membership.since > b.membership.since ? -1 : 0)
    return { ...page, items: items.sort(newestFirst) }
  },

  async assign(context, { phone, name, role, scope, since, until }) {
    await mustExist(context, scope)
    return give(context, { phone, name, wanted: { role, scope, since, ...(until ? { until } : {}) } })
  },

  async replace(context, { membership, phone, name, since, until }) {
    const replaced = await context.store.get<MembershipDoc>('memberships', membership)
    if (!replaced || stateOf(replaced, context.today) === 'ended') throw notThere('account', '这个身份')
    const { role, scope, account } = replaced
    const known = await accountOf(context.system, context.secrets, phone)
    if (known?._id === account) throw refuse('account.already_has', '代班的要是另一个人', 'phone')
    return give(context, { phone, name, wanted: { role, scope, since, until }, for: account })
  },

  async end_membership(context, { membership, on, reason }) {
    const held = await context.store.get<MembershipDoc>('memberships', membership)
    if (!held) throw notThere('account', '这个身份')
    const against = refusedEnding(giver(context), held, on)
    if (against) throw refused(against)
    return context.write({ target: membership, division: held.scope, note: reason }, async (tx, whole) => {
      const ended = { on, reason, by: context.person?.id ?? '' }
      // decided again here: somebody else may have ended it meanwhile
      const now = await tx.get<MembershipDoc>('memberships', membership)
      const still = now && refusedEnding(giver(context), now, on)
      if (still) throw refused(still)
      await tx.update('memberships', membership, { set: { until: on, ended } })
      await whole.happened('account.membership_ended', { membership, account: held.account, role: held.role, scope: held.scope, on })
      return { id: membership }
    })
  },
}
