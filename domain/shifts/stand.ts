/** How one role of a shift stands for somebody: one of eight states, with its reason in a sentence. The same for the list, the shift's page and the door. */
import type { Stand } from './contract/base'
import type { Decided } from './engine'
import type { Fit } from './fit'
import { QUEUE_ENDS } from './offer'

export interface Looked {
  now: number
  shift: { from: number; to: number; opensAt?: number; cancelled?: unknown }
  role: { id: string; name: string }
  left: number
  waiting: number
  /** The role they have in this shift, or wait for. */
  mine?: { role: string; roleName: string; why: string }
  fit: Fit
  decided: Decided
  /** '11月28日 周六 09:00' */
  opens: string
}

/** Whether a seat can be had at once: while anybody waits, nobody goes past them, but for the last half hour. */
export const hasSeat = ({ now, shift, left, waiting }: Pick<Looked, 'now' | 'shift' | 'left' | 'waiting'>) =>
  left > 0 && (waiting === 0 || queueOver(shift.from, now))
/** The queue of a shift has ended. */
export const queueOver = (from: number, now: number) => now >= from - QUEUE_ENDS

/** The first thing that stands in the way. Waiting in a queue is possible when the state is 'full' and the queue has not ended. */
export function standOf(it: Looked): Stand {
  const { now, shift, role, mine, fit, decided } = it
  const stand = (state: Stand['state'], why: string, warn?: string): Stand => ({ role: role.id, state, why, ...(warn ? { warn } : {}) })
  if (shift.cancelled) return stand('cancelled', '这个班取消了')
  if (mine) return stand('mine', mine.role === role.id ? mine.why : `您在这个班里做${mine.roleName}`)
  if (now >= shift.to) return stand('ended', '已经结束了')
  if (now >= shift.from) return stand('ended', '已经开始了，想帮忙就直接去，让队长给您记上')
  if (fit.state !== 'free') return stand(fit.state, fit.why)
  if (decided.effect === 'block') return stand('not_allowed', decided.why)
  if (shift.opensAt !== undefined && now < shift.opensAt) return stand('not_yet', `${it.opens} 开始报名`)
  const warn = [fit.warn, decided.effect === 'ask' ? `要等队长点头：${decided.why}` : undefined].filter(Boolean).join('；') || undefined
  if (hasSeat(it)) return stand('free', it.left === 1 ? '还差最后一个人' : `还差 ${it.left} 个人`, warn)
  return stand('full', fullWords(it), warn)
}

function fullWords({ shift, now, waiting }: Looked): string {
  if (queueOver(shift.from, now)) return '满了，快开始了，不再排队'
  return waiting === 0 ? '满了，可以排第一个，空出来就轮到您' : `满了，前面有 ${waiting} 个人在排，可以接着排`
}

/** The role to put forward: one that is free (without a warning first), else one with a queue that still moves. */
export function bestOf(stands: readonly Stand[], from: number, now: number): string | undefined {
  const free = stands.filter(one => one.state === 'free')
  if (free.length > 0) return (free.find(one => !one.warn) ?? free[0]).role
  return queueOver(from, now) ? undefined : stands.find(one => one.state === 'full')?.role
}
