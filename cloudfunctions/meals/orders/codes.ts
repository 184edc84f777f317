/** The four digits somebody tells at the counter: one of their own within a meal. */
import { createHash } from 'node:crypto'
import type { Tx } from '../../_kit/store/port'

type Code = { _id: string; order: string }
const TRIES = 60

/** Takes a code of a slot for an order; the same order gets the same again. A transaction may run twice, so nothing here is random. */
export async function codeFor(tx: Tx, slot: string, order: string): Promise<string> {
  for (let n = 0; n < TRIES; n++) {
    const code = digits(`${slot}|${order}|${n}`)
    const taken = await tx.get<Code>('order_codes', `${slot}|${code}`)
    if (taken && taken.order !== order) continue
    if (!taken) await tx.insert<Code>('order_codes', { _id: `${slot}|${code}`, order })
    return code
  }
  throw new Error(`no code is left in ${slot}`)
}

const digits = (text: string) => String(createHash('sha256').update(text).digest().readUInt32BE() % 10_000).padStart(4, '0')
