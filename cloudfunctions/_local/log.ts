/** The structured log: one JSON line an event, without bodies, tokens, names or numbers of people. LIANGLIN_LOG: 'stdout', 'off', or a file. */
import { join } from 'node:path'
import pino from 'pino'
import type { Log } from '../_kit/react'

/** Fields that must never be written, whoever passes them by mistake. */
const SECRET = ['token', 'authorization', 'key', 'input', 'body', 'phone', 'idNumber']

/** Where it goes unless LIANGLIN_LOG says: with a person at the terminal into the data folder, else to standard output for whatever gathers it. */
export const logPlace = (data: string) => process.env.LIANGLIN_LOG ?? (process.stdout.isTTY ? join(data, 'log.jsonl') : 'stdout')

export function openLog(where: string): Log & { flush(): void } {
  const to = pino.destination({ dest: where === 'stdout' || where === 'off' ? 1 : where, sync: true, mkdir: true, mode: 0o600 })
  const log = pino(
    {
      level: where === 'off' ? 'silent' : 'info',
      base: {},
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: SECRET, remove: true },
    },
    to,
  )
  return {
    info: (fields, words) => log.info(fields, words),
    warn: (fields, words) => log.warn(fields, words),
    error: (fields, words) => log.error(fields, words),
    flush: () => to.flushSync(),
  }
}
