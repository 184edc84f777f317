import type { OutputOf } from '@domain'
import type { Me } from '@domain/account/contract'
import { dayOf } from '@domain/days'
import { MEAL_WORDS } from '@domain/meals/serving'
import { go, membership, useCall, useOutbox, waiting } from '@/platform'
import { OtherShifts, ShiftCard, shiftHeading } from '@/shifts/day/homeshift'
import { PresenceButton } from '@/shifts/day/presence'
import { countsOf } from '@/shifts/day/rolled'
import { type Day, useDay } from '@/shifts/day/use'
import { toFind, toHours, toMe, toMine, toPlan, toRoll } from '@/shifts/ways'
import {
  Box,
  Button,
  Buttons,
  Card,
  clock,
  Empty,
  Entries,
  Entry,
  greeting,
  hourOf,
  Loaded,
  Page,
  Row,
  Rows,
  Section,
  Tag,
  useElder,
} from '@/ui'

type Mine = OutputOf<'meals.my_rounds'>
type Card_ = Mine['free'][number]
const ROUND = '/meals/pages/round/index'
const SERVE = '/meals/pages/serve/index'
const ROUNDS = '/meals/pages/rounds/index'
const WEEK = '/meals/pages/week/index'
const BY = { foot: '走着送', bike: '骑车送', car: '开车送' }

/** A volunteer's home: the shift to check in at and today's round, each with the one thing to do, else what nobody carries yet. */
export function VolunteerHome({ me }: { me: Me }) {
  const elder = useElder()
  const from = useCall('meals.my_rounds', {}, { keep: 'meals/rounds' })
  const day = useDay()
  const led = useLed(me)
  const parcels = useOutbox(outbox => waiting(outbox.parcels).length)
  const now = from.data?.mine.find(one => one.state !== 'closed')
  const today = dayOf(day.moment())
  return (
    <Page
      title={me.memberships[0]?.place || '两邻'}
      heading={headingOf(me, day, now, today)}
      aside={parcels > 0 ? <Tag tone="warn">{`待上传 ${parcels}`}</Tag> : now ? `${clock(now.from)} 起` : undefined}
      tab="home"
      modes
      at={from.at}
      footer={<Main day={day} now={now} />}
    >
      {day.now ? <ShiftCard day={day} it={day.now} today={today} /> : null}
      <OtherShifts day={day} besides={day.now?.shift} today={today} />
      <Loaded
        from={from}
        isEmpty={({ mine, free }) => mine.length + free.length === 0}
        empty={day.now || led ? <Box /> : <Empty title="今天没有您的班" words="有空就看看哪儿缺人，报一个。" />}
      >
        {data => <Today data={data} now={now} />}
      </Loaded>
      {elder ? <ElderWays me={me} led={led} /> : <Ways me={me} led={led} />}
    </Page>
  )
}

/** Somebody is at the door of a shift, else on a round, else before the next shift. */
function headingOf(me: Me, day: Day, now: Card_ | undefined, today: string): string {
  const shift = day.now
  if (shift && shift.stands.state !== 'early') return shiftHeading(shift, today)
  if (now) return roundHeading(now)
  return shift ? shiftHeading(shift, today) : `${me.name}，${greeting(hourOf(day.moment()))}`
}

/** The one thing to do: checking in comes first; a round goes before checking out. */
function Main({ day, now }: { day: Day; now?: Mine['mine'][number] }) {
  const shift = day.now
  const act =
    shift?.stands.can && !shift.cancelled ? (
      <PresenceButton day={day} it={shift} quiet={now !== undefined && shift.stands.can !== 'check_in'} />
    ) : null
  const round = now ? (
    <Button kind={shift?.stands.can === 'check_in' ? 'soft' : 'primary'} big onTap={() => go(ROUND, { round: now.id })}>
      {now.state === 'going' ? '接着送' : '看看这一趟'}
    </Button>
  ) : null
  const first = shift?.stands.can === 'check_in'
  if (act && round)
    return (
      <Buttons column>
        {first ? act : round}
        {first ? round : act}
      </Buttons>
    )
  return act ?? round
}

const titleOf = ({ meal, name }: Card_) => `${MEAL_WORDS[meal]} ${name}`
const roundHeading = (round: Card_) => (round.state === 'going' ? `还有 ${round.open} 家` : `今天送 ${round.stops} 家`)

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

/** How far the shifts are that somebody leads today: '今天 2 个班，还没到 1 个'. */
function useLed(me: Me): string | undefined {
  const leads = membership(me, 'lead') !== undefined
  const { data } = useCall('shifts.today', leads ? {} : null, { keep: 'shifts/today' })
  if (!data) return undefined
  const late = data.items.filter(one => one.from < data.now && !one.closed).reduce((sum, one) => sum + countsOf(one.people).open, 0)
  return data.items.length === 0 ? '今天没有您带的班' : `今天 ${data.items.length} 个班${late > 0 ? `，还没到 ${late} 个` : ''}`
}

const unread = (me: Me) => (me.unread ? `${me.unread} 条没看` : undefined)
const Ways = ({ me, led }: { me: Me; led?: string }) => (
  <Rows>
    {membership(me, 'lead') ? <Row icon="tasks" title="点名" note={led ?? '今天谁到了，谁还没到，签到码'} onTap={() => toRoll()} /> : null}
    {membership(me, 'lead') ? <Row icon="plus" title="排班" note="加一个班，每周的班，谁固定来" onTap={toPlan} /> : null}
    <Row icon="search" title="找个班" note="哪儿缺人，哪个适合您" onTap={toFind} />
    <Row icon="calendar" title="我的班" note="报了哪些，换班，退班" onTap={toMine} />
    <Row icon="clock" title="我的时长" note="做了多少小时，证书" onTap={toHours} />
    <Row icon="basket" title="到窗口搭把手" note="按取餐码、按名字给饭" onTap={() => go(SERVE)} />
    {membership(me, 'lead') ? <Row icon="people" title="今天送餐" note="谁送哪一趟，还有谁没人送" onTap={() => go(ROUNDS)} /> : null}
    {me.resident ? (
      <Row icon="soup" title="我自己的饭" note="今天订了什么，这周吃什么" onTap={() => go(WEEK, { eater: me.resident })} />
    ) : null}
    <Row icon="person" title="我的志愿" note="会做什么，什么时候有空，歇几天" onTap={toMe} />
    <Row icon="bell" title="通知" aside={unread(me)} onTap={() => go('/pages/inbox/index')} />
  </Rows>
)
/** At most six; the tabs below lead to the counter and the rounds as well. */
const ElderWays = ({ me, led }: { me: Me; led?: string }) => (
  <Entries>
    {membership(me, 'lead') ? <Entry icon="tasks" title="点名" note={led} onTap={() => toRoll()} /> : null}
    <Entry icon="search" title="找个班" onTap={toFind} />
    <Entry icon="calendar" title="我的班" onTap={toMine} />
    {membership(me, 'lead') ? null : <Entry icon="basket" title="到窗口搭把手" onTap={() => go(SERVE)} />}
    {me.resident ? <Entry icon="soup" title="我自己的饭" onTap={() => go(WEEK, { eater: me.resident })} /> : null}
    <Entry icon="bell" title={unread(me) ? `通知，${unread(me)}` : '通知'} onTap={() => go('/pages/inbox/index')} />
  </Entries>
)
