/** The calendar somebody publishes of their own shifts: an address that is shown once, copied, and ended at will. */
import type { OutputOf } from '@domain'
import { useState } from 'react'
import { addressOf, copy, useCall, useDeed } from '@/platform'
import './word.scss'
import { ago, ask, Box, Button, Buttons, Callout, Card, dayOf, Loaded, sayDay, toast } from '@/ui'

type Feed = OutputOf<'shifts.feed'>
/** One line for where the card is not seen. */
export const calendarWords = (feed: Feed | undefined) => (feed?.since ? '正在用' : '自己的日历里看到班')

/** Inside WeChat with the cloud's functions there is no address a calendar could fetch: single shifts go into the phone's calendar there. */
const REACHABLE = addressOf('/') !== null

export function CalendarCard() {
  const from = useCall('shifts.feed', {})
  const [address, setAddress] = useState('')
  if (!REACHABLE)
    return <Card title="手机日历" note="在“我的班”里点“放进手机日历”，一个班一个班地放。要整个日历自动更新，请用手机浏览器打开这里。" />
  return (
    <Loaded from={from} isEmpty={() => false} shape="cards">
      {feed => (
        <Card title="手机日历" note={noteOf(feed)}>
          {address ? <Shown address={address} /> : null}
          <Acts feed={feed} onMade={setAddress} onChange={from.retry} />
        </Card>
      )}
    </Loaded>
  )
}

function noteOf({ since, seen }: Feed): string {
  if (!since) return '拿一个只有您知道的地址，放进手机或电脑的日历，报了班、改了时间，日历自己跟着变。里面没有别人的名字和电话。'
  const used = seen ? `日历${ago(seen, Date.now())}来取过` : '还没有日历来取过'
  return `${sayDay(dayOf(since))}开的地址，${used}。`
}

function Acts({ feed, onMade, onChange }: { feed: Feed; onMade: (address: string) => void; onChange: () => void }) {
  const deed = useDeed()
  const make = async () => {
    const sure = { title: '换一个新地址？', words: '原来的地址就不能用了，日历里要换上新的。', yes: '换' }
    if (feed.since && !(await ask(sure))) return
    const did = await deed('shifts.make_feed', {})
    if (did?.ok) onMade(addressOf(did.ok.path) ?? '')
    else if (did) toast(did.problem, { tone: 'bad' })
    onChange()
  }
  const end = async () => {
    const sure = { title: '不再给日历看？', words: '放了这个地址的日历，以后取不到您的班。', yes: '不给了', danger: true }
    if (!(await ask(sure))) return
    const did = await deed('shifts.end_feed', {})
    if (did && !did.ok) toast(did.problem, { tone: 'bad' })
    onMade('')
    onChange()
  }
  if (!feed.since) return <Button onTap={make}>拿一个日历地址</Button>
  return (
    <Buttons column>
      <Button onTap={make}>换一个新地址</Button>
      <Button kind="danger" onTap={end}>
        不再给日历看
      </Button>
    </Buttons>
  )
}

/** It is never shown again: only its hash is kept. */
function Shown({ address }: { address: string }) {
  const put = async () => {
    if (await copy(address)) toast('复制好了，去日历里粘贴')
    else toast('这台手机不让复制，请长按上面的地址', { tone: 'bad' })
  }
  return (
    <Box className="k-stack">
      <Callout tone="warn" alert>
        地址只显示这一次，谁有它谁就能看到您的班。请现在就复制。
      </Callout>
      <Box className="w-address">{address}</Box>
      <Button kind="primary" onTap={put}>
        复制这个地址
      </Button>
      <Box className="k-note">手机上：设置，日历，添加订阅日历，粘贴。</Box>
    </Box>
  )
}
