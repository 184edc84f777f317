/** What the platform's errors mean, and running again what lost a race. */
import { Duplicate } from './port'

/** wx-server-sdk turns most codes into -501001 and strips `code`; what it was stands in the text only. */
function described(error: unknown): string {
  const { code, errCode, errMsg, message } = (error ?? {}) as { [field: string]: unknown }
  return [code, errCode, errMsg, message].filter(part => part !== undefined).join(' ')
}

/** Both are seen: the official code and MongoDB's own text. */
export const isDuplicate = (error: unknown) => /DATABASE_DUPLICATE_WRITE|E11000 duplicate key/.test(described(error))
export const isMissing = (error: unknown) => /document with _id .* does not exist/.test(described(error))
export const isNoCollection = (error: unknown) => /-502005|DATABASE_COLLECTION_NOT_EXIST/.test(described(error))
/**
 * Another transaction held the document, or the platform was too busy to start: nothing was written, so it may run again. An id taken at the
 * commit is such a race too: the next run sees it.
 */
const isLost = (error: unknown) =>
  isDuplicate(error) ||
  /TRANSACTION_CONFLICT|TransactionConflict|Transaction is conflict|TransactionNotExist|WriteConflict|-501003|-501004/.test(
    described(error),
  ) ||
  isNoCollection(error)

/** Tries at most this often: from 10 ms, doubling to 0.4 s, about 7 s in all; a cloud function has 20. */
const TRIES = 24

/**
 * Runs a transaction until it wins. The SDK's own runTransaction cannot: it looks for a code that its document calls have stripped.
 * A Duplicate is no race here: the id is taken.
 */
export async function retried<T>(once: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await once()
    } catch (error) {
      if (error instanceof Duplicate || !isLost(error) || tries >= TRIES) throw error
      const wait = Math.min(400, 5 * 2 ** tries)
      await new Promise(next => setTimeout(next, wait * (0.5 + Math.random())))
    }
}
