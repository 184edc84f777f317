/** The rotating code: an HMAC over the shift and the half minute. Whoever sees it now is there now; a photo of it says nothing a minute later. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { OFFLINE } from '@domain/shifts/attend'
import { AHEAD, codeText, STEP, stepOf, stepsAround, TRIES } from '@domain/shifts/code'
import type { Context } from '../../_kit/context'
import type { Tx } from '../../_kit/store/port'
import type { CodeDoc, TriesDoc } from './docs'

const place = (shift: string) => ({ collection: 'shift_codes', id: shift, field: 'secret' })
const mac = (secret: string, ...what: (string | number)[]) => createHmac('sha256', secret).update(what.join('|')).digest()

/** 22 characters: 128 bits. */
export const tokenAt = (secret: string, shift: string, step: number) =>
  mac(secret, shift, step, 'token').subarray(0, 16).toString('base64url')
/** Six digits, for those who type. */
export const digitsAt = (secret: string, shift: string, step: number) =>
  String(mac(secret, shift, step, 'digits').readUInt32BE() % 1_000_000).padStart(6, '0')

/** The codes from now on, one a step. */
export const codesFrom = (secret: string, shift: string, now: number) =>
  Array.from({ length: AHEAD }, (_, n) => stepOf(now) + n).map(step => ({
    from: step * STEP,
    text: codeText(shift, tokenAt(secret, shift, step)),
    digits: digitsAt(secret, shift, step),
  }))

/** A new secret, sealed; made before the transaction, which may run twice. */
export const freshSecret = ({ id, secrets }: Pick<Context, 'id' | 'secrets'>, shift: string): CodeDoc => ({
  _id: shift,
  secret: secrets.seal(id() + id(), place(shift)),
})

/** The shift's secret, the fresh one when it has none yet. */
export async function secretOf({ secrets }: Pick<Context, 'secrets'>, tx: Pick<Tx, 'get' | 'put'>, shift: string, fresh: CodeDoc) {
  const kept = await tx.get<CodeDoc>('shift_codes', shift)
  if (!kept) await tx.put('shift_codes', fresh)
  return secrets.open((kept ?? fresh).secret, place(shift))
}

const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The step of a code among those taken at a moment; undefined when it is none of them. */
export function stepBy(secret: string, shift: string, code: string, at: number): number | undefined {
  const make = code.length === 6 ? digitsAt : tokenAt
  return stepsAround(at).find(step => same(make(secret, shift, step), code))
}

export interface Judged {
  /** When it counts as said; `offline`: by the phone's word. */
  at: number
  offline: boolean
  step?: number
}
export interface Trying {
  shift: string
  account: string
  code: string
  /** When the phone says it was said, never later than now. */
  at: number
}
const untried = (_id: string, at: number): TriesDoc => ({ _id, wrong: 0, at, used: {} })
export const triesId = (shift: string, account: string) => `${shift}|${account}`

/** Judges a code by the server's time, else, when it comes late, by the phone's. `left`: it was wrong, and so many tries remain; that is written down. */
export async function judge(context: Context, tx: Tx, trying: Trying): Promise<Judged | { left: number }> {
  const { shift, account, code, at } = trying
  const { now, secrets } = context
  const _id = triesId(shift, account)
  const tries = (await tx.get<TriesDoc>('shift_tries', _id)) ?? untried(_id, now)
  const kept = await tx.get<CodeDoc>('shift_codes', shift)
  if (tries.wrong >= TRIES) return { left: 0 }
  const secret = kept && secrets.open(kept.secret, place(shift))
  const late = now - at > OFFLINE
  const fresh = secret ? stepBy(secret, shift, code, now) : undefined
  if (fresh !== undefined) return { at: now, offline: false, step: fresh }
  const then = secret && late ? stepBy(secret, shift, code, at) : undefined
  if (then !== undefined) return { at, offline: true, step: then }
  await tx.put<TriesDoc>('shift_tries', { ...tries, wrong: tries.wrong + 1, at: now })
  return { left: TRIES - tries.wrong - 1 }
}

/** Uses a step up for one person: true when it was not used for anything else before. */
export async function spend(tx: Tx, shift: string, account: string, step: number, way: 'in' | 'out', now: number): Promise<boolean> {
  const _id = triesId(shift, account)
  const tries = (await tx.get<TriesDoc>('shift_tries', _id)) ?? untried(_id, now)
  if (tries.used[step]) return false
  await tx.put<TriesDoc>('shift_tries', { ...tries, used: { ...tries.used, [step]: way } })
  return true
}
