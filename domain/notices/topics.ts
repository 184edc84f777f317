/** What people are told about, and which of it may leave the house by which way. */

/**
 * offer 排到您了, queue 排队的变化, changed 班有变化, cancelled 班取消了, reminder 提醒, shortage 缺人, answer 有人答复您, hours 时长, papers 证件,
 * thanks 感谢, lead 队长的事.
 */
export const TOPICS = [
  ...(['offer', 'queue', 'changed', 'cancelled', 'reminder', 'shortage', 'answer', 'hours', 'papers', 'thanks', 'lead'] as const),
] as const
export type Topic = (typeof TOPICS)[number]
export const isTopic = (text: unknown): text is Topic => TOPICS.some(one => one === text)

export const TOPIC_WORDS: { [topic in Topic]: string } = {
  ...{ offer: '排到您了', queue: '排队的变化', changed: '班有变化', cancelled: '班取消了', reminder: '快到班了', shortage: '缺人帮忙' },
  ...{ answer: '有人答复您', hours: '志愿时长', papers: '证件快到期', thanks: '感谢和喜报', lead: '队里的事' },
}
/** What one may not want to hear. The rest is about what somebody has taken on, and is always told in the inbox. */
export const MUTABLE = ['shortage', 'reminder', 'thanks'] as const
export type Mutable = (typeof MUTABLE)[number]
/** What is worth a text message: it costs money and rings. */
export const TEXTED: readonly Topic[] = ['offer', 'changed', 'cancelled', 'reminder']
