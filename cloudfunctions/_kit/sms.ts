/** One-time codes by an HTTP hook: LIANGLIN_SMS_URL gets { phone, code } as JSON, with LIANGLIN_SMS_TOKEN as bearer. */

import { neverLeft, type Push } from './push'

const PATIENCE = 8_000

/** In a cloud there is no console beside which somebody sits: without a hook no code can be sent, and none is ever logged. */
export function sendByHook(env: { [name: string]: string | undefined }): (phone: string, code: string) => Promise<void> {
  return async (phone, code) => {
    if (!env.LIANGLIN_SMS_URL) throw new Error('LIANGLIN_SMS_URL is not set: no code can be sent')
    const bearer = env.LIANGLIN_SMS_TOKEN
    const answer = await fetch(env.LIANGLIN_SMS_URL, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: JSON.stringify({ phone, code }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (!answer.ok) throw new Error(`the code hook answered ${answer.status}`)
  }
}

/**
 * Words to a phone by another hook of the same kind: LIANGLIN_TEXT_URL gets { phone, words, id } (the same `id` is the same message), with
 * LIANGLIN_TEXT_TOKEN as bearer. Undefined where it is not set up: then nobody is offered text messages.
 */
export function textsByHook(env: { [name: string]: string | undefined }): Push['sms'] {
  const { LIANGLIN_TEXT_URL: url, LIANGLIN_TEXT_TOKEN: bearer } = env
  if (!url) return undefined
  return async text => {
    const headers = { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) }
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(text), signal: AbortSignal.timeout(PATIENCE) })
      return answer.ok
    } catch (error) {
      if (neverLeft(error)) return false
      throw error
    }
  }
}
