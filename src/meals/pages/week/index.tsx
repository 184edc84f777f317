import { useState } from 'react'
import { dial } from '@/platform'
import { Box, Button, Empty, Entries, Entry, Loaded, Page, Row, Rows, Sheet, sayDay, Tag, useElder } from '@/ui'
import { type Acts, useActs } from '../../acts'
import { MyChecks } from '../../checks/mine'
import { type Eating, useEater } from '../../eater'
import { toAccount } from '../../money/ways'
import { menuWords, notWanted, phoneOf, SlotCard, type SlotProps } from '../../slotcard'
import { focusOf, headingOf, keyOf, kitchenOf, mayOrder, nextOpen, standOf, tagOf } from '../../slots'
import { type AtTable, useTable } from '../../table'
import { UsualCard, usualOf } from '../../usual'
import { toDiner, toMine, toOrder, toStanding } from '../../ways'
import { Band, Known, Switch } from '../../whom'
import { MEALS, sayDate, sayLines, sayMeal, sayNextDay } from '../../words'
import '../../meals.scss'

type Slot = SlotProps['slot']

/** Today and this week of one eater: how the next meal stands, the one thing to do about it, then the days. */
export default function Week() {
  const eating = useEater()
  const at = useTable(eating.eater)
  const acts = useActs(eating.eater, at)
  const elder = useElder()
  const { table, shown: slots, now, from } = at
  const focus = focusOf(slots, now)
  const usual = table && usualOf(table, at.slots, now)
  const same = Boolean(usual && focus && keyOf(usual.form) === keyOf(focus))
  const next = focus && standOf(focus, now) === 'open' ? focus : nextOpen(slots, focus, now)
  const who = eating.staff ? (table?.eater.call ?? '') : eating.who
  const footer =
    elder || !table ? null : usual ? (
      <Button kind="primary" big onTap={() => acts.orderUsual(usual)}>
        {`${sayMeal(usual.form.day, usual.form.meal, table.today)}，照老样子订`}
      </Button>
    ) : next ? (
      <Button kind="primary" big onTap={() => toOrder(eating.eater, keyOf(next))}>
        {`订${sayMeal(next.day, next.meal, table.today)}`}
      </Button>
    ) : null
  return (
    <Page title="吃饭" tab="meals" heading={table ? headingOf(focus, now, who) : '吃饭'} at={from.at} footer={footer}>
      <Switch eating={eating} />
      <Band eating={eating} call={table?.eater.call} />
      {eating.eater ? <MyChecks eater={eating.eater} self={!eating.staff && !eating.who} /> : null}
      <Known eating={eating}>
        <Loaded from={from} isEmpty={() => slots.length === 0} empty={<NoKitchen />}>
          {loaded =>
            elder ? (
              <ElderWeek eating={eating} at={at} acts={acts} focus={focus} />
            ) : (
              <Box className="k-stack">
                {focus && !same ? <SlotCard qr {...{ eater: eating.eater, table: loaded, slot: focus, now, acts }} /> : null}
                {usual ? (
                  <UsualCard
                    usual={usual}
                    now={now}
                    today={loaded.today}
                    slots={at.slots}
                    onOther={() => toOrder(eating.eater, keyOf(usual.form))}
                  />
                ) : null}
                <Days {...{ eater: eating.eater, at, acts, focus }} title="这几天" />
                <Ways eater={eating.eater} at={at} />
              </Box>
            )
          }
        </Loaded>
      </Known>
    </Page>
  )
}

const NoKitchen = () => <Empty title="附近还没有厨房开饭" words="社区的厨房开起来，菜单会在这里。" />

interface DaysProps {
  eater: string
  at: AtTable
  acts: Acts
  focus?: Slot
  title?: string
}

/** What a day's row says under its name. */
function rowNote(slot: Slot, now: number): string {
  const { order } = slot
  if (order) return order.state === 'cancelled' ? '' : sayLines(order.lines)
  const stand = standOf(slot, now)
  if (stand === 'usual') return sayLines(slot.expected ?? [])
  if (stand === 'open') return menuWords(slot)
  return slot.why ?? ''
}

/** The days after the one in focus; each opens what can be done about it. */
function Days({ eater, at, acts, focus, title }: DaysProps) {
  const { table, shown: slots, now } = at
  const [open, setOpen] = useState('')
  const later = slots.filter(slot => slot !== focus)
  const opened = slots.find(slot => keyOf(slot) === open)
  const tap = (slot: Slot) => (standOf(slot, now) === 'open' ? toOrder(eater, keyOf(slot)) : setOpen(keyOf(slot)))
  if (!table || !later.length) return null
  return (
    <>
      <Rows title={title}>
        {later.map(slot => {
          const { tone, words } = tagOf(slot, now)
          return (
            <Row
              key={keyOf(slot)}
              title={dayTitle(slot, table.today, later)}
              note={rowNote(slot, now)}
              aside={<Tag tone={tone}>{words}</Tag>}
              onTap={['later', 'shut'].includes(standOf(slot, now)) ? undefined : () => tap(slot)}
            />
          )
        })}
      </Rows>
      {opened ? (
        <Sheet title={sayDay(opened.day, table.today)} onClose={() => setOpen('')}>
          <SlotCard qr {...{ eater, table, slot: opened, now, acts: closing(acts, () => setOpen('')) }} />
        </Sheet>
      ) : null}
    </>
  )
}

/** What is done from a sheet closes it: what is said of it, and the way back, stand on the page. */
function closing(acts: Acts, close: () => void): Acts {
  const after =
    <T, D>(act: (about: T) => Promise<D>) =>
    (about: T) => {
      close()
      return act(about)
    }
  return { ...acts, cancel: after(acts.cancel), undo: after(acts.undo), skip: after(acts.skip) }
}

/** 明天 11月22日; with the meal when a day has several. */
function dayTitle(slot: Slot, today: string, slots: readonly Slot[]): string {
  const several = slots.some(one => one.day === slot.day && one.meal !== slot.meal)
  return `${sayDate(slot.day, today)}${several ? ` ${MEALS[slot.meal]}` : ''}`
}

function Ways({ eater, at: { table } }: { eater: string; at: AtTable }) {
  const phone = table && phoneOf(table, kitchenOf(table) ?? '')
  return (
    <Rows>
      <Row icon="list" title="订过的饭" note="取餐码、谁送到的、好不好吃" onTap={() => toMine(eater)} />
      <Row icon="repeat" title="常订和停餐" note={standingWords(table)} onTap={() => toStanding(eater)} />
      <Row icon="heart" title="忌口和口味" note="不能吃的、不爱吃的、送饭时留意什么" onTap={() => toDiner(eater)} />
      <Row
        icon="card"
        title="饭卡和每月的饭钱"
        note={table?.balance ? `饭卡里还有 ${table.balance / 100} 元` : '谁出了多少，一顿一顿记着'}
        onTap={() => toAccount(eater)}
      />
      {phone ? <Row icon="phone" title="打电话订" note={phone} onTap={() => dial(phone)} /> : null}
    </Rows>
  )
}

/** What stands: 每周 5 天自动订; or what it would do. */
function standingWords(table: AtTable['table']): string {
  const paused = table?.aways.find(away => away.from <= table.today && (!away.until || away.until >= table.today))
  if (paused) return paused.until ? `停到${sayDay(paused.until, table?.today)}` : '停着，说恢复才恢复'
  const days = new Set(table?.standings.flatMap(one => one.days.map(day => day.weekday))).size
  return days ? `每周 ${days} 天自动订` : '定好星期几，以后自动订'
}

/** Elder mode: how it stands, and at most six things to press. */
function ElderWeek({ eating, at, acts, focus }: { eating: Eating; at: AtTable; acts: Acts; focus?: Slot }) {
  const { table, shown: slots, now } = at
  const [days, setDays] = useState(false)
  if (!table) return null
  const { eater } = eating
  const usual = usualOf(table, at.slots, now)
  const same = Boolean(usual && focus && keyOf(usual.form) === keyOf(focus))
  const stand = focus && standOf(focus, now)
  const phone = phoneOf(table, kitchenOf(table) ?? '')
  const open = focus && stand === 'open' ? focus : nextOpen(slots, focus, now)
  const { order } = focus ?? {}
  const drop = focus && ((stand === 'ordered' && order && order.changeUntil > now) || stand === 'usual')
  return (
    <Box className="k-stack">
      {focus && !same ? <SlotCard bare {...{ eater, table, slot: focus, now, acts }} /> : null}
      {usual && same ? <UsualCard usual={usual} now={now} today={table.today} slots={at.slots} /> : null}
      <Entries>
        {order?.undoUntil && order.undoUntil > now && stand === 'cancelled' ? (
          <Entry icon="undo" title="撤销，还是要吃" onTap={() => acts.undo(order.id)} />
        ) : null}
        {usual ? (
          <Entry
            main
            icon="check"
            title={`${sayNextDay(usual.form.day, table.today)}照老样子订`}
            note={same ? undefined : usual.words}
            onTap={() => acts.orderUsual(usual)}
          />
        ) : open ? (
          <Entry main icon="soup" title={`订${sayMeal(open.day, open.meal, table.today)}`} onTap={() => toOrder(eater, keyOf(open))} />
        ) : null}
        {drop && focus ? (
          <Entry
            icon="close"
            title={notWanted(focus, table.today)}
            onTap={() => (stand === 'usual' ? acts.skip(focus) : order && acts.cancel(order))}
          />
        ) : null}
        {drop && focus && mayOrder(focus, now) ? (
          <Entry icon="edit" title="换个菜" onTap={() => toOrder(eater, keyOf(focus))} />
        ) : usual && open ? (
          <Entry icon="soup" title="选别的菜" onTap={() => toOrder(eater, keyOf(open))} />
        ) : null}
        {phone ? <Entry icon="phone" title="打电话订" onTap={() => dial(phone)} /> : null}
        <Entry icon="calendar" title="这几天的饭" onTap={() => setDays(true)} />
        <Entry icon="list" title="订过的、常订的" onTap={() => toStanding(eater)} />
      </Entries>
      {days ? (
        <Sheet title="这几天的饭" onClose={() => setDays(false)}>
          <Days {...{ eater, at, acts, focus: undefined }} />
          <Rows>
            <Row icon="card" title="饭卡和饭钱" onTap={() => toAccount(eater)} />
          </Rows>
        </Sheet>
      ) : null}
    </Box>
  )
}
