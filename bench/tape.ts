/** Writes down which SQL a call really runs, so that the bare server beside it runs the same and nothing is guessed. */
import { isBuiltin } from 'node:module'
import type { Cell } from '../cloudfunctions/_kit/store/driver'

/** One statement as it was run. */
export interface Step {
  sql: string
  how: 'run' | 'get' | 'all'
  cells: Cell[]
}
type Runs = { [how in Step['how']]: (...cells: Cell[]) => unknown }
interface Driver {
  prototype: { prepare(sql: string): Runs }
}

async function driver(): Promise<Driver> {
  if (isBuiltin('node:sqlite')) return (process.getBuiltinModule('node:sqlite') as unknown as { DatabaseSync: Driver }).DatabaseSync
  return (await import('better-sqlite3')).default as unknown as Driver
}

/** Where a commit begins and ends is each server's own business. */
const FRAME = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA)\b/i

export interface Tape {
  /** The statements of one piece of work. */
  of(work: () => Promise<void>): Promise<Step[]>
  /** Takes the recorder out again. */
  end(): void
}

/** Puts a recorder into the driver. Databases must be opened after this. */
export async function tape(): Promise<Tape> {
  const { prototype } = await driver()
  const { prepare } = prototype
  let steps: Step[] | null = null
  prototype.prepare = function (sql: string) {
    const statement = prepare.call(this, sql)
    for (const how of ['run', 'get', 'all'] as const) {
      const original = statement[how].bind(statement)
      statement[how] = (...cells: Cell[]) => {
        if (!FRAME.test(sql)) steps?.push({ sql, how, cells })
        return original(...cells)
      }
    }
    return statement
  }
  return {
    async of(work) {
      steps = []
      await work()
      const found = steps
      steps = null
      return found
    },
    end() {
      prototype.prepare = prepare
    },
  }
}
