/** A volunteer's document after something happened: what is derived from its facts is derived here, and nowhere else. */
import { expiryOf } from '@domain/shifts/papers'
import { nextLook } from '@domain/shifts/standing'
import type { Context } from '../../_kit/context'
import { spelled } from '../../_kit/pinyin'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { Happened, VolunteerDoc } from '../docs'

/** What the lists and the clock go by. */
function derived(facts: VolunteerDoc): Pick<VolunteerDoc, 'expires' | 'unchecked' | 'dueOn'> {
  const { papers } = facts
  const [expires, dueOn] = [expiryOf(papers), nextLook(facts)]
  const unchecked = papers.filter(one => !one.confirmed && !one.refused).length
  return { ...(expires ? { expires } : {}), ...(unchecked ? { unchecked } : {}), ...(dueOn ? { dueOn } : {}) }
}

/** The document with `change` and what happened written down. An absent field is taken out by setting it to undefined. */
export function changed(before: VolunteerDoc, change: Partial<VolunteerDoc>, happened?: Happened): VolunteerDoc {
  const { expires: _, unchecked: __, dueOn: ___, ...facts } = { ...before, ...change }
  const kept = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as VolunteerDoc
  const history = happened ? [...kept.history, happened] : kept.history
  return { ...kept, ...derived(kept), history, version: before.version + 1 }
}

/** What somebody is found by: '张桂兰' -> 'zhangguilan zgl'. */
export const foundBy = (name: string): string => {
  const { pinyin, initials } = spelled(name)
  return `${pinyin} ${initials}`
}

/** What happened now, by whoever calls. */
export const byMe = ({ now, person }: Pick<Context, 'now' | 'person'>, what: string, why?: string): Happened => ({
  ...{ at: now, by: person?.id ?? '', what },
  ...(why ? { why } : {}),
})

/** A volunteer inside the caller's reach; anybody else is as if absent. Refuses shifts.not_there. */
export async function volunteerIn(tx: Pick<Tx, 'get'>, account: string): Promise<VolunteerDoc> {
  const volunteer = await tx.get<VolunteerDoc>('volunteers', account)
  if (!volunteer) throw notThere('shifts', '这位志愿者')
  return volunteer
}

/** The caller's own document, in a transaction that reaches it. Refuses shifts.not_registered; who has left is not registered. */
export async function myself(context: Context, whole: Pick<Tx, 'get'>): Promise<VolunteerDoc> {
  const volunteer = await whole.get<VolunteerDoc>('volunteers', context.person?.id ?? '')
  if (!volunteer || volunteer.state === 'left' || volunteer.state === 'declined')
    throw refuse('shifts.not_registered', '您还没有登记成志愿者，先登记一下')
  return volunteer
}

/** Whoever is on the list today. */
export const isOnList = ({ state }: Pick<VolunteerDoc, 'state'>) => state === 'active' || state === 'paused' || state === 'lapsed'
