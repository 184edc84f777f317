/** A stand-in for WeChat and the text hook, for tests: keeps what it took, and answers what it is told to. */
import type { Push, WechatMessage } from './push'

export interface Phone {
  push: Push
  /** What WeChat took. */
  wechat: WechatMessage[]
  /** What the text hook took. */
  texts: { phone: string; words: string; id: string }[]
  /** What the next ones are answered with, in order; then 0. 'lost': it is taken, but no answer comes back. */
  answers: (number | 'lost' | 'gone')[]
  /** How many of a template were 'gone'. */
  gone(template: string): number
}
const TEMPLATE = { values: { thing1: 'title', time2: 'when', thing3: 'body' } } as const
export const OFFER = 'TEMPLATE_OFFER'
export const REMINDER = 'TEMPLATE_REMINDER'

/** 'gone': no answer comes back, and it was not taken either. */
export function phone({ sms = true }: { sms?: boolean } = {}): Phone {
  const [wechat, texts, answers]: [WechatMessage[], Phone['texts'], Phone['answers']] = [[], [], []]
  const gone: string[] = []
  const templates = {
    offer: { id: OFFER, ...TEMPLATE },
    cancelled: { id: OFFER, ...TEMPLATE },
    reminder: { id: REMINDER, ...TEMPLATE },
    shortage: { id: REMINDER, ...TEMPLATE },
  }
  const send = async (message: WechatMessage) => {
    const answer = answers.shift() ?? 0
    if (answer === 0 || answer === 'lost') wechat.push(message)
    if (answer === 'gone') gone.push(message.template)
    if (typeof answer === 'string') throw new Error('no answer')
    return answer
  }
  const openidOf = async (code: string) => (code.startsWith('good-') ? code.slice(5) : null)
  const text: Push['sms'] = async one => {
    texts.push(one)
    return true
  }
  return {
    push: { wechat: { templates, send, openidOf }, ...(sms ? { sms: text } : {}) },
    wechat,
    texts,
    answers,
    gone: template => gone.filter(one => one === template).length,
  }
}
