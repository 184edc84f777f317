/**
 * How a one-time code reaches a phone. With LIANGLIN_SMS_URL by the same hook as in the cloud; without one the code is printed for whoever started
 * the server, with the phone masked.
 */
import { maskPhone } from '@domain/account/rules'
import { sendByHook } from '../_kit/sms'

type Send = (phone: string, code: string) => Promise<void>

export function sender(env: { [name: string]: string | undefined }, print: (line: string) => void = console.log): Send {
  if (env.LIANGLIN_SMS_URL) return sendByHook(env)
  return async (phone, code) => print(`验证码 ${code} 发给 ${maskPhone(phone)}`)
}
