/** Samples whose 48 hours are over: the kitchen is told, once. */
import type { Job } from '../../_kit/clock'
import { telling } from '../../_kit/react'
import type { SampleDoc } from './docs'

const CHUNK = 100

export const job: Job = {
  name: 'meals.samples',
  every: 10 * 60_000,
  async run(kit) {
    const where = { kept: true, told: false, until: { lte: kit.now } }
    const due = await kit.store.find<SampleDoc>('samples', { where, order: ['until'], limit: CHUNK })
    const kitchens = new Map<string, SampleDoc[]>()
    for (const one of due.items) kitchens.set(one.kitchen, [...(kitchens.get(one.kitchen) ?? []), one])
    for (const [kitchen, samples] of kitchens)
      await kit.store.transaction(async plain => {
        const tx = telling(plain, kit.reactions, kit)
        const told = await Promise.all(
          samples.map(({ _id }) => tx.update('samples', _id, { set: { told: true } }, { when: { told: false } })),
        )
        const fresh = samples.filter((_, n) => told[n])
        if (fresh.length === 0) return
        const names = fresh.map(one => one.name)
        const body = `${names.slice(0, 5).join('、')}${names.length > 5 ? `等 ${names.length} 份` : ''}留够 48 小时了，可以处理了`
        const to = '/meals/pages/safety/index'
        await tx.happened('meals.sample_due', { kitchen, community: fresh[0].community, title: '留样到时间了', body, to, at: kit.now })
      })
    return due.items.length
  },
}
