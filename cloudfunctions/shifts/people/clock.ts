/** Once an hour: pauses, papers and lapses of whoever is due. */
import type { Job, Ticking } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { VolunteerDoc } from '../docs'
import { takenFrom } from './show'
import { tend } from './tend'

const CHUNK = 50

async function look(kit: Ticking): Promise<number> {
  const { items } = await kit.store.find<VolunteerDoc>('volunteers', {
    where: { dueOn: { lte: kit.today } },
    order: ['dueOn'],
    limit: CHUNK,
  })
  for (const { _id } of items) {
    const busy = (await takenFrom(kit.store, _id, kit.now)).length > 0
    await kit.store.transaction(async plain => {
      const volunteer = await plain.get<VolunteerDoc>('volunteers', _id)
      if (volunteer?.dueOn && volunteer.dueOn <= kit.today) await tend(telling(plain, kit.reactions, kit), volunteer, kit, busy)
    })
  }
  return items.length
}

export const jobs: Job[] = [{ name: 'shifts.people', every: 3_600_000, run: look }]
