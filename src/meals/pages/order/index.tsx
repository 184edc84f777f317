import type { Table, TableDay } from '@domain/meals/contract/orders'
import { useState } from 'react'
import { back, dial, useQuery } from '@/platform'
import {
  Box,
  Button,
  Callout,
  Choice,
  Choices,
  DayStrip,
  Empty,
  Loaded,
  money,
  Page,
  Price,
  Row,
  Rows,
  Section,
  Sheet,
  Skeleton,
  useElder,
} from '@/ui'
import { useActs } from '../../acts'
import { isFree, likewise, portionsIn } from '../../basket'
import { Menu } from '../../dishes'
import { useEater } from '../../eater'
import { ElderOrder } from '../../elder'
import { type Ordering, useOrdering } from '../../ordering'
import { notWanted, phoneOf } from '../../slotcard'
import { keyOf, standOf, tagOf } from '../../slots'
import { useTable } from '../../table'
import { PayPart, WayPart } from '../../terms'
import { sayAway } from '../../weekly'
import { Band, Known } from '../../whom'
import { MEALS, sayCutoff, sayDate, sayLines, sayMeal, sayNextDay, sayOthers, sayOwn, sayWhy, WAYS } from '../../words'
import '../../meals.scss'

/** Choosing what to eat: dishes, how it comes, what it costs, for one day or several. `?slot=` begins with that meal. */
export default function Order() {
  const eating = useEater()
  const { slot: asked } = useQuery()
  const [kitchen, setKitchen] = useState(asked?.split('|')[0])
  const at = useTable(eating.eater, kitchen)
  const ordering = useOrdering(eating.eater, at, asked)
  const elder = useElder()
  const { slot, changing, chosen } = ordering
  const { table, from, now } = at
  const band = <Band eating={eating} call={table?.eater.call} doing={changing ? '改订的饭' : '订饭'} />
  if (elder && table && slot && chosen) return <ElderOrder ordering={ordering} eater={eating.eater} band={band} />
  const heading = slot && table ? `${sayMeal(slot.day, slot.meal, table.today)}${changing ? '，改一改' : '吃什么'}` : '订饭'
  return (
    <Page
      title={changing ? '改一改' : '订饭'}
      heading={heading}
      aside={slot && standOf(slot, now) === 'open' ? sayCutoff(slot.cutoff, now) : undefined}
      at={from.at}
      footer={table && chosen ? <Foot ordering={ordering} /> : undefined}
    >
      {band}
      <Known eating={eating}>
        <Loaded from={from} isEmpty={() => !slot} empty={<Empty title="这几天没有能订的饭" words="菜单出来了，就能在这里订。" />}>
          {() => (chosen ? <Choosing ordering={ordering} eater={eating.eater} onKitchen={setKitchen} /> : <Skeleton />)}
        </Loaded>
      </Known>
    </Page>
  )
}

interface ChoosingProps {
  ordering: Ordering
  eater: string
  onKitchen: (kitchen: string) => void
}
function Choosing({ ordering, eater, onKitchen }: ChoosingProps) {
  const { at, slot, chosen, choose, changing, missed } = ordering
  const acts = useActs(eater, at)
  const { table, now } = at
  if (!slot || !chosen || !table) return null
  const order = changing ? slot.order : undefined
  return (
    <Box className="k-stack m-order">
      {missed.length ? (
        <Callout
          tone="warn"
          icon="clock"
        >{`${missed.map(one => sayMeal(one.day, one.meal, table.today)).join('、')}选好了没订，时间已经过了`}</Callout>
      ) : null}
      {changing ? null : <Where ordering={ordering} onKitchen={onKitchen} />}
      {isFree(slot, now, changing) ? (
        <>
          {slot.away ? <Callout tone="warn" icon="pause">{`${sayAway(slot.away, table.today)}。这一顿照样能单独订。`}</Callout> : null}
          <Menu slot={slot} chosen={chosen} onChange={choose} />
          <WayPart table={table} slot={slot} chosen={chosen} onChange={change => choose({ ...chosen, ...change })} />
          <PayPart table={table} slot={slot} chosen={chosen} onChange={change => choose({ ...chosen, ...change })} />
          {changing ? null : <Likewise ordering={ordering} />}
        </>
      ) : (
        <Callout tone={slot.order ? 'ok' : 'info'}>{unfree(slot, now, table.today)}</Callout>
      )}
      {order ? (
        <Button kind="danger" onTap={async () => (await acts.cancel(order)) && back()}>
          {notWanted(slot, table.today)}
        </Button>
      ) : null}
      <Receipt ordering={ordering} />
    </Box>
  )
}

/** Why nothing can be chosen for a meal. */
function unfree(slot: TableDay, now: number, today: string): string {
  const meal = sayMeal(slot.day, slot.meal, today)
  if (slot.order && slot.order.state !== 'cancelled') return `${meal}已经订了：${sayLines(slot.order.lines)}`
  return slot.why ?? (standOf(slot, now) === 'later' ? `${meal}的菜单还没出` : `${meal}过了订的时间`)
}

/** Which kitchen, which day, which meal; each only where there is more than one. */
function Where({ ordering, onKitchen }: { ordering: Ordering; onKitchen: (kitchen: string) => void }) {
  const { at, slot, look, picked } = ordering
  const { table, slots, now } = at
  if (!table || !slot) return null
  const days = [...new Map(slots.filter(one => one.meal === slot.meal).map(one => [one.day, one])).values()]
  const meals = slots.filter(one => one.day === slot.day)
  return (
    <>
      {table.kitchens.length > 1 ? (
        <Kitchens
          table={table}
          kitchen={slot.kitchen}
          onChange={kitchen => {
            onKitchen(kitchen)
            look(keyOf({ ...slot, kitchen }))
          }}
        />
      ) : null}
      <DayStrip
        label="哪一天"
        value={keyOf(slot)}
        onChange={look}
        days={days.map(one => {
          const { tone, words } = tagOf(one, now)
          const mine = picked.includes(one)
          return {
            value: keyOf(one),
            label: nearOr(one.day, table.today),
            date: `${Number(one.day.slice(8))}日`,
            word: mine ? `选了 ${portionsIn(ordering.of(one))}` : words,
            tone: mine ? 'accent' : tone === 'ok' ? 'ok' : 'soft',
            chosen: mine,
          }
        })}
      />
      {meals.length > 1 ? (
        <Choice
          bare
          label="哪一顿"
          columns={3}
          options={meals.map(one => ({ value: keyOf(one), label: MEALS[one.meal] }))}
          value={keyOf(slot)}
          onChange={look}
        />
      ) : null}
    </>
  )
}

/** 今天, 明天, 后天, else the weekday: the date stands below. */
const nearOr = (day: string, today: string) => {
  const near = sayNextDay(day, today)
  return near.includes('月') ? near.slice(-2) : near
}

interface KitchensProps {
  table: Table
  kitchen: string
  onChange: (kitchen: string) => void
}
/** The kitchen ordered from, and the way to another. */
function Kitchens({ table, kitchen, onChange }: KitchensProps) {
  const [open, setOpen] = useState(false)
  const now = table.kitchens.find(one => one.id === kitchen)
  return (
    <>
      <Rows>
        <Row icon="soup" title={now?.name ?? ''} note={now?.address} aside="换一个" onTap={() => setOpen(true)} />
      </Rows>
      {open ? (
        <Sheet title="在哪个厨房订" onClose={() => setOpen(false)}>
          <Choice
            bare
            label="哪个厨房"
            columns={1}
            options={table.kitchens.map(one => ({
              value: one.id,
              label: one.name,
              note: `${one.address}，${one.ways.map(way => WAYS[way]).join('、')}`,
            }))}
            value={kitchen}
            onChange={next => {
              setOpen(false)
              onChange(next)
            }}
          />
        </Sheet>
      ) : null}
    </>
  )
}

/** The same for other days too. */
function Likewise({ ordering }: { ordering: Ordering }) {
  const [open, setOpen] = useState(false)
  const [days, setDays] = useState<string[]>([])
  const { at, slot, chosen, choose } = ordering
  const { table, slots, now } = at
  if (!slot || !chosen || !table) return null
  const others = slots
    .filter(
      one => one !== slot && one.meal === slot.meal && one.kitchen === slot.kitchen && isFree(one, now) && standOf(one, now) !== 'away',
    )
    .map(one => ({ one, same: likewise(slot, chosen, one) }))
    .filter(({ same }) => portionsIn(same) > 0)
  if (!portionsIn(chosen) || !others.length) return null
  const done = () => {
    for (const { one, same } of others) if (days.includes(keyOf(one))) choose(same, one)
    setOpen(false)
  }
  return (
    <>
      <Button icon="calendar" onTap={() => setOpen(true)}>
        别的日子也这样订
      </Button>
      {open ? (
        <Sheet
          title="哪几天也这样订"
          onClose={() => setOpen(false)}
          actions={
            <Button kind="primary" big disabled={!days.length} onTap={done}>
              {days.length ? `加上这 ${days.length} 天` : '先点一下哪几天'}
            </Button>
          }
        >
          <Choices
            bare
            label="哪几天"
            columns={1}
            options={others.map(({ one, same }) => ({
              value: keyOf(one),
              label: sayDate(one.day, table.today),
              note: namesOf(one, same.lines),
            }))}
            values={days}
            onChange={setDays}
          />
        </Sheet>
      ) : null}
    </>
  )
}

export const namesOf = (slot: TableDay, lines: { [dish: string]: number }) =>
  sayLines(slot.items.flatMap(({ dish, name }) => (lines[dish] ? [{ name, quantity: lines[dish] }] : [])))

/** What is chosen, day by day, each with its price and why. */
function Receipt({ ordering }: { ordering: Ordering }) {
  const { at, picked, of, quotes } = ordering
  const { table } = at
  if (!table || !picked.length) return null
  return (
    <Section title={picked.length > 1 ? `选了 ${picked.length} 顿` : '选了这些'}>
      <Box className="k-rows">
        {picked.map(one => {
          const price = quotes.prices[keyOf(one)]
          return (
            <Box key={keyOf(one)} className="k-row">
              <Box className="k-row-main">
                <Box className="k-row-title">{sayMeal(one.day, one.meal, table.today)}</Box>
                <Box className="k-row-note">{namesOf(one, of(one).lines)}</Box>
                {price ? <Price own={sayOwn(price)} why={sayWhy(price)} others={sayOthers(price)} /> : null}
              </Box>
            </Box>
          )
        })}
      </Box>
    </Section>
  )
}

/** The price so far and the one thing to do. */
export function Foot({ ordering }: { ordering: Ordering }) {
  const { at, picked, quotes, problem, send, changing, slot } = ordering
  const prices = picked.map(one => quotes.prices[keyOf(one)])
  const known = prices.every(Boolean)
  const own = known ? prices.reduce((sum, price) => sum + (price?.payers.eater ?? 0), 0) : undefined
  const phone = at.table && slot && phoneOf(at.table, slot.kitchen)
  const what = changing ? '改成这样' : picked.length > 1 ? `订上这 ${picked.length} 顿` : '订上'
  const cost = own === undefined ? '' : `，${picked.length > 1 && own ? '一共 ' : ''}${money(own)}`
  return (
    <>
      {problem ? (
        <Callout tone="bad" icon="alert" alert>
          {problem}
        </Callout>
      ) : quotes.offline && picked.length ? (
        <Callout tone="warn" icon="offline">
          没有信号，价钱和订饭都要等信号。选的已经存在手机里。
        </Callout>
      ) : null}
      {(problem || quotes.offline) && phone ? (
        <Button icon="phone" onTap={() => dial(phone)}>
          打电话订
        </Button>
      ) : null}
      <Button kind="primary" big disabled={!picked.length} onTap={send}>
        {picked.length ? `${what}${cost}` : '先选一样菜'}
      </Button>
    </>
  )
}
