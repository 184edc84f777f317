import { useEffect, useState } from 'react'
import { call, Refused, sentence } from '@/platform'
import { toast } from '@/ui'
import { type Entered, enter } from './door'

const PHONE = /^1[3-9]\d{9}$/
const WIDE = /[０-９]/g
/** Only digits; full-width ones, as some keyboards give them, become plain. */
const digits = (text: string) => text.replace(WIDE, digit => String(digit.charCodeAt(0) - 0xff10)).replace(/\D/g, '')

/** Seconds that count down to 0. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!left) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}

export interface CodeForm {
  phone: string
  code: string
  /** Whether a code is on its way, so that its field is shown. */
  sent: boolean
  /** Seconds until another code may be asked for. */
  wait: number
  wrong: { at: 'phone' | 'code'; words: string } | null
  setPhone(text: string): void
  setCode(text: string): void
  ask(): Promise<void>
  come(): Promise<void>
}

/** Phone, then the six digits sent to it. What was typed stays when something is wrong. */
export function useCode(onEntered: (session: Entered) => Promise<void>): CodeForm {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [wrong, setWrong] = useState<CodeForm['wrong']>(null)
  const [wait, setWait] = useCountdown()
  const ask = async () => {
    if (!PHONE.test(phone)) return setWrong({ at: 'phone', words: '手机号是 11 位数字，请再看一眼' })
    setWrong(null)
    try {
      setWait((await call('account.request_code', { phone })).wait)
      setSent(true)
      toast('验证码发出去了，请看短信')
    } catch (problem) {
      if (problem instanceof Refused && problem.code === 'account.too_soon') setSent(true)
      setWrong({ at: sent ? 'code' : 'phone', words: sentence(problem) })
    }
  }
  const come = async () => {
    if (code.length !== 6) return setWrong({ at: 'code', words: '验证码是 6 位数字' })
    setWrong(null)
    try {
      await onEntered(await enter({ phone, code }))
    } catch (problem) {
      setWrong({ at: 'code', words: sentence(problem) })
    }
  }
  const [onPhone, onCode] = [(text: string) => setPhone(digits(text).slice(0, 11)), (text: string) => setCode(digits(text).slice(0, 6))]
  return { phone, code, sent, wait, wrong, setPhone: onPhone, setCode: onCode, ask, come }
}
