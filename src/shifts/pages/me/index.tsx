import type { Profile } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { refresh, useCall } from '@/platform'
import { Button, Callout, Empty, Loaded, Page, sayNear, useElder } from '@/ui'
import { Big } from '../../people/big'
import { Cards } from '../../people/cards'
import { headingOf, lastNo } from '../../people/mine'
import { Opened, type Which } from '../../people/opened'
import { useAct } from '../../people/use'
import { toFind, toJoin } from '../../ways'

/** 我的志愿: how I stand, how much this week holds, what I can do, my papers and teams; resting and coming back. */
export default function Screen() {
  const from = useCall('shifts.my_profile', {}, { keep: 'shifts/me' })
  const profile = from.data?.profile
  const day = from.data?.day ?? ''
  if (!from.data || !profile || profile.state === 'left' || profile.state === 'declined')
    return (
      <Page
        title="我的志愿"
        at={from.at}
        heading={profile && headingOf(profile, day)}
        footer={from.data ? <Join again={Boolean(profile)} /> : undefined}
      >
        <Loaded from={from}>
          {() =>
            profile?.state === 'declined' ? (
              <Callout tone="warn">{`社区说：${lastNo(profile)}`}</Callout>
            ) : (
              <Empty title="您还没有登记成志愿者" words="一分钟就好，会什么做什么。" />
            )
          }
        </Loaded>
      </Page>
    )
  return <Mine profile={profile} day={day} at={from.at} onDone={from.retry} />
}

const Join = ({ again }: { again: boolean }) => (
  <Button big kind="primary" onTap={toJoin}>
    {again ? '再登记一次' : '登记一下'}
  </Button>
)

function Mine({ profile, day, at, onDone }: { profile: Profile; day: string; at?: number; onDone: () => void }) {
  const elder = useElder()
  const [open, setOpen] = useState<Which>()
  const done = () => {
    setOpen(undefined)
    onDone()
    void refresh()
  }
  const act = useAct(done)
  const away = profile.state === 'paused' || profile.state === 'lapsed' || profile.pause !== undefined
  const main = away ? (
    <Button big kind="primary" onTap={() => act('shifts.come_back', {}, '欢迎回来')}>
      我回来了
    </Button>
  ) : profile.state === 'active' ? (
    <Button big kind="primary" onTap={toFind}>
      看看有什么班
    </Button>
  ) : undefined
  return (
    <Page title="我的志愿" heading={headingOf(profile, day)} aside={profile.communityName} at={at} footer={main}>
      {profile.state === 'waiting' ? (
        <Callout tone="info" icon="clock">
          社区看过就告诉您。等的时候可以先把证件交了。
        </Callout>
      ) : null}
      {profile.pause && profile.state === 'active' ? <Callout tone="info">{`${sayNear(profile.pause.from, day)}开始歇`}</Callout> : null}
      {elder ? <Big profile={profile} onOpen={setOpen} /> : <Cards profile={profile} day={day} onOpen={setOpen} act={act} />}
      {open ? <Opened which={open} profile={profile} act={act} onOpen={setOpen} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  )
}
