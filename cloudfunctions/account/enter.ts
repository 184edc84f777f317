/** Coming in and leaving. The token goes out once and is stored as a hash; an answer with a token is never stored. */
import type { Session } from '@domain/account/contract'
import type { Role } from '@domain/contract'
import type * as v from 'valibot'
import { accountOf, NEWCOMER, newAccount, residentOf, settledAccount } from '../_kit/accounts'
import type { Context } from '../_kit/context'
import { type Account, isStaff, LONGEST, personOf, type SessionDoc, STAFF_LONGEST, tokenHash } from '../_kit/identity'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Tx } from '../_kit/store/port'
import { checkCode, newCode, takeBack, useCode, WAIT } from './codes'
import { meOf, placeOf } from './me'

type Entering = Pick<Operations<'account'>, 'request_code' | 'enter' | 'bind' | 'leave' | 'demo_people' | 'enter_demo'>

/** The session's document and its token. Staff sessions last 12 hours at the longest, others 30 days. */
async function newSession(context: Context, account: Account): Promise<{ token: string; doc: SessionDoc; scope: string }> {
  const person = await personOf(context.system, account, context.today)
  if (!person) throw refuse('account.disabled', '这个账号停用了，请联系社区')
  const token = context.id() + context.id()
  const until = context.now + (isStaff(person.memberships.map(one => one.role)) ? STAFF_LONGEST : LONGEST)
  const doc = { _id: tokenHash(token), account: account._id, since: context.now, until, seen: context.now }
  return { token, doc, scope: person.memberships[0]?.scope ?? '' }
}

/** Signs an account in; `first` runs in the same transaction. */
async function signedIn(context: Context, known: Account, first: (tx: Tx) => Promise<Account>): Promise<v.InferOutput<typeof Session>> {
  const { token, doc, scope } = await newSession(context, known)
  const account = await context.write({ target: known._id, division: scope }, async (_, whole) => {
    const settled = await first(whole)
    await whole.insert('sessions', { ...doc, account: settled._id })
    return settled
  })
  return { token, until: doc.until, me: await meOf(context, account) }
}

/** An account may not be there yet; then this is who it would be. */
async function proved(context: Context, phone: string, code: string) {
  await checkCode(context, phone, code)
  const known = await accountOf(context.system, context.secrets, phone)
  const resident = known?.resident ? undefined : await residentOf(context.system, context.secrets, phone)
  const settle = async (tx: Tx) => {
    await useCode(tx, context, phone)
    return settledAccount(tx, context.secrets, known, { phone, name: NEWCOMER, ...(resident ? { resident } : {}) })
  }
  return { account: known ?? newAccount(context.secrets, { phone, name: NEWCOMER }), settle }
}

/** Whom a first visitor should try first stands last: whoever is not named comes after all of them. */
const FIRST: Role[] = ['resident', 'community', 'grid']

export const entering: Entering = {
  async request_code(context, { phone }) {
    let code = ''
    const answer = await context.write({ target: 'code' }, async (_, whole) => {
      code = await newCode(whole, context, phone)
      return { wait: WAIT }
    })
    try {
      await context.sendCode(phone, code)
    } catch (error) {
      await takeBack(context.system, context.secrets, phone)
      throw error
    }
    return answer
  },

  async enter(context, { phone, code }) {
    const { account, settle } = await proved(context, phone, code)
    return signedIn(context, account, settle)
  },

  async bind(context, { phone, code }) {
    const { platform } = context
    if (!platform) throw refuse('account.no_platform', '请在微信里打开后再绑定')
    const { settle } = await proved(context, phone, code)
    const former = await context.system.find<Account>('accounts', { where: { openid: platform.openid }, limit: 10 })
    const account = await context.write({ target: 'openid' }, async (_, whole) => {
      for (const one of former.items) await whole.update('accounts', one._id, { unset: ['openid'] })
      const settled = await settle(whole)
      return (await whole.update<Account>('accounts', settled._id, { set: { openid: platform.openid } })) ?? settled
    })
    return meOf(context, account)
  },

  leave: context =>
    context.write({ target: context.person?.id ?? '' }, async (_, whole) => {
      if (context.token) await whole.remove('sessions', tokenHash(context.token))
      return { left: true as const }
    }),

  async demo_people(context) {
    const people = await context.system.find<Account>('accounts', { where: { demo: { gt: '' } }, order: ['demo'], limit: 50 })
    const shown = people.items.map(async account => {
      const person = await personOf(context.system, account, context.today)
      const { role, scope } = person?.memberships[0] ?? { role: 'resident' as const, scope: '2101' }
      const place = await placeOf(context.system, scope)
      return { person: account._id, name: account.name, role, division: scope, place, about: account.demo ?? '' }
    })
    return (await Promise.all(shown)).sort((a, b) => FIRST.indexOf(b.role) - FIRST.indexOf(a.role))
  },

  async enter_demo(context, { person }) {
    const account = await context.system.get<Account>('accounts', person)
    if (account?.demo === undefined) throw notThere('account', '这个体验身份')
    return signedIn(context, account, async () => account)
  },
}
