import type { Check, CheckCounts } from '@domain/meals/contract/checks'
import { useState } from 'react'
import { call, sentence, useCall, useMe, useQuery, useWide } from '@/platform'
import { Box, Button, Elapsed, Empty, Figure, Figures, List, Loaded, Page, Table, Tabs, Tag, toast, useElder } from '@/ui'
import { CheckCall, CheckCard, EndedCard, Whom } from '../../checks/card'
import { useChecks } from '../../checks/use'
import { toCheck, toLadder, toNeighbours } from '../../checks/ways'
import { nextWords } from '../../checks/words'

const ROLES = ['community', 'grid', 'kitchen'] as const

/** Everybody whose meal was not taken; ?division= a part of what one reaches. */
export default function Checks() {
  const me = useMe()
  const asked = useQuery().division
  const held = ROLES.map(role => me.memberships.find(one => one.role === role)).find(Boolean)
  const division = asked ?? held?.scope
  const community = me.memberships.find(one => one.role === 'community')?.scope
  const [closed, setClosed] = useState(false)
  const { checks, now } = useChecks(division, closed)
  const elder = useElder()
  const open = checks.data?.items ?? []
  const some = open.length ? `${open.length}${checks.data?.after ? ' 多' : ''} 位没取餐，正在找` : '没有要找的人'
  const settings =
    community && !elder ? (
      <>
        <Button onTap={() => toNeighbours(community)}>楼长和邻居</Button>
        <Button onTap={() => toLadder(community)}>时限</Button>
      </>
    ) : undefined
  return (
    <Page title="没取餐的人" wide heading={closed ? '找到了的' : checks.data ? some : undefined} at={checks.at} actions={settings}>
      <Tabs
        label="找到没有"
        tabs={[
          { value: 'open', label: '在找的' },
          { value: 'closed', label: '找到了的' },
        ]}
        value={closed ? 'closed' : 'open'}
        onChange={value => setClosed(value === 'closed')}
      />
      <Loaded
        from={checks}
        empty={
          closed ? (
            <Empty title="还没有" words="找到了的人、用了多久、是谁找到的，都留在这里。" />
          ) : (
            <Empty title="没有要找的人" words="订了饭没来取的，开饭结束后几分钟就会到这里来。" />
          )
        }
      >
        {page => (
          <All key={`${closed}${page.items.map(one => one.id).join()}`} page={page} division={division ?? ''} closed={closed} now={now} />
        )}
      </Loaded>
      {division && !elder ? <Numbers division={division} today={me.day} /> : null}
    </Page>
  )
}

type Found = { items: Check[]; after?: string }
function All({ page, division, closed, now }: { page: Found; division: string; closed: boolean; now: number }) {
  const [more, setMore] = useState<Found>({ items: [], after: page.after })
  const wide = useWide()
  const items = [...page.items, ...more.items]
  const further = async () => {
    try {
      const next = await call('meals.checks', { division, closed, after: more.after })
      setMore({ items: [...more.items, ...next.items], after: next.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  if (wide && !closed) return <Desk items={items} now={now} />
  return (
    <List
      items={items}
      keyOf={one => one.id}
      unit="位"
      label={closed ? '找到了的人' : '要找的人'}
      onMore={more.after ? further : undefined}
    >
      {check => (closed ? <EndedCard check={check} now={now} /> : <CheckCard check={check} now={now} />)}
    </List>
  )
}

const Desk = ({ items, now }: { items: Check[]; now: number }) => (
  <Table
    caption="要找的人"
    rows={items}
    keyOf={one => one.id}
    onOpen={one => toCheck(one.id)}
    columns={[
      { title: '谁', cell: one => `${one.call} · ${one.door}` },
      {
        title: '怎么回事',
        cell: one => (
          <>
            <Box>{one.why}</Box>
            <Box className="k-note">{nextWords(one)}</Box>
          </>
        ),
      },
      { title: '已经', cell: one => <Elapsed since={one.since} now={now} /> },
      { title: '现在', cell: one => <Whom check={one} /> },
      { title: '打电话', right: true, cell: one => <CheckCall check={one} kind="soft" /> },
    ]}
  />
)

const average = (sum: number, n: number) => (n ? `${Math.round(sum / n)} 分钟` : '还没有')

/** This month's counts: how often, how soon it began, how soon somebody was found. */
function Numbers({ division, today }: { division: string; today: string }) {
  const numbers = useCall('meals.checks_numbers', today ? { division, from: `${today.slice(0, 7)}-01`, days: 31 } : null)
  const sum: CheckCounts | undefined = numbers.data?.sum
  if (!sum?.opened) return null
  return (
    <Box className="k-stack">
      <Figures>
        <Figure label="这个月找过" value={`${sum.opened} 次`} note={`没人取的饭 ${sum.missed} 份`} />
        <Figure
          label="多久开始找"
          value={average(sum.openMinutes, sum.opened)}
          note={sum.late ? `${sum.late} 次晚于 5 分钟` : '都在 5 分钟里'}
        />
        <Figure label="多久找到" value={average(sum.closeMinutes, sum.closed)} note={`了结了 ${sum.closed} 次`} />
      </Figures>
      {sum.explained ? <Tag>{`有说明、不用找的 ${sum.explained} 份`}</Tag> : null}
    </Box>
  )
}
