import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Callout, Empty, Loaded, Page, useElder, Words } from '@/ui'
import { Heaps, type Mine, Month, PrintAll, Waiting } from '../../hours/mine'
import { OpenHours } from '../../hours/open'
import { bigHours } from '../../hours/words'
import { toCertificate, toFind } from '../../ways'
import '../../hours/hours.scss'

/** My hours: one number, what is behind it, and the way to a certificate. */
export default function Screen() {
  const [month, setMonth] = useState<string>()
  const elder = useElder()
  const found = useCall('shifts.my_hours', month ? { month } : {}, { keep: 'shifts/hours' })
  const mine = found.data
  return (
    <Page
      title="我的时长"
      heading={mine && !elder && mine.total > 0 ? `您一共帮了 ${sayMinutes(mine.total)}` : undefined}
      at={found.at}
      footer={
        mine && mine.total > 0 ? (
          <Button big kind="primary" icon="sheet" onTap={() => toCertificate()}>
            {elder ? '我的证明' : '开证明、看证明'}
          </Button>
        ) : undefined
      }
    >
      <Loaded from={found} shape="figures" isEmpty={isNothing} empty={<Nothing />}>
        {one => (elder ? <Elder mine={one} /> : <Shown mine={one} onMonth={setMonth} />)}
      </Loaded>
    </Page>
  )
}

const isNothing = ({ total, months, waiting }: Mine) => total === 0 && months.length === 0 && waiting.length === 0
const Nothing = () => (
  <Empty title="还没有时长" words="去帮一次忙，签到、签退了，时长自己就记上。">
    <Button kind="primary" onTap={toFind}>
      找一个班
    </Button>
  </Empty>
)

/** One number, this month, what waits: nothing to read twice. */
const Elder = ({ mine }: { mine: Mine }) => {
  const now = mine.months.find(one => one.month === mine.today.slice(0, 7))?.minutes ?? 0
  return (
    <Box className="k-stack">
      <Box className="k-card">
        <Box className="k-text">您一共帮了</Box>
        <Box className="h-bigline">
          <Words className="h-big">{bigHours(mine.total)}</Words>
          <Words className="h-unit">小时</Words>
        </Box>
      </Box>
      <Box className="k-card">
        <Box className="k-text">{now > 0 ? `这个月 ${sayMinutes(now)}` : '这个月还没有'}</Box>
      </Box>
      {mine.waiting[0] ? <Callout>{`${mine.waiting[0].title}：${mine.waiting[0].why}`}</Callout> : null}
    </Box>
  )
}

const Shown = ({ mine, onMonth }: { mine: Mine; onMonth: (month: string) => void }) => (
  <Box className="k-stack">
    <Heaps mine={mine} />
    {mine.ready < mine.total ? <Callout icon="info">刚记上的时长先公示 7 天，没有人提异议，就能写进证明。</Callout> : null}
    <Waiting mine={mine} />
    <Month mine={mine} onChange={onMonth} />
    <Box className="h-acts">
      <PrintAll mine={mine} />
    </Box>
    {mine.places.map(place => (
      <OpenHours key={place.community} community={place.community} name={place.name} />
    ))}
  </Box>
)
