import type { OutputOf } from '@domain'
import { useState } from 'react'
import { membership, useCall, useMe, useQuery } from '@/platform'
import { Box, Button, Card, canPrint, Empty, Loaded, Page, printPaper, Skeleton, sayMonth, Tabs, useElder } from '@/ui'
import { MonthPick } from '../../monthpick'
import { Arranged } from '../../party/arranged'
import { Birthdays } from '../../party/birthdays'
import { PartyEdit } from '../../party/edit'
import { GuestList } from '../../party/paper'
import { Roll } from '../../party/roll'
import { RulesEdit } from '../../party/rules'

export type Seen = OutputOf<'meals.party'>
type View = 'people' | 'roll'

/** The month's birthdays and their party: who is invited, the cakes, and on the day who came. ?month= */
export default function Screen() {
  const me = useMe()
  const asked = useQuery()
  const community = membership(me, 'kitchen', 'community')?.scope
  const [chosen, setChosen] = useState<string>()
  const month = chosen ?? asked.month ?? me.day.slice(0, 7)
  const found = useCall('meals.party', community && me.day ? { community, month } : null, { keep: 'meals/party' })
  const seen = found.data
  const when = sayMonth(month || '2026-01', me.day)
  if (!community)
    return <Page title="生日会">{me.id ? <Empty title="生日会由厨房和社区来办" words="请了您，会在通知里告诉您。" /> : <Skeleton />}</Page>
  return (
    <Page title="生日会" wide heading={seen ? headingOf(seen, when) : undefined} at={found.at}>
      <MonthPick month={month} onChange={setChosen} />
      <Loaded from={found} shape="cards">
        {one => <Shown key={`${month}${one.party?.version ?? 0}`} seen={one} community={community} onDone={found.retry} />}
      </Loaded>
    </Page>
  )
}

const headingOf = ({ birthdays }: Seen, when: string) =>
  birthdays.length ? `${when}有 ${birthdays.length} 位过生日` : `${when}没有人过生日`

function Shown({ seen, community, onDone }: { seen: Seen; community: string; onDone: () => void }) {
  const me = useMe()
  const { party, guests } = seen
  const today = party && !party.cancelled && party.day === me.day
  const [view, setView] = useState<View>(today ? 'roll' : 'people')
  const [doing, setDoing] = useState<'edit' | 'rules'>()
  const elder = useElder()
  const close = () => setDoing(undefined)
  const done = () => {
    close()
    onDone()
  }
  const past = seen.month < me.day.slice(0, 7)
  return (
    <>
      {party && guests.length ? (
        <Tabs
          label="看什么"
          tabs={[
            { value: 'people', label: '过生日的' },
            { value: 'roll', label: '点名' },
          ]}
          value={view}
          onChange={setView}
        />
      ) : null}
      {party && view === 'roll' ? null : party ? (
        <Arranged party={party} guests={guests} onEdit={() => setDoing('edit')} onDone={onDone} />
      ) : past ? null : (
        <Card title="生日会还没安排" note="定下日子和地方，再请人。">
          <Box className="b-act">
            <Button kind="primary" big icon="calendar" onTap={() => setDoing('edit')}>
              安排生日会
            </Button>
          </Box>
        </Card>
      )}
      {party && view === 'roll' ? <Roll party={party} guests={guests} onDone={onDone} /> : <Birthdays seen={seen} onDone={onDone} />}
      {party && canPrint && guests.length && !elder ? (
        <Button icon="sheet" onTap={printPaper}>
          打印名单
        </Button>
      ) : null}
      {membership(me, 'community') && !elder ? (
        <Button kind="quiet" onTap={() => setDoing('rules')}>
          请多大年纪的、用多大的蛋糕
        </Button>
      ) : null}
      {doing === 'edit' ? <PartyEdit community={community} month={seen.month} party={party} onClose={close} onDone={done} /> : null}
      {doing === 'rules' ? <RulesEdit community={community} rules={seen.rules} onClose={close} onDone={done} /> : null}
      {party ? <GuestList party={party} guests={guests} /> : null}
    </>
  )
}
