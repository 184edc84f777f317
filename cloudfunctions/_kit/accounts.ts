/** Accounts by phone. One phone has one account: a new account's id is made of the phone's blind index, and ids are unique. */
import { maskPhone } from '@domain/account/rules'
import type { Secrets } from './context'
import type { Account } from './identity'
import type { Store, Tx } from './store/port'

/** What somebody is called who signed in before anybody told their name. */
export const NEWCOMER = '新邻居'

export async function accountOf(store: Pick<Store, 'find'>, secrets: Secrets, phone: string): Promise<Account | null> {
  const found = await store.find<Account>('accounts', { where: { phoneBlind: secrets.blind('phone', phone) }, limit: 1 })
  return found.items[0] ?? null
}

/** Who an account would be. `resident` when the phone has told. */
export function newAccount(secrets: Secrets, who: { phone: string; name: string; resident?: string }): Account {
  const id = secrets.blind('account', who.phone).slice(0, 24)
  return {
    _id: id,
    name: who.name,
    phone: secrets.seal(who.phone, { collection: 'accounts', id, field: 'phone' }),
    phoneBlind: secrets.blind('phone', who.phone),
    phoneMask: maskPhone(who.phone),
    ...(who.resident ? { resident: who.resident } : {}),
  }
}

/** The account of a phone inside a transaction: the one `known` from before, one that was made meanwhile, or a new one. A newcomer gets the name given. */
export async function settledAccount(
  tx: Tx,
  secrets: Secrets,
  known: Account | null,
  who: { phone: string; name: string; resident?: string },
) {
  const fresh = newAccount(secrets, who)
  const there = await tx.get<Account>('accounts', known?._id ?? fresh._id)
  if (!there) {
    await tx.insert('accounts', fresh)
    return fresh
  }
  const named = there.name === NEWCOMER && who.name !== NEWCOMER
  const linked = !there.resident && who.resident
  if (!named && !linked) return there
  const set = { ...(named ? { name: who.name } : {}), ...(linked ? { resident: who.resident } : {}) }
  return (await tx.update<Account>('accounts', there._id, { set })) ?? there
}

/**
 * The resident record a phone belongs to, when exactly one living record has it and no other account is tied to that record.
 * Two people who share a phone are told apart by staff, never by guess.
 */
export async function residentOf(store: Store, secrets: Secrets, phone: string): Promise<string | undefined> {
  const found = await store.find('residents', { where: { phoneBlinds: { has: secrets.blind('phone', phone) } }, limit: 10 })
  const living = found.items.filter(one => one.living !== 'moved' && one.living !== 'deceased')
  if (living.length !== 1) return undefined
  const tied = await store.count('accounts', { resident: living[0]._id })
  return tied === 0 ? living[0]._id : undefined
}
