import { useState } from 'react'
import { entered, HOME, start, useSession } from '@/platform'
import { Page, Para, toast } from '@/ui'
import { Brand } from './brand'
import { useCode } from './code'
import { Demo } from './demo'
import type { Entered } from './door'
import { Proceed, Proof } from './proof'

/** Signing in: a phone and the code sent to it; in demo mode also the demo people. */
export default function Enter() {
  const [from] = useState(() => useSession.getState())
  const welcome = async (session: Entered) => {
    const other = from.me && from.state === 'locked' && from.me.id !== session.me.id
    await entered(session)
    if (other) toast('换了一个人登录，之前那位没传上去的还留着')
    await start(HOME)
  }
  const form = useCode(welcome)
  return (
    <Page title="登录" open onBack={() => start(HOME)} modes footer={<Proceed form={form} />}>
      <Brand />
      {from.state === 'locked' ? <Para className="k-text">登录过期了，请再登录一次。没传上去的都还在。</Para> : null}
      <Proof form={form} />
      <Demo onEntered={welcome} />
    </Page>
  )
}
