import type { OutputOf } from '@domain'
import { useState } from 'react'
import { type Called, dial, membership, useCall, useMe, useQuery } from '@/platform'
import { Box, Button, Buttons, Callout, Card, Empty, Loaded, Page, Row, Rows, Switch, useElder } from '@/ui'
import { LedWays } from '../../day/led'
import { Presence } from '../../day/presence'
import { useAct } from '../../signing/act'
import { Away } from '../../signing/away'
import { LedShift } from '../../signing/led'
import { Roles, takeable } from '../../signing/roles'
import { dayWords, hours, timeLeft } from '../../signing/say'
import { toFind, toJoin } from '../../ways'
import { ToCalendar } from '../../word/calendar'
import { useMore } from '../../word/more'

type Shown = OutputOf<'shifts.open_shift'>
type Led = OutputOf<'shifts.shift'>

/** One shift on one screen: when, where, who, what to do, and one big button that says what happens. ?shift=&cover= whom one would replace. */
export default function ShiftPage() {
  const { shift = '', cover } = useQuery()
  const me = useMe()
  const helps = membership(me, 'volunteer', 'lead', 'kitchen') !== undefined
  const leads = membership(me, 'lead', 'kitchen', 'community') !== undefined
  const from = useCall('shifts.open_shift', shift && helps ? { shift } : null, { keep: `shifts/one/${shift}` })
  const led = useCall('shifts.shift', shift && leads ? { shift } : null)
  const lead = led.data?.leads ? led : undefined
  const more = useMore(['reminder', 'cancelled', 'offer'])
  if (from.data) return <OneShift key={shift} shown={from.data} from={from} cover={cover} lead={lead} more={more} />
  if (!helps && leads && shift) return <Desk from={led} />
  if (!helps || !shift)
    return (
      <Page title="这个班">
        <Empty title={helps ? '这个链接不全' : '当了志愿者才看得到班'} words={helps ? '从“找一个班”里再点开一次。' : '一分钟就能登记。'}>
          <Button kind="primary" onTap={helps ? toFind : toJoin}>
            {helps ? '找一个班' : '当志愿者'}
          </Button>
        </Empty>
      </Page>
    )
  return (
    <Page title="这个班">
      <Loaded from={from}>{() => null}</Loaded>
    </Page>
  )
}

/** For the community's people, who do not sign up themselves: who is in it. */
function Desk({ from }: { from: Called<Led> }) {
  const card = from.data?.card
  return (
    <Page
      title="这个班"
      heading={card?.title}
      aside={card ? `${dayWords(card.day, Date.now())} ${hours(card)}，${card.place.name}` : undefined}
      at={from.at}
      wide
    >
      <Loaded from={from} isEmpty={() => false}>
        {led =>
          led.people?.length ? (
            <LedShift led={led} now={from.at ?? 0} onDone={from.retry} />
          ) : (
            <Empty title="还没有人报这个班" words="可以到缺人名单里，给合适的人打电话。" />
          )
        }
      </Loaded>
    </Page>
  )
}

interface OneProps {
  shown: Shown
  from: Called<Shown>
  cover?: string
  /** Only for whoever leads it. */
  lead?: Called<Led>
  /** Asks for more of WeChat's messages. */
  more: () => void
}
function OneShift({ shown, from, cover, lead, more }: OneProps) {
  const { shift, mine, stands, now } = shown
  const [picked, pick] = useState<string>()
  const [along, setAlong] = useState<string[]>([])
  const [away, setAway] = useState(false)
  const act = useAct(from.retry)
  const role = picked ?? shown.best
  const done = () => {
    setAway(false)
    from.retry()
  }
  const up = async () => {
    if (!role) return
    // taking a shift is when one wants to hear of it; WeChat asks straight out of the tap or not at all
    more()
    const said = await act('shifts.sign_up', { shift: shift.id, role, ...(along.length > 0 ? { with: along } : {}) }, '')
    if (said) setAlong([])
  }
  return (
    <Page title="这个班" heading={shift.title} aside={`${dayWords(shift.day, now)} ${hours(shift)}`} at={from.at} footer={footer()}>
      <Box className="k-stack">
        <Standing shown={shown} role={role} now={now} cover={cover} />
        {mine?.state === 'on' ? <Presence shift={shift.id} /> : null}
        {lead?.data ? <LedWays shift={shift} now={now} /> : null}
        <Facts shown={shown} />
        {mine || cover ? null : <Roles open={shown} now={now} role={role} onRole={pick} />}
        {mine || cover || !role ? null : <Along shown={shown} along={along} onAlong={setAlong} />}
        {mine ? <Mine shown={shown} onAway={() => setAway(true)} /> : null}
        {lead?.data ? <LedShift led={lead.data} now={now} onDone={lead.retry} /> : null}
        {away && mine ? <Away shift={shift} mine={mine} now={now} onDone={done} onClose={() => setAway(false)} /> : null}
      </Box>
    </Page>
  )

  function footer() {
    if (mine?.state === 'offered')
      return (
        <Buttons>
          <Button onTap={() => act('shifts.answer_offer', { shift: shift.id, take: false }, '好，让给下一位')}>这次不去</Button>
          <Button kind="primary" big onTap={() => act('shifts.answer_offer', { shift: shift.id, take: true }, '定了，到时候见')}>
            我来
          </Button>
        </Buttons>
      )
    if (mine) return null
    if (cover)
      return (
        <Button kind="primary" big onTap={() => act('shifts.take_cover', { shift: shift.id, account: cover }, '接下来了，谢谢您')}>
          我替这一班
        </Button>
      )
    const stand = stands.find(one => one.role === role)
    if (!role || !stand || !takeable(shown, now).includes(stand))
      return (
        <Button big onTap={toFind}>
          看看别的班
        </Button>
      )
    const words = along.length > 0 ? `我们 ${along.length + 1} 个人去` : stand.state === 'free' ? '我来' : '排队，空出来叫我'
    return (
      <Button kind="primary" big onTap={up}>
        {words}
      </Button>
    )
  }
}

/** How it stands for the caller, in one sentence. */
function Standing({ shown, role, now, cover }: { shown: Shown; role?: string; now: number; cover?: string }) {
  const { mine, stands, shift } = shown
  if (shift.cancelled) return <Callout tone="bad">{`这个班取消了：${shift.cancelled.why}`}</Callout>
  if (mine?.state === 'on') return <Callout tone="ok" icon="done" alert>{`报上了，您做${mine.roleName}`}</Callout>
  if (mine?.state === 'offered')
    return <Callout tone="accent" icon="bell" alert>{`轮到您了，位子${mine.until ? timeLeft(mine.until, now) : '给您留着'}`}</Callout>
  if (mine)
    return (
      <Callout tone="warn" icon="clock" alert>
        {mine.why}
      </Callout>
    )
  if (cover) return <Callout tone="warn">有人想请您替这一班，接下来就是您去。</Callout>
  const stand = stands.find(one => one.role === role) ?? stands[0]
  if (!stand) return null
  const tone = stand.state === 'free' ? 'info' : 'warn'
  return <Callout tone={tone}>{[stand.why, stand.warn].filter(Boolean).join('。')}</Callout>
}

function Facts({ shown: { shift, others, lead } }: { shown: Shown }) {
  const elder = useElder()
  const names = others.map(one => one.name)
  return (
    <Rows>
      <Row icon="place" title={shift.place.name} note={shift.communityName} />
      {shift.note ? <Row icon="info" title={shift.note} /> : null}
      {lead ? <Row icon="person" title={`${lead}带队`} note={shift.team?.name} /> : null}
      {names.length > 0 && !elder ? <Row icon="people" title="还有谁去" note={names.slice(0, 8).join('、')} /> : null}
    </Rows>
  )
}

/** Those one may bring, each with a tap. */
function Along({ shown, along, onAlong }: { shown: Shown; along: string[]; onAlong: (along: string[]) => void }) {
  if (shown.company.length === 0) return null
  return (
    <Rows title="和谁一起去">
      {shown.company.slice(0, 12).map(({ account, name }) => (
        <Switch
          key={account}
          label={name}
          on={along.includes(account)}
          onChange={on => onAlong(on ? [...along, account] : along.filter(one => one !== account))}
        />
      ))}
    </Rows>
  )
}

function Mine({ shown: { shift, mine, lead }, onAway }: { shown: Shown; onAway: () => void }) {
  const act = useAct(() => {})
  const phone = async () => {
    const said = await act('shifts.dial_lead', { shift: shift.id }, '')
    if (said) await dial(said.number)
  }
  if (!mine) return null
  const entry = { id: shift.id, title: `${shift.title}（${mine.roleName}）`, place: shift.place.name, from: shift.from, to: shift.to }
  const free = mine.state === 'on' || mine.state === 'asked' ? '我去不了' : '不排了'
  return (
    <Box className="k-stack">
      {mine.cover ? <Card title="正在请人替" note={mine.cover} edge="warn" /> : null}
      {mine.state === 'on' ? <ToCalendar shift={entry} /> : null}
      {lead ? (
        <Button icon="phone" onTap={phone}>
          {`给${lead}打电话`}
        </Button>
      ) : null}
      {mine.state === 'offered' ? null : (
        <Button kind="quiet" onTap={onAway}>
          {free}
        </Button>
      )}
    </Box>
  )
}
