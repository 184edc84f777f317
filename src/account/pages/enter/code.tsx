import { useEffect, useState } from 'react'
import { call, Refused, sentence } from '@/platform'
import { Box, Button, Field, toast } from '@/ui'
import { type Entered, enter } from './door'

const PHONE = /^1[3-9]\d{9}$/
const digits = (text: string) => text.replace(/[^\d０-９]/g, '').replace(/[０-９]/g, digit => String(digit.charCodeAt(0) - 0xff10))

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

/** Phone, then the six digits sent to it. What was typed stays when something is wrong. */
export function Code({ onEntered }: { onEntered: (session: Entered) => Promise<void> }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [wrong, setWrong] = useState<{ at: 'phone' | 'code'; words: string } | null>(null)
  const [wait, setWait] = useCountdown()
  const error = (at: 'phone' | 'code') => (wrong?.at === at ? wrong.words : undefined)

  const ask = async () => {
    if (!PHONE.test(phone)) return setWrong({ at: 'phone', words: '手机号是 11 位数字，请再看一眼' })
    setWrong(null)
    try {
      const { wait } = await call('account.request_code', { phone })
      setSent(true)
      setWait(wait)
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
  return (
    <Box className="enter-code">
      <Field
        label="手机号"
        kind="tel"
        value={phone}
        max={13}
        error={error('phone')}
        onChange={text => setPhone(digits(text).slice(0, 11))}
        onEnter={ask}
      />
      {sent ? (
        <Field
          label="短信里的验证码"
          kind="code"
          value={code}
          max={6}
          focus
          error={error('code')}
          onChange={text => setCode(digits(text).slice(0, 6))}
          onEnter={come}
        />
      ) : null}
      {sent ? (
        <Button kind="primary" big onTap={come}>
          登录
        </Button>
      ) : null}
      <Button kind={sent ? 'plain' : 'primary'} big={!sent} disabled={wait > 0} onTap={ask}>
        {wait > 0 ? `${wait} 秒后可以再发` : sent ? '再发一次验证码' : '发验证码给我'}
      </Button>
    </Box>
  )
}
