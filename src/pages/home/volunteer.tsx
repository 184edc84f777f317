import type { OutputOf } from '@domain'
import type { Me } from '@domain/account/contract'
import { MEAL_WORDS } from '@domain/meals/serving'
import { go, membership, useCall, useOutbox, waiting } from '@/platform'
import { Box, Button, Card, clock, Empty, Entries, Entry, greeting, hourOf, Loaded, Page, Row, Rows, Section, Tag, useElder } from '@/ui'

type Mine = OutputOf<'meals.my_rounds'>
type Card_ = Mine['free'][number]
const ROUND = '/meals/pages/round/index'
const SERVE = '/meals/pages/serve/index'
const ROUNDS = '/meals/pages/rounds/index'
const WEEK = '/meals/pages/week/index'
const BY = { foot: '走着送', bike: '骑车送', car: '开车送' }

/** A volunteer's home: today's round and the one thing to do, else what nobody carries yet. */
export function VolunteerHome({ me }: { me: Me }) {
  const elder = useElder()
  const from = useCall('meals.my_rounds', {}, { keep: 'meals/rounds' })
  const parcels = useOutbox(outbox => waiting(outbox.parcels).length)
  const now = from.data?.mine.find(one => one.state !== 'closed')
  return (
    <Page
      title={me.memberships[0]?.place || '两邻'}
      heading={now ? headingOf(now) : `${me.name}，${greeting(hourOf(Date.now()))}`}
      aside={parcels > 0 ? <Tag tone="warn">{`待上传 ${parcels}`}</Tag> : now ? `${clock(now.from)} 起` : undefined}
      tab="home"
      modes
      at={from.at}
      footer={
        now ? (
          <Button kind="primary" big onTap={() => go(ROUND, { round: now.id })}>
            {now.state === 'going' ? '接着送' : '看看这一趟'}
          </Button>
        ) : null
      }
    >
      <Loaded
        from={from}
        isEmpty={({ mine, free }) => mine.length + free.length === 0}
        empty={<Empty title="今天没有安排您送饭" words="有空可以到厨房窗口搭把手。" />}
      >
        {data => <Today data={data} now={now} />}
      </Loaded>
      {elder ? <ElderWays me={me} /> : <Ways me={me} />}
    </Page>
  )
}

const titleOf = ({ meal, name }: Card_) => `${MEAL_WORDS[meal]} ${name}`
const headingOf = (round: Card_) => (round.state === 'going' ? `还有 ${round.open} 家` : `今天送 ${round.stops} 家`)

function Today({ data, now }: { data: Mine; now?: Mine['mine'][number] }) {
  const elder = useElder()
  const first = now?.list.find(stop => stop.state === 'open')
  const closed = data.mine.filter(one => one.state === 'closed')
  return (
    <Box className="k-stack">
      {now ? (
        <Card title={titleOf(now)} note={`${now.stops} 家，${now.meals} 份，${BY[now.by]}`} edge={now.overdue ? 'bad' : undefined}>
          {now.overdue ? <Box className="k-text">饭点过了，这一趟还没有收尾。</Box> : null}
          {first ? <Box className="k-text">{`先去 ${first.door}，${first.call}`}</Box> : null}
        </Card>
      ) : null}
      {elder
        ? null
        : closed.map(one => <Card key={one.id} title={titleOf(one)} aside={<Tag tone="ok">送完了</Tag>} note={`${one.done} 家送到`} />)}
      {data.free.length > 0 ? <Free free={data.free} /> : null}
    </Box>
  )
}

const Free = ({ free }: { free: Card_[] }) => (
  <Section title="还没人送的">
    <Rows>
      {free.map(one => (
        <Row
          key={one.id}
          title={titleOf(one)}
          note={`${one.stops} 家，${one.meals} 份，${BY[one.by]}`}
          aside={<Tag tone="bad">没人送</Tag>}
          onTap={() => go(ROUND)}
        />
      ))}
    </Rows>
  </Section>
)

const unread = (me: Me) => (me.unread ? `${me.unread} 条没看` : undefined)
const Ways = ({ me }: { me: Me }) => (
  <Rows>
    <Row icon="basket" title="到窗口搭把手" note="按取餐码、按名字给饭" onTap={() => go(SERVE)} />
    {membership(me, 'lead') ? <Row icon="people" title="今天送餐" note="谁送哪一趟，还有谁没人送" onTap={() => go(ROUNDS)} /> : null}
    {me.resident ? (
      <Row icon="soup" title="我自己的饭" note="今天订了什么，这周吃什么" onTap={() => go(WEEK, { eater: me.resident })} />
    ) : null}
    <Row icon="bell" title="通知" aside={unread(me)} onTap={() => go('/pages/inbox/index')} />
  </Rows>
)
const ElderWays = ({ me }: { me: Me }) => (
  <Entries>
    <Entry icon="basket" title="到窗口搭把手" onTap={() => go(SERVE)} />
    {membership(me, 'lead') ? <Entry icon="people" title="今天送餐" onTap={() => go(ROUNDS)} /> : null}
    {me.resident ? <Entry icon="soup" title="我自己的饭" onTap={() => go(WEEK, { eater: me.resident })} /> : null}
    <Entry icon="bell" title={unread(me) ? `通知，${unread(me)}` : '通知'} onTap={() => go('/pages/inbox/index')} />
  </Entries>
)
