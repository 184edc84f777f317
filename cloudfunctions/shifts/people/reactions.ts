/** What the list of volunteers does about what happens elsewhere. The table is ../../reactions.ts. */
import { addDays } from '@domain/days'
import { SOON } from '@domain/shifts/papers'
import type { Account } from '../../_kit/identity'
import type { Later } from '../../_kit/react'
import type { Doc } from '../../_kit/store/port'
import type { VolunteerDoc } from '../docs'
import { gone } from './pause'
import { isOnList } from './record'

type Kit = Parameters<Later>[0]
type Resident = Doc & { living: string }

/**
 * A resident died or moved away whose account is a volunteer's: who died is off the list and their seats are free; of somebody who moved the
 * community hears, and decides. A slip may have been put right meanwhile. Facts: { resident, why, on }.
 */
export const volunteerEnded: Later = async (kit, facts) => {
  const { resident, why } = facts as { resident: string; why: string }
  const record = await kit.store.get<Resident>('residents', resident)
  if (record?.living !== why) return
  const { items } = await kit.store.find<Account>('accounts', { where: { resident }, limit: 5 })
  for (const { _id } of items) await (why === 'deceased' ? died(kit, _id) : moved(kit, _id))
}

const died = (kit: Kit, account: string) =>
  kit.write(async tx => {
    const volunteer = await tx.get<VolunteerDoc>('volunteers', account)
    if (volunteer && volunteer.state !== 'left') await gone(tx, volunteer, { now: kit.now, today: kit.today, by: '', why: '去世' })
  })

const moved = (kit: Kit, account: string) =>
  kit.write(async tx => {
    const volunteer = await tx.get<VolunteerDoc>('volunteers', account)
    if (!volunteer || !isOnList(volunteer)) return
    await tx.happened('shifts.staff_told', {
      ...{ community: volunteer.community, title: `${volunteer.name}搬走了`, body: '还当不当志愿者，问一下本人，再决定留在名册还是退出。' },
      ...{ to: `/shifts/pages/volunteer/index?account=${encodeURIComponent(account)}`, at: kit.now },
    })
  })

/** Facts: { community, at }. The community hears how many papers end within 30 days, once on a day on which there is something new. */
export const papersDue: Later = async (kit, facts) => {
  const community = String(facts.community)
  const ending = { gte: kit.today, lte: addDays(kit.today, SOON) }
  const [soon, expired] = await Promise.all([
    kit.store.count('volunteers', { community, expires: ending }),
    kit.store.count('volunteers', { community, expires: { lt: kit.today } }),
  ])
  const past = expired > 0 ? `，还有 ${expired} 位的已经过期` : ''
  const body = `${soon} 位志愿者的证件 30 天内到期${past}。`
  await kit.write(tx =>
    tx.happened('shifts.staff_told', { community, title: '有证件快到期了', body, to: '/shifts/pages/papers/index', at: Number(facts.at) }),
  )
}
