/** The registry's clock: tags that begin or end today are put into force, and whoever leans on them is told. */
import type { Job } from '../_kit/clock'
import { telling } from '../_kit/react'
import type { ResidentDoc } from './docs'
import { jobs as imports } from './import/run'
import { tagFields } from './person'
import { settle } from './summary'

const CHUNK = 200

export const jobs: Job[] = [
  ...imports,
  {
    name: 'retag',
    every: 10 * 60_000,
    /** Run again it finds nothing: a resident it has done waits for a later day. */
    async run(kit) {
      const where = { retag: { gt: '', lte: kit.today } }
      const due = await kit.store.find<ResidentDoc>('residents', { where, limit: CHUNK })
      for (const { _id } of due.items)
        await kit.store.transaction(async plain => {
          const tx = telling(plain, kit.reactions, kit)
          const doc = await tx.get<ResidentDoc>('residents', _id)
          if (!doc?.retag || doc.retag > kit.today) return
          const { retag: _, ...rest } = doc
          await tx.put('residents', { ...rest, ...tagFields(doc.tags, kit.today) })
          await settle(tx, doc.household)
        })
      return due.items.length
    },
  },
]
