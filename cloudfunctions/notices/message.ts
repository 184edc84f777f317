/** What a notice says on the phone: WeChat's templates hold little, and each kind of field has its own limits (CLOUDBASE.md §3). */
import { TOPIC_WORDS, type Topic } from '@domain/notices/topics'
import type { Fill, Template, WechatMessage } from '../_kit/push'

export interface Saying {
  topic: Topic
  title: string
  body: string
  to?: string
  /** The moment it is about (ms). */
  when: number
}

/** Characters a kind of field may have; anything else WeChat answers with 47003. */
const MOST: { [kind: string]: number } = { thing: 20, phrase: 5, name: 10, character_string: 32, letter: 32, symbol: 5, const: 20 }
/** A text of two segments, about: more is paid for and not read. */
const TEXT = 130

const two = (n: number) => String(n).padStart(2, '0')
/** '2026年11月29日 09:00' in Shanghai, as WeChat wants it in fields of time. */
export function timeWords(at: number): string {
  const it = new Date(at + 8 * 3_600_000)
  return `${it.getUTCFullYear()}年${it.getUTCMonth() + 1}月${it.getUTCDate()}日 ${two(it.getUTCHours())}:${two(it.getUTCMinutes())}`
}

const letters = (text: string) => [...text.replace(/\s+/g, ' ').trim()]
const cut = (text: string, most: number) => {
  const all = letters(text)
  return all.length <= most ? all.join('') : `${all.slice(0, most - 1).join('')}…`
}

/** The value of one field. A phrase is Chinese only, so it is cut and carries no dots. */
export function fieldValue(field: string, text: string, when: number): string {
  const kind = field.replace(/\d+$/, '')
  if (kind === 'time' || kind === 'date') return timeWords(when)
  if (kind === 'phrase')
    return (
      letters(text)
        .filter(one => /\p{Script=Han}/u.test(one))
        .slice(0, MOST.phrase)
        .join('') || '有新消息'
    )
  return cut(text, MOST[kind] ?? MOST.thing) || '见小程序'
}

/** As WeChat takes it. */
export function wechatMessage(openid: string, { id, values }: Template, saying: Saying): WechatMessage {
  const fills: { [fill in Fill]: string } = {
    ...{ title: saying.title, body: saying.body, topic: TOPIC_WORDS[saying.topic], when: timeWords(saying.when) },
  }
  const data = Object.fromEntries(
    Object.entries(values).map(([field, fill]) => [field, { value: fieldValue(field, fills[fill], saying.when) }]),
  )
  return { openid, template: id, ...(saying.to ? { page: saying.to.replace(/^\//, '') } : {}), data }
}

/** As a text message. */
export const textWords = ({ title, body }: Saying) => cut(body ? `${title}。${body}` : title, TEXT)
