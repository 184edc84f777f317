/** What somebody wants to hear and by which way: WeChat's messages that are left, what not, text messages, and their own calendar. */
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Entries, Entry, Loaded, Page, useElder } from '@/ui'
import { CalendarCard, calendarWords } from '../../word/feed'
import { Hearing, hearingWords } from '../../word/hearing'
import type { Channels } from '../../word/more'
import { Texts } from '../../word/texts'
import { MoreButton, toldHeading, WechatCard } from '../../word/wechat'

type Step = 'see' | 'hear' | 'text' | 'calendar'
const TITLES: { [step in Step]: string } = { see: '想收到什么', hear: '想听哪些', text: '手机短信', calendar: '手机日历' }

/** One page; in elder mode one thing a screen. */
export default function Told() {
  const elder = useElder()
  const [step, setStep] = useState<Step>('see')
  const from = useCall('notices.channels', {}, { keep: 'channels' })
  const channels = from.data
  const at = elder ? step : 'see'
  const back = at === 'see' ? undefined : () => setStep('see')
  const footer = channels?.wechat && at === 'see' ? <MoreButton channels={channels} onMore={from.retry} /> : undefined
  return (
    <Page title={TITLES[at]} heading={at === 'see' ? toldHeading(channels) : undefined} at={from.at} onBack={back} footer={footer}>
      <Loaded from={from} isEmpty={() => false} shape="rows">
        {data =>
          elder ? <Elder step={at} channels={data} onStep={setStep} onChange={from.retry} /> : <All channels={data} onChange={from.retry} />
        }
      </Loaded>
    </Page>
  )
}

interface Shared {
  channels: Channels
  onChange: () => void
}
const All = (shared: Shared) => (
  <Box className="k-stack">
    {shared.channels.wechat ? <WechatCard channels={shared.channels} /> : null}
    <Hearing {...shared} />
    {shared.channels.sms ? <Texts {...shared} /> : null}
    <CalendarCard />
  </Box>
)

function Elder({ step, onStep, ...shared }: Shared & { step: Step; onStep: (step: Step) => void }) {
  const { channels } = shared
  const calendar = useCall('shifts.feed', {})
  if (step === 'hear') return <Hearing {...shared} />
  if (step === 'text') return <Texts {...shared} />
  if (step === 'calendar') return <CalendarCard />
  return (
    <Entries>
      <Entry title={TITLES.hear} note={hearingWords(channels)} onTap={() => onStep('hear')} />
      {channels.sms ? <Entry title={TITLES.text} note={channels.sms.on ? '开着' : '关着'} onTap={() => onStep('text')} /> : null}
      <Entry title={TITLES.calendar} note={calendarWords(calendar.data)} onTap={() => onStep('calendar')} />
    </Entries>
  )
}
