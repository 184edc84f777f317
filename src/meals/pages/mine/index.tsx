import type { Order } from '@domain/meals/contract/orders'
import { mayRate } from '@domain/meals/rating'
import { useState } from 'react'
import { call, sentence, useCall } from '@/platform'
import { Box, Button, Buttons, Card, Empty, List, Loaded, money, Page, Section, sayDay, Tag, toast } from '@/ui'
import { useEater } from '../../eater'
import { Rate } from '../../rate'
import { placeOf, TakeCode } from '../../slotcard'
import { keyOf } from '../../slots'
import { useTable } from '../../table'
import { toOrder } from '../../ways'
import { Band, Known } from '../../whom'
import { MEALS, sayLines, sayMeal, sayPrice, sayState, WAYS } from '../../words'
import '../../meals.scss'

type Found = { items: Order[]; after?: string }

/** An eater's orders: those to come with their codes, then what became of the others. */
export default function Mine() {
  const eating = useEater()
  const { eater } = eating
  const at = useTable(eater)
  const orders = useCall('meals.orders', eater ? { eater } : null, { keep: `meals/orders/${eater}` })
  const coming = (orders.data?.items ?? []).filter(isComing)
  const heading = !orders.data ? '订过的饭' : coming.length ? `${coming.length} 顿等着吃` : '订过的饭'
  return (
    <Page title="订过的饭" heading={heading} at={orders.at}>
      <Band eating={eating} call={at.table?.eater.call} doing="看订过的饭" />
      <Known eating={eating}>
        <Loaded from={orders} empty={<Empty title="还没订过饭" words="订了以后，取餐码、谁送到的，都在这里。" />}>
          {page => <All key={orders.at} page={page} eater={eater} table={at.table} onRated={orders.retry} rates={!eating.staff} />}
        </Loaded>
      </Known>
    </Page>
  )
}

const isComing = ({ state }: Order) => state === 'open' || state === 'failed'

interface AllProps {
  page: Found
  eater: string
  table: ReturnType<typeof useTable>['table']
  onRated: () => void
  rates: boolean
}
function All({ page, eater, table, onRated, rates }: AllProps) {
  const [more, setMore] = useState<Found>({ items: [], after: page.after })
  const items = [...page.items, ...more.items]
  const coming = items.filter(isComing).reverse()
  const past = items.filter(order => !isComing(order))
  const today = table?.today ?? ''
  const further = async () => {
    try {
      const next = await call('meals.orders', { eater, after: more.after })
      setMore({ items: [...more.items, ...next.items], after: next.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return (
    <Box className="k-stack">
      {coming.map(order => (
        <Coming key={order.id} order={order} eater={eater} table={table} />
      ))}
      {past.length || more.after ? (
        <Section title="以前的">
          <List items={past} keyOf={order => order.id} label="以前订的" unit="顿" onMore={more.after ? further : undefined}>
            {order => <Past order={order} eater={eater} today={today} onRated={onRated} rates={rates} />}
          </List>
        </Section>
      ) : null}
    </Box>
  )
}

function Coming({ order, eater, table }: { order: Order; eater: string; table: AllProps['table'] }) {
  const { tone, words } = sayState(order)
  const where = table && order.way !== 'delivery' ? `${WAYS[order.way]} ${placeOf(table, order)}` : WAYS[order.way]
  return (
    <Card title={table ? sayMeal(order.day, order.meal, table.today) : MEALS[order.meal]} aside={<Tag tone={tone}>{words}</Tag>}>
      <Box className="k-text">{sayLines(order.lines)}</Box>
      <Box className="k-note">{`${where} · ${sayPrice(order.price)}`}</Box>
      {order.code && order.way !== 'delivery' ? <TakeCode code={order.code} qr /> : null}
      {table && order.changeUntil > table.now ? (
        <Buttons>
          <Button kind="soft" onTap={() => toOrder(eater, keyOf(order))}>
            改一改
          </Button>
        </Buttons>
      ) : null}
    </Card>
  )
}

/** 自己付 7 元，80 到 89 岁，便宜 3 元，原价 10 元. */
const paid = ({ price }: Order) =>
  [sayPrice(price), price.total === price.payers.eater ? '' : `原价 ${money(price.total)}`].filter(Boolean).join('，')

interface PastProps {
  order: Order
  eater: string
  today: string
  onRated: () => void
  rates: boolean
}
function Past({ order, eater, today, onRated, rates }: PastProps) {
  const { tone, words } = sayState(order)
  return (
    <Card title={`${sayDay(order.day, today)} ${MEALS[order.meal]}`} aside={<Tag tone={tone}>{words}</Tag>}>
      <Box className="k-text">{sayLines(order.lines) || '说好了这天不吃'}</Box>
      {order.said ? <Box className="k-note">{order.said}</Box> : null}
      {order.state === 'cancelled' ? null : <Box className="k-note">{paid(order)}</Box>}
      {rates && order.state === 'taken' && today && mayRate(order.day, today) ? (
        <Rate eater={eater} order={order.id} rated={order.rated} onRated={onRated} />
      ) : null}
    </Card>
  )
}
