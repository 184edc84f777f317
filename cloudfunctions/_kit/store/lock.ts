/** One process writes a store. The system itself lets go of this lock when the process dies, however it dies. */
import { connect, isBusy } from './driver'
import { Unusable } from './port'

/** Takes the lock beside the file; the answer gives it back. Refuses when another program holds it. */
export async function takeLock(file: string): Promise<() => void> {
  const lock = await connect(`${file}.lock`)
  try {
    lock.exec('PRAGMA busy_timeout=0')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new Unusable(`已经有一个程序开着这份数据（${file}），请先把它停下来`, { cause: error })
    throw error
  }
  return () => lock.close()
}
