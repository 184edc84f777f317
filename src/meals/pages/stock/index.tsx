import type { OutputOf } from '@domain'
import type { Move, Stock as Thing } from '@domain/meals/contract/larder'
import { sayAmount } from '@domain/meals/larder'
import { MEALS } from '@domain/meals/serving'
import { useState } from 'react'
import { useCall, useWrite } from '@/platform'
import { ago, Button, Buttons, Card, Empty, Page, Row, Rows, sayDay, sayNear, Tag, toast, Wrong } from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { Moving } from '../../day/moving'
import { Wasting } from '../../day/wasting'
import { toShopping } from '../../day/ways'
import { useKitchen } from '../../kitchens/use'
import { mealsOf } from '../../kitchens/which'
import { MEALS as WORDS } from '../../words'

type Stocked = OutputOf<'meals.stock'>
type Doing = { what: 'move'; thing?: Thing } | { what: 'waste' }

/** What lies in the kitchen, what expires first first. */
export default function Stock() {
  const at = useKitchen()
  const { kitchen } = at
  const stock = useCall('meals.stock', kitchen ? { kitchen: kitchen.id } : null, { keep: 'meals/stock' })
  const [doing, setDoing] = useState<Doing>()
  const done = () => {
    setDoing(undefined)
    stock.retry()
  }
  const bad = stock.data?.items.filter(one => one.expired > 0).length ?? 0
  return (
    <Page
      title="库存"
      heading={stock.data ? (bad ? `${bad} 样过期了` : `${stock.data.items.length} 样东西`) : '库存'}
      wide
      at={stock.at}
      footer={
        kitchen ? (
          <Button big kind="primary" icon="plus" onTap={() => setDoing({ what: 'move' })}>
            记一样进出
          </Button>
        ) : undefined
      }
    >
      <AtKitchen at={at} from={stock} shape="rows">
        {(one: Stocked) => (
          <>
            <Things stocked={one} onOpen={thing => setDoing({ what: 'move', thing })} kitchen={kitchen?.id ?? ''} />
            {kitchen ? <Used kitchen={kitchen} day={one.day} onDone={stock.retry} /> : null}
            <Wastes stocked={one} onAdd={() => setDoing({ what: 'waste' })} />
            <Moves stocked={one} />
          </>
        )}
      </AtKitchen>
      {doing?.what === 'move' && kitchen ? (
        <Moving kitchen={kitchen.id} thing={doing.thing} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
      {doing?.what === 'waste' && kitchen && stock.data ? (
        <Wasting kitchen={kitchen} day={stock.data.day} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
    </Page>
  )
}

const Things = ({ stocked: { items, day }, onOpen, kitchen }: { stocked: Stocked; onOpen: (thing: Thing) => void; kitchen: string }) =>
  items.length ? (
    <Rows title="有什么，点一下记进出">
      {items.map(one => (
        <Row
          key={one.ingredient + one.unit}
          title={one.ingredient}
          note={expiryOf(one, day)}
          danger={one.expired > 0}
          aside={sayAmount(one.amount, one.unit)}
          onTap={() => onOpen(one)}
        />
      ))}
    </Rows>
  ) : (
    <Empty title="库存里还没有东西" words="记一趟采买，买的就在这里。">
      <Button onTap={() => toShopping(kitchen)}>去采买</Button>
    </Empty>
  )

function expiryOf({ expires, expired, unit }: Thing, today: string): string {
  if (expired > 0) return `过期 ${sayAmount(expired, unit)}，别用了`
  return expires ? `${sayNear(expires, today)}到期` : '没写到期'
}

/** What today's meals have used, taken out of stock with one tap each. */
function Used({
  kitchen,
  day,
  onDone,
}: {
  kitchen: NonNullable<ReturnType<typeof useKitchen>['kitchen']>
  day: string
  onDone: () => void
}) {
  const write = useWrite('meals.use_stock')
  const meals = mealsOf(kitchen).sort((a, b) => MEALS.indexOf(a) - MEALS.indexOf(b))
  const use = async (meal: (typeof meals)[number]) => {
    const done = await write.run({ kitchen: kitchen.id, day, meal })
    if (!done) return
    const short = done.short.map(one => `${one.ingredient}差 ${sayAmount(one.missing, one.unit)}`)
    toast(short.length ? `减好了。账上不够：${short.join('、')}` : '减好了')
    onDone()
  }
  return (
    <Card title="今天做饭用掉的" note="按订的份数和菜里写的用量，从库存里减，一餐一次。">
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Buttons>
        {meals.map(meal => (
          <Button key={meal} busy={write.busy} label={`减掉${WORDS[meal]}用的`} onTap={() => use(meal)}>
            {WORDS[meal]}
          </Button>
        ))}
      </Buttons>
    </Card>
  )
}

const WASTES = { left: '做多了', untaken: '没人来取', spoiled: '坏了', other: '别的' } as const
const Wastes = ({ stocked: { wastes }, onAdd }: { stocked: Stocked; onAdd: () => void }) => (
  <Rows title="这周倒掉的饭">
    {wastes.map(one => (
      <Row
        key={one.id}
        title={one.name}
        note={`${sayDay(one.day)} ${WORDS[one.meal]}，${WASTES[one.why]}${one.words ? `，${one.words}` : ''}`}
        aside={`${one.portions} 份`}
      />
    ))}
    <Row icon="plus" title="记倒掉的饭" onTap={onAdd} />
  </Rows>
)

const WHYS: { [why in Move['why']]: string } = { bought: '买的', donated: '人家送的', used: '做饭用了', wasted: '倒掉了', counted: '盘点' }
const Moves = ({ stocked: { moves } }: { stocked: Stocked }) =>
  moves.length ? (
    <Rows title="最近的进出">
      {moves.map(one => (
        <Row
          key={one.id}
          title={one.ingredient}
          note={`${WHYS[one.why]}${one.words ? `，${one.words}` : ''} · ${one.who} ${ago(one.at, Date.now())}`}
          aside={<Tag tone={one.by < 0 ? 'plain' : 'ok'}>{`${one.by < 0 ? '−' : '+'}${sayAmount(Math.abs(one.by), one.unit)}`}</Tag>}
        />
      ))}
    </Rows>
  ) : null
