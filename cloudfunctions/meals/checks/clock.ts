/** Checks open and climb with nobody connected. */
import type { Job, Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import { climb } from './climb'
import type { CheckDoc } from './docs'
import { sweep } from './sweep'

const CHUNK = 100

/** Opens the next rungs of checks whose time has come; a machine that slept catches up in one tick. */
const climbing: Job = {
  name: 'checks_climb',
  every: 60_000,
  async run(kit) {
    const page = await kit.store.find<CheckDoc>('checks', {
      where: { open: true, next: { lte: kit.now } },
      order: ['next'],
      limit: CHUNK,
    })
    let done = 0
    for (const { _id } of page.items) done += await one(kit, _id)
    return done
  },
}

async function one(kit: Ticking, id: string): Promise<number> {
  try {
    return await kit.store.transaction(async tx => {
      const check = await tx.get<CheckDoc>('checks', id)
      if (!check?.open || (check.next ?? 0) > kit.now) return 0
      await climb(telling(tx, kit.reactions, kit), check, kit.now)
      return 1
    })
  } catch (error) {
    kit.log.error({ check: id, error: String(error) }, 'a check did not climb')
    return 0
  }
}

export const jobs: Job[] = [sweep, climbing]
