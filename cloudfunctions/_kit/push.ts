/** Ways out of the house to somebody's phone, as small as it is needed here. Each is absent where it is not set up; the inbox always is. */

/** What a field of a template is filled with: the title, the rest, the moment it is about, what it is about in a word. */
export const FILLS = ['title', 'body', 'when', 'topic'] as const
export type Fill = (typeof FILLS)[number]
/** One of WeChat's templates, as it was chosen in its console: field names ('thing1', 'time2') say what may stand in them. */
export interface Template {
  id: string
  values: { [field: string]: Fill }
}
export interface WechatMessage {
  openid: string
  template: string
  /** A page of the mini-program, without the leading slash. */
  page?: string
  data: { [field: string]: { value: string } }
}
export interface Wechat {
  /** By topic; a topic without one is not sent this way. */
  templates: { [topic: string]: Template }
  /** Answers WeChat's code, 0 when it was taken. Throws when nobody knows whether it left: then it must not be sent again. */
  send(message: WechatMessage): Promise<number>
  /** Whose phone a code of wx.login came from; null when it is none. Absent where the platform says who is calling. */
  openidOf?(code: string): Promise<string | null>
}
export interface Push {
  wechat?: Wechat
  /** A text message. `id` is the same for the same message. False: it did not leave, try again. Throws when nobody knows. */
  sms?(text: { phone: string; words: string; id: string }): Promise<boolean>
}

/** WeChat's code for "the system is busy", and ours for "there was no way to it": nothing left. */
export const BUSY = -1

const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
/** Whether a failed fetch surely did not reach the other side. */
export const neverLeft = (error: unknown): boolean => {
  const cause = (error as { cause?: { code?: string } }).cause
  return NEVER_LEFT.has(cause?.code ?? '')
}

/** LIANGLIN_WX_TEMPLATES: `{ "reminder": { "id": "...", "values": { "thing1": "title", "time2": "when" } }, ... }`. Throws with a sentence when it is not that. */
export function templatesFrom(text: string): { [topic: string]: Template } {
  const read = JSON.parse(text) as { [topic: string]: Template }
  for (const [topic, { id, values }] of Object.entries(read)) {
    if (!/^[A-Za-z0-9_-]{6,64}$/.test(id)) throw new Error(`${topic} 的模板编号不对`)
    for (const [field, fill] of Object.entries(values))
      if (!/^[a-z_]+\d+$/.test(field) || !FILLS.includes(fill)) throw new Error(`${topic} 的 ${field} 不对`)
  }
  return read
}
