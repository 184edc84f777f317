/**
 * The clock's thank-you: who helped lately is looked at, and what they reached since is said to them once. Whoever has not come for a while is
 * thanked when they do; a record brought in from elsewhere is thanked once, for the highest it reached.
 */
import { addDays } from '@domain/days'
import { isQuiet } from '@domain/shifts/offer'
import { type Milestone, standing } from '@domain/shifts/stars'
import type { Job, Ticking } from '../../_kit/clock'
import { all } from '../../_kit/pages'
import { telling } from '../../_kit/react'
import type { VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { countId, type ThankDoc } from './docs'

const HOUR = 3_600_000

async function thankAll(kit: Ticking): Promise<number> {
  if (isQuiet(kit.now)) return 0
  const lastOn = { gte: addDays(kit.today, -2) }
  for (const helper of await all<VolunteerDoc>(kit.store, 'volunteers', { where: { state: 'active', lastOn } }))
    for (const milestone of standing(helper, kit.today)) await thank(kit, helper, milestone)
  return 0
}

/** Once in a life: the document's id is the person and the milestone. */
async function thank(kit: Ticking, helper: VolunteerDoc, { id, words }: Milestone): Promise<void> {
  const _id = countId(helper._id, id)
  if (await kit.store.get('shift_thanks', _id)) return
  await kit.store.transaction(async tx => {
    if (await tx.get('shift_thanks', _id)) return
    const { _id: account, community } = helper
    await tx.insert<ThankDoc>('shift_thanks', { _id, account, community, day: kit.today, milestone: id, words })
    if (helper.mute.includes('thanks')) return
    const title = `${helper.name}，谢谢您`
    const body = `您${words}。邻居们记着您的好。`
    await tell(telling(tx, kit.reactions, kit), {
      topic: 'thanks',
      accounts: [account],
      title,
      body,
      to: '/shifts/pages/hours/index',
      at: kit.now,
    })
  })
}

export const jobs: Job[] = [{ name: 'thank_volunteers', every: HOUR, run: thankAll }]
