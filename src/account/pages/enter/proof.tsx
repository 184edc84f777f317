import { Box, Button, Field } from '@/ui'
import type { CodeForm } from './code'

/** The fields of signing in. */
export function Proof({ form }: { form: CodeForm }) {
  const { phone, code, sent, wait, wrong, setPhone, setCode, ask, come } = form
  const error = (at: 'phone' | 'code') => (wrong?.at === at ? wrong.words : undefined)
  return (
    <Box className="enter-code">
      <Field label="手机号" kind="tel" value={phone} max={13} error={error('phone')} onChange={setPhone} onEnter={ask} />
      {sent ? (
        <Field label="短信里的验证码" kind="code" value={code} max={6} focus error={error('code')} onChange={setCode} onEnter={come} />
      ) : null}
      {sent ? (
        <Button disabled={wait > 0} onTap={ask}>
          {wait > 0 ? `没收到？${wait} 秒后可以再发` : '再发一次验证码'}
        </Button>
      ) : null}
    </Box>
  )
}

/** The one thing to do, at the foot of the screen. */
export const Proceed = ({ form: { sent, ask, come } }: { form: CodeForm }) => (
  <Button kind="primary" big onTap={sent ? come : ask}>
    {sent ? '登录' : '发验证码给我'}
  </Button>
)
