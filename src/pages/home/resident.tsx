import type { Me } from '@domain/account/contract'
import { useState } from 'react'
import { MyChecks } from '@/meals/checks/mine'
import { useEater } from '@/meals/eater'
import { MyParty } from '@/meals/party/mine'
import { toWeek } from '@/meals/ways'
import { canSpeak, go, membership, useCall, useMe } from '@/platform'
import { toJoin } from '@/shifts/ways'
import { ago, Box, Card, Entries, Entry, greeting, hourOf, Page, Tag, useElder, useListen } from '@/ui'
import { AMBULANCE, Calls, HOTLINE, ring, useCallees } from './calls'
import { type Eaten, FamilyMeals, MealCards, MealEntries, MealFooter, useEaten } from './meal'

/** A neighbour's home: a greeting, today's meal, the newest notice, and somebody to call one tap away. A family sees everybody they order for. */
export function ResidentHome({ me }: { me: Me }) {
  const elder = useElder()
  const [calling, setCalling] = useState(false)
  const title = me.memberships[0]?.place || '两邻'
  const eating = useEater()
  const eaten = useEaten(eating)
  const several = eating.wards.length > 1
  return (
    <Page
      title={title}
      heading={`${me.name}，${greeting(hourOf(eaten.at.table ? eaten.at.now : Date.now()))}`}
      tab="home"
      modes
      at={eaten.at.from.at}
      footer={elder || several ? undefined : <MealFooter eaten={eaten} />}
    >
      {eating.wards.map(ward => (
        <MyChecks key={ward.eater} eater={ward.eater} self={ward.self} />
      ))}
      <MyParty eater={eating.eater} greeting={eaten.at.table?.greeting} />
      {several ? <FamilyMeals eating={eating} /> : <MealCards eaten={eaten} bare={elder} />}
      {elder && eaten.focus ? null : <Newest />}
      {elder ? (
        <ElderWays unread={me.unread} eaten={several ? undefined : eaten} />
      ) : (
        <Ways unread={me.unread} eater={eating.eater} onCall={() => setCalling(true)} />
      )}
      {calling ? <Calls onClose={() => setCalling(false)} /> : null}
    </Page>
  )
}

/** The newest notice, when there is one: title, first words, when. */
function Newest() {
  const list = useCall('notices.list', {}, { keep: 'notices' })
  const newest = list.data?.items[0]
  if (!newest) return <Card title="今天没有新通知" note="有事会在这里告诉您。" />
  const unread = newest.readAt === undefined
  return (
    <Card
      title={newest.title}
      edge={newest.urgent ? 'bad' : undefined}
      aside={unread ? <Tag tone={newest.urgent ? 'bad' : 'info'}>{newest.urgent ? '要紧' : '新通知'}</Tag> : undefined}
      onTap={() => go('/pages/inbox/index')}
    >
      <Box className="k-text">{newest.body}</Box>
      <Box className="k-note">{ago(newest.at, Date.now())}</Box>
    </Card>
  )
}

const Ways = ({ unread, eater, onCall }: { unread: number; eater: string; onCall: () => void }) => (
  <Entries>
    <Entry icon="phone" title="打电话" note="网格员 · 社区 · 120" onTap={onCall} />
    <Entry icon="bell" title="通知" note={unread ? `${unread} 条没看` : '都看过了'} onTap={() => go('/pages/inbox/index')} />
    {eater ? (
      <Entry icon="soup" title="这几天的饭" note="换菜、停几天、取餐码" onTap={() => toWeek(eater)} />
    ) : (
      <Entry icon="person" title="我的" note="字号、长辈版、隐私" onTap={() => go('/pages/mine/index')} />
    )}
    <Join />
    <Entry icon="info" title="两邻是什么" note="能做什么，谁在用" onTap={() => go('/account/pages/about/index')} />
  </Entries>
)
/** For whoever is no volunteer yet. */
function Join() {
  if (membership(useMe(), 'volunteer', 'lead')) return null
  return <Entry icon="heart" title="当志愿者" note="有空搭把手，一分钟登记" onTap={() => toJoin()} />
}

/** At most six: the meal, then whom to call. */
function ElderWays({ unread, eaten }: { unread: number; eaten?: Eaten }) {
  const { talking, toggle } = useListen()
  const { own } = useCallees()
  const [first = HOTLINE] = own
  return (
    <Entries>
      {eaten ? <MealEntries eaten={eaten} /> : null}
      <Entry
        main={!eaten?.focus}
        icon="phone"
        title={own.length ? `给${first.title}打电话` : `打${first.title}`}
        note={first.note}
        onTap={() => ring(first)}
      />
      {own[1] && !eaten?.focus ? <Entry icon="phone" title={`给${own[1].title}打电话`} onTap={() => ring(own[1])} /> : null}
      <Entry icon="bell" title={unread ? `看通知，${unread} 条新的` : '看通知'} onTap={() => go('/pages/inbox/index')} />
      {canSpeak() ? <Entry icon={talking ? 'stop' : 'speak'} title={talking ? '别念了' : '念给我听'} onTap={toggle} /> : null}
      <Entry icon="doctor" title={`打${AMBULANCE.title}`} note={AMBULANCE.note} onTap={() => ring(AMBULANCE)} />
    </Entries>
  )
}
