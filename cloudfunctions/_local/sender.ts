/**
 * How a one-time code reaches a phone. LIANGLIN_SMS_URL: an HTTP hook that gets { phone, code } as JSON (LIANGLIN_SMS_TOKEN as bearer) and puts it
 * to a provider. Without one the code is printed for whoever started the server, with the phone masked.
 */
import { maskPhone } from '@domain/account/rules'
import type { Log } from '../_kit/react'

type Send = (phone: string, code: string) => Promise<void>
const PATIENCE = 8_000

export function sender(env: { [name: string]: string | undefined }, log: Log, print: (line: string) => void = console.log): Send {
  const url = env.LIANGLIN_SMS_URL
  if (!url) return async (phone, code) => print(`验证码 ${code} 发给 ${maskPhone(phone)}`)
  const bearer = env.LIANGLIN_SMS_TOKEN
  return async (phone, code) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: JSON.stringify({ phone, code }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    if (answer.ok) return
    log.error({ status: answer.status }, 'the code hook refused')
    throw new Error(`the code hook answered ${answer.status}`)
  }
}
