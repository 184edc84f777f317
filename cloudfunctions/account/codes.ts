/** One-time codes: six digits, five minutes, five tries, stored as a keyed hash. Counters live in the store, so every process counts together. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Secrets } from '../_kit/context'
import { refuse } from '../_kit/refuse'
import type { Doc, Store, Tx } from '../_kit/store/port'

const MINUTE = 60_000
const LIFE = 5 * MINUTE
const TRIES = 5
/** Between two codes to one phone. */
export const WAIT = 60
/** Codes to one phone in a day, and from one address in an hour: a text costs money and rings. */
const PER_PHONE = { most: 10, span: 24 * 60 * MINUTE }
const PER_IP = { most: 30, span: 60 * MINUTE }
/** Wrong codes from one address in ten seconds (NORMS S19), and in an hour. */
const WRONG_FAST = { most: 10, span: 10_000 }
const WRONG_SLOW = { most: 60, span: 60 * MINUTE }

type Code = Doc & { hash: string; sent: number; until: number; tries: number }
type Count = Doc & { count: number; until: number }

const tooMany = () => refuse('account.too_many', '试的次数太多了，请过一会儿再试')
const hashOf = (secrets: Secrets, phone: string, code: string) => secrets.blind('code', `${phone}/${code}`)

/** Counts one more under a name; refuses when there are more than the limit allows within its span. */
async function counted(tx: Tx, now: number, name: string, limit: { most: number; span: number }) {
  const sofar = await tx.get<Count>('tries', name)
  const live = sofar && sofar.until > now ? sofar : { _id: name, count: 0, until: now + limit.span }
  if (live.count >= limit.most) throw tooMany()
  await tx.put<Count>('tries', { ...live, count: live.count + 1 })
}

const ipName = (context: Context, of: string) => (context.ip ? `${of}:${context.secrets.blind('ip', context.ip)}` : undefined)

/** Six digits out of a random id: no other source of chance is needed. */
const sixDigits = (id: string) => String(createHash('sha256').update(id).digest().readUIntBE(0, 6) % 1_000_000).padStart(6, '0')

/** Makes and stores a code, and answers it for sending. Refuses: account.too_soon, account.too_many. */
export async function newCode(tx: Tx, context: Context, phone: string): Promise<string> {
  const { now, secrets } = context
  const blind = secrets.blind('phone', phone)
  const last = await tx.get<Code>('codes', blind)
  const wait = last ? WAIT - Math.floor((now - last.sent) / 1000) : 0
  if (wait > 0) throw refuse('account.too_soon', `验证码刚发过，请 ${wait} 秒后再试`)
  await counted(tx, now, `phone:${blind}`, PER_PHONE)
  const from = ipName(context, 'ip')
  if (from) await counted(tx, now, from, PER_IP)
  const code = sixDigits(context.id())
  await tx.put<Code>('codes', { _id: blind, hash: hashOf(secrets, phone, code), sent: now, until: now + LIFE, tries: 0 })
  return code
}

/** Takes a code back that could not be sent, so that the person may ask again at once. */
export const takeBack = (store: Store, secrets: Secrets, phone: string) =>
  store.transaction(tx => tx.remove('codes', secrets.blind('phone', phone)))

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Holds a code against the stored one and counts a wrong try durably, whatever the caller does next: a transaction of its own.
 * Refuses: account.wrong_code, account.code_expired, account.too_many.
 */
export async function checkCode(context: Context, phone: string, code: string): Promise<void> {
  const { now, secrets } = context
  const blind = secrets.blind('phone', phone)
  const refusal = await context.system.transaction(async tx => {
    await guardAddress(tx, context)
    const kept = await tx.get<Code>('codes', blind)
    if (kept && kept.tries >= TRIES && kept.until > now) return tooMany()
    if (kept && kept.until > now && same(kept.hash, hashOf(secrets, phone, code))) return null
    await countWrong(tx, context)
    if (!kept || kept.until <= now) return refuse('account.code_expired', '验证码过期了，请重新获取')
    await tx.update('codes', blind, { inc: { tries: 1 } })
    return refuse('account.wrong_code', '验证码不对，请再看一下短信', 'code')
  })
  if (refusal) throw refusal
}

/** Uses a checked code up inside the sign-in's own transaction: two sign-ins cannot share one. */
export async function useCode(tx: Tx, context: Context, phone: string): Promise<void> {
  if (!(await tx.remove('codes', context.secrets.blind('phone', phone)))) throw refuse('account.code_expired', '验证码用过了，请重新获取')
}

async function guardAddress(tx: Tx, context: Context) {
  for (const [name, limit] of wrongNames(context)) {
    const sofar = await tx.get<Count>('tries', name)
    if (sofar && sofar.until > context.now && sofar.count >= limit.most) throw tooMany()
  }
}

async function countWrong(tx: Tx, context: Context) {
  for (const [name, limit] of wrongNames(context)) await counted(tx, context.now, name, limit)
}

function wrongNames(context: Context): [string, { most: number; span: number }][] {
  const [fast, slow] = [ipName(context, 'fast'), ipName(context, 'slow')]
  return fast && slow
    ? [
        [fast, WRONG_FAST],
        [slow, WRONG_SLOW],
      ]
    : []
}
