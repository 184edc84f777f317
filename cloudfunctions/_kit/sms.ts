/** One-time codes by an HTTP hook: LIANGLIN_SMS_URL gets { phone, code } as JSON, with LIANGLIN_SMS_TOKEN as bearer. */

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
