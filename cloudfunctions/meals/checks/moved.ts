/** A household came into another grid while somebody of it is looked for: the new grid's people look. */
import type { Later } from '../../_kit/react'
import type { Doc } from '../../_kit/store/port'
import { count, levelsOf } from './count'
import type { CheckDoc, CheckDoorDoc } from './docs'

/** Facts: of visits.door_moved, { household }. What was counted stays where it was counted. */
export const checksMoved: Later = async (kit, facts) => {
  const household = String(facts.household)
  const door = await kit.store.get<CheckDoorDoc>('check_doors', household)
  for (const id of door?.checks ?? [])
    await kit.write(async tx => {
      const check = await tx.get<CheckDoc>('checks', id)
      const home = await tx.get<Doc & { grid: string; label: string }>('households', household)
      if (!check?.open || !home || home.grid === check.grid) return
      // a knock ends a check in few writes: the counter it adds to is there already
      await count(tx, { grid: home.grid, day: check.day }, { opened: 0 })
      await tx.put('checks', { ...check, ...levelsOf(home.grid), door: home.label, version: check.version + 1 })
    })
}
