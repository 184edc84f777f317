import type { Donation } from '@domain/meals/contract/table'
import { givenSaid } from '@domain/meals/gifts'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { membership, useCall, useMe } from '@/platform'
import { Button, Card, Empty, List, Loaded, Page, Row, Rows, Sheet, sayDay, sayMonth, Tag } from '@/ui'
import { GiftEdit } from '../../gifts/edit'
import { TakeBack } from '../../gifts/takeback'
import { useKitchen } from '../../kitchens/use'
import { MonthPick } from '../../monthpick'

/** What people gave to the kitchen in a month. The kitchen and the community write it down, everybody reads whom to thank. */
export default function Screen() {
  const me = useMe()
  const desk = membership(me, 'kitchen', 'community')?.scope
  const home = desk ?? membership(me, 'resident', 'family', 'volunteer', 'lead', 'grid')?.scope.slice(0, 12)
  const [chosen, setChosen] = useState<string>()
  const month = chosen ?? me.day.slice(0, 7)
  if (desk) return <Desk community={desk} month={month} onMonth={setChosen} />
  return <Thanks community={home} month={month} onMonth={setChosen} />
}

interface Props {
  community: string
  month: string
  onMonth: (month: string) => void
}
function Desk({ community, month, onMonth }: Props) {
  const me = useMe()
  const { cooks } = useKitchen()
  const found = useCall('meals.donations', month ? { community, month } : null, { keep: 'meals/donations' })
  const [doing, setDoing] = useState<'add' | Donation>()
  const done = () => {
    setDoing(undefined)
    found.retry()
  }
  const goods = found.data?.items.filter(one => one.goods && !one.takenBack).length ?? 0
  const heading = found.data ? headingOf(sayMonth(month, me.day), found.data.money, goods) : undefined
  return (
    <Page
      title="捐给厨房"
      wide
      heading={heading}
      at={found.at}
      footer={
        cooks.length ? (
          <Button kind="primary" big icon="plus" onTap={() => setDoing('add')}>
            记一笔
          </Button>
        ) : null
      }
    >
      <MonthPick month={month} upTo={me.day.slice(0, 7)} onChange={onMonth} />
      <Loaded
        from={found}
        empty={<Empty title="这个月还没有人捐" words="有人送钱、送米面油，在这里记下来：钱进账，东西进库存，名字上感谢榜。" />}
      >
        {({ items }) => (
          <List items={items} keyOf={one => one.id} unit="笔" label="捐赠">
            {one => <Given gift={one} today={me.day} onTap={() => setDoing(one)} />}
          </List>
        )}
      </Loaded>
      {doing === 'add' ? <GiftEdit kitchens={cooks} today={me.day} onClose={() => setDoing(undefined)} onDone={done} /> : null}
      {doing && doing !== 'add' ? <Look gift={doing} onClose={() => setDoing(undefined)} onDone={done} /> : null}
    </Page>
  )
}

function headingOf(when: string, money: number, goods: number): string {
  if (money === 0 && goods === 0) return `${when}还没有人捐`
  return `${when}收到 ${[money > 0 ? yuan(money) : '', goods > 0 ? `${goods} 样东西` : ''].filter(Boolean).join('，')}`
}

const Given = ({ gift, today, onTap }: { gift: Donation; today: string; onTap: () => void }) => (
  <Card
    title={givenSaid(gift)}
    aside={
      gift.takenBack ? <Tag>记错了</Tag> : gift.goods?.expiry ? <Tag tone="warn">{`${sayDay(gift.goods.expiry, today)}到期`}</Tag> : null
    }
    note={`${gift.who?.trim() || '一位好心人'} · ${sayDay(gift.day, today)} · ${gift.by}记的`}
    onTap={onTap}
  />
)

function Look({ gift, onClose, onDone }: { gift: Donation; onClose: () => void; onDone: () => void }) {
  const [wrong, setWrong] = useState(false)
  if (wrong) return <TakeBack gift={gift} onClose={onClose} onDone={onDone} />
  return (
    <Sheet title={givenSaid(gift)} onClose={onClose}>
      <Rows>
        <Row title="谁捐的" note={gift.who?.trim() || '不留名字'} />
        <Row title="感谢的话" note={gift.thanks?.trim() || '用平常的那一句'} />
        {gift.takenBack ? <Row title="更正" note={`${gift.takenBack.by}：${gift.takenBack.why}`} /> : null}
      </Rows>
      {gift.takenBack ? null : <Button onTap={() => setWrong(true)}>这一笔记错了</Button>}
    </Sheet>
  )
}

/** The list on the wall: who gave what, and the thanks. */
function Thanks({ community, month, onMonth }: Omit<Props, 'community'> & { community?: string }) {
  const me = useMe()
  const found = useCall('meals.thanks', community && month ? { community, month } : null, { keep: 'meals/thanks' })
  return (
    <Page title="感谢榜" heading={found.data?.length ? `${sayMonth(month, me.day)}有 ${found.data.length} 份心意` : '感谢榜'} at={found.at}>
      <MonthPick month={month} upTo={me.day.slice(0, 7)} onChange={onMonth} />
      <Loaded from={found} empty={<Empty title="这个月还没有人捐" words="想给厨房添点什么，告诉厨房或者社区就行。" />}>
        {items => (
          <List items={items} keyOf={one => one.id} unit="份" label="感谢榜">
            {one => <Card title={`${one.who}，${one.what}`} note={`${sayDay(one.day, me.day)} · ${one.thanks}`} />}
          </List>
        )}
      </Loaded>
    </Page>
  )
}
