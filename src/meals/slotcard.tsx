/** One meal of one day: how it stands, what it is, what it costs and why, and what can be done. */
import type { Order, Table, TableDay } from '@domain/meals/contract/orders'
import type { ReactNode } from 'react'
import { dial } from '@/platform'
import { Box, Button, Buttons, Card, Code, clock, sayDay, Tag, useElder } from '@/ui'
import type { Acts } from './acts'
import { keyOf, mayOrder, standOf, tagOf } from './slots'
import { toOrder, toStanding } from './ways'
import { AWAYS, sayCutoff, sayLines, sayMeal, sayMoment, sayNextDay, sayOthers, sayPrice, WAYS } from './words'

export interface SlotProps {
  eater: string
  table: Table
  slot: TableDay
  now: number
  acts: Acts
  /** Said instead of 今天的午饭. */
  title?: string
  /** Shows the pick-up code as a picture too. */
  qr?: boolean
  /** Without buttons: the page has its own (elder mode). */
  bare?: boolean
}

export function SlotCard({ title, bare, qr, ...at }: SlotProps) {
  const { slot, now, table } = at
  const { tone, words } = tagOf(slot, now)
  const failed = standOf(slot, now) === 'failed'
  return (
    <Card
      title={title ?? sayMeal(slot.day, slot.meal, table.today)}
      aside={words ? <Tag tone={tone}>{words}</Tag> : null}
      edge={failed ? 'warn' : undefined}
    >
      <SlotWords {...at} qr={qr} />
      {bare ? null : <SlotButtons {...at} />}
    </Card>
  )
}

const Line = ({ children }: { children: ReactNode }) => <Box className="k-text">{children}</Box>
const Note = ({ children }: { children: ReactNode }) => <Box className="k-note">{children}</Box>

/** The point or kitchen where a meal is fetched or eaten. */
export const placeOf = (table: Table, { point, kitchen }: { point?: string; kitchen: string }) =>
  [...table.points, ...table.kitchens].find(one => one.id === (point ?? kitchen))?.name ?? ''

/** What is known of a meal, in lines. */
export function SlotWords({ table, slot, now, qr }: Pick<SlotProps, 'table' | 'slot' | 'now' | 'qr'>) {
  const stand = standOf(slot, now)
  const { order } = slot
  if (order) return <OrderWords table={table} order={order} slot={slot} now={now} qr={qr} />
  if (stand === 'usual')
    return (
      <>
        <Line>{sayLines(slot.expected ?? [])}</Line>
        <Note>{`常订的，到时候自动订上。${sayMoment(slot.cutoff, table.today)} 前能改`}</Note>
      </>
    )
  if (stand === 'away' && slot.away)
    return (
      <Note>{`${AWAYS[slot.away.why]}，从${sayDay(slot.away.from, table.today)}停到${slot.away.until ? sayDay(slot.away.until, table.today) : '您说恢复'}`}</Note>
    )
  if (stand === 'open' || stand === 'full')
    return (
      <>
        <Line>{menuWords(slot)}</Line>
        <Note>{stand === 'full' ? '今天的都订完了' : sayCutoff(slot.cutoff, now)}</Note>
      </>
    )
  if (stand === 'over') return <Note>{`${clock(slot.cutoff)} 已经截止，还想订可以打电话问问`}</Note>
  return <Note>{slot.why ?? (stand === 'later' ? '菜单出来了就能订' : '这天不开')}</Note>
}

/** The menu in one line: the first few dishes, those sold out left away. */
export const menuWords = ({ items }: TableDay) => {
  const left = items.filter(item => item.left > 0)
  const names = left.slice(0, 4).map(item => item.name)
  return `${names.join('、')}${left.length > names.length ? ` 等 ${left.length} 样` : ''}`
}

function OrderWords({ table, order, slot, now, qr }: { table: Table; order: Order; slot: TableDay; now: number; qr?: boolean }) {
  const elder = useElder()
  const where = order.way === 'delivery' ? WAYS.delivery : `${WAYS[order.way]} ${placeOf(table, order)}`
  const waits = order.state === 'open' && order.code && order.way !== 'delivery'
  // a skipped day holds an order without dishes
  if (order.state === 'cancelled') return <Note>{order.lines.length ? `原来订的：${sayLines(order.lines)}` : '说好了这天不吃'}</Note>
  return (
    <>
      <Line>{sayLines(order.lines)}</Line>
      <Note>{`${slot.from} 到 ${slot.to} ${where}`}</Note>
      <Note>{sayPrice(order.price)}</Note>
      {sayOthers(order.price) && !elder ? <Note>{sayOthers(order.price)}</Note> : null}
      {order.note ? <Note>{`留了话：${order.note}`}</Note> : null}
      {order.said ? <Note>{order.said}</Note> : null}
      {waits ? <TakeCode code={order.code as string} qr={qr} /> : null}
      {order.state === 'open' && order.changeUntil > now ? (
        <Note>{`${sayMoment(order.changeUntil, table.today)} 前能改、能取消`}</Note>
      ) : null}
    </>
  )
}

/** The four digits, big, and the same as a picture to be scanned. */
export const TakeCode = ({ code, qr }: { code: string; qr?: boolean }) => (
  <Box className="m-code">
    {qr ? <Code text={code} label={`取餐码 ${code}`} /> : null}
    <Box>
      <Box className="k-note">取餐码</Box>
      <Box className="m-code-digits">{code}</Box>
    </Box>
  </Box>
)

/** 今天不吃, 明天不要. */
export const notWanted = (slot: TableDay, today: string) => `${sayNextDay(slot.day, today)}不吃`

/** The kitchen's number, if it has one. */
export const phoneOf = (table: Table, kitchen: string) => table.kitchens.find(one => one.id === kitchen)?.phone

function SlotButtons({ eater, table, slot, now, acts }: SlotProps) {
  const stand = standOf(slot, now)
  const { order } = slot
  const phone = phoneOf(table, slot.kitchen)
  const edit = () => toOrder(eater, keyOf(slot))
  const undo =
    order?.undoUntil && order.undoUntil > now ? (
      <Button kind="quiet" icon="undo" onTap={() => acts.undo(order.id)}>
        {`撤销（${clock(order.undoUntil)} 前）`}
      </Button>
    ) : null
  if (stand === 'ordered' && order && order.changeUntil > now)
    return (
      <>
        <Buttons>
          <Button kind="soft" onTap={edit}>
            改一改
          </Button>
          <Button onTap={() => acts.cancel(order)}>{notWanted(slot, table.today)}</Button>
        </Buttons>
        {undo}
      </>
    )
  if (stand === 'usual')
    return (
      <Buttons>
        {mayOrder(slot, now) ? (
          <Button kind="soft" onTap={edit}>
            换个菜
          </Button>
        ) : null}
        <Button onTap={() => acts.skip(slot)}>{notWanted(slot, table.today)}</Button>
      </Buttons>
    )
  if (stand === 'open' || stand === 'cancelled')
    return (
      <>
        {mayOrder(slot, now) ? (
          <Buttons>
            <Button kind="soft" onTap={edit}>
              {order ? '再订上' : '选菜'}
            </Button>
          </Buttons>
        ) : null}
        {undo}
      </>
    )
  if (stand === 'away')
    return (
      <Buttons>
        <Button kind="soft" onTap={() => toStanding(eater)}>
          看看什么时候恢复
        </Button>
      </Buttons>
    )
  if (phone && ['ordered', 'failed', 'over', 'full'].includes(stand))
    return (
      <Buttons>
        <Button icon="phone" onTap={() => dial(phone)}>
          打电话给厨房
        </Button>
      </Buttons>
    )
  return null
}
