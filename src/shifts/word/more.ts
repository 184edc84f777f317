/** More of WeChat's messages: each yes is one message, and only a tap may ask. */
import type { OutputOf } from '@domain'
import type { Topic } from '@domain/notices/topics'
import { call, canSubscribe, newId, phoneCode, subscribe, useCall } from '@/platform'

export type Channels = OutputOf<'notices.channels'>

/** The templates worth asking for, those with the fewest left first; all topics, or only some. */
export function wanted(channels: Channels | undefined, topics?: readonly Topic[]): string[] {
  const all = channels?.wechat?.templates ?? []
  const some = topics ? all.filter(one => one.topics.some(topic => topics.includes(topic))) : all
  return [...some].sort((a, b) => a.left - b.left).map(one => one.template)
}

/** Asks, and tells the server what was answered. Call it first thing in a tap. How many yeses there were; null: WeChat did not ask. */
export async function askMore(templates: readonly string[], bound: boolean): Promise<number | null> {
  const answers = await subscribe(templates)
  if (!answers || answers.length === 0) return null
  // an own server learns with the first answer whose phone it is; the cloud knows
  const login = bound ? undefined : await phoneCode()
  await call('notices.granted', { answers, ...(login ? { login } : {}) }, { key: newId() }).catch(() => {})
  return answers.filter(one => one.answer === 'accept').length
}

/**
 * For a button that does something else: the moment somebody takes a shift is when they want to be reminded of it. What may be asked for must
 * be known before the tap, so the phone keeps it; use it where the page begins. Does nothing outside WeChat.
 */
export function useMore(topics: readonly Topic[]): () => void {
  const { data } = useCall('notices.channels', canSubscribe() ? {} : null, { keep: 'shifts/channels' })
  const templates = wanted(data, topics)
  return () => {
    if (templates.length > 0) void askMore(templates, data?.wechat?.bound ?? false)
  }
}
