/** A program: logs visits as fast as it can, and prints the id of each one it was promised. `node load.cjs FILE FIRST [SYNCHRONOUS]` */
import { writeSync } from 'node:fs'
import { connect } from '../driver'
import { groupCommit } from '../group'
import type { Store, Tx } from '../port'
import { openStore } from '../sqlite'
import { type Table, writer } from '../table'
import { visits } from './visits'

async function main([file, first, weak]: string[]) {
  const transaction = weak ? await weakened(file, weak) : (await openStore({ file, collections: visits })).transaction
  let next = Number(first)
  writeSync(1, 'open\n')
  const worker = async () => {
    for (;;) {
      const id = `v${next++}`
      await transaction(tx => log(tx, id))
      writeSync(1, `${id}\n`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
}

/** A visit, its key and the door's counter: all there or none. */
async function log(tx: Tx, id: string) {
  await tx.insert('visits', { _id: id, grid: '001', at: Number(id.slice(1)), tags: ['x'], words: 'w'.repeat(300) })
  await tx.insert('keys', { _id: `k${id}` })
  await tx.update('doors', 'door', { inc: { visits: 1 } })
}

/** The same group commit on a connection that does not wait for the disk: what the store must never be. */
async function weakened(file: string, level: string): Promise<Store['transaction']> {
  const db = await connect(file)
  db.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${level}`)
  const group = groupCommit(db)
  const at = (name: string) =>
    writer(db, { name, collection: visits[name], columns: name === 'visits' ? ['grid', 'at'] : [], sides: [] } as Table)
  const tx = {
    insert: async (name: string, doc: { _id: string }) => at(name).insert(doc),
    update: async () => null,
  } as unknown as Tx
  return work => group.push(() => work(tx))
}

main(process.argv.slice(2)).catch(error => {
  writeSync(1, `failed ${error.name} ${error.message}\n`)
  process.exit(3)
})
