import type { Usual } from '@domain/meals/contract/orders'
import { type Acts, useActs } from '@/meals/acts'
import { type Eating, nameOf, type Ward } from '@/meals/eater'
import { notWanted, SlotCard, SlotWords } from '@/meals/slotcard'
import { focusOf, keyOf, nextOpen, standOf, tagOf } from '@/meals/slots'
import { type AtTable, useTable } from '@/meals/table'
import { UsualCard, usualOf } from '@/meals/usual'
import { toOrder, toWeek } from '@/meals/ways'
import { sayMeal, sayNextDay } from '@/meals/words'
import '@/meals/meals.scss'
import { Box, Button, Card, Entry, Tag } from '@/ui'

/** The next meal of whoever eats, as a home page needs it. */
export interface Eaten {
  eater: string
  /** Whose meal it is, when somebody else's: 爸爸. */
  who: string
  at: AtTable
  acts: Acts
  focus?: AtTable['slots'][number]
  usual?: Usual
}
export function useEaten({ eater, who }: Eating): Eaten {
  const at = useTable(eater)
  const acts = useActs(eater, at)
  const { table, slots, shown, now } = at
  return { eater, who, at, acts, focus: focusOf(shown, now), usual: table && usualOf(table, slots, now) }
}

/** Today's meal, and the usual one where it can be ordered. Nothing while it is not known, and where no kitchen serves. */
export function MealCards({ eaten, bare }: { eaten: Eaten; bare?: boolean }) {
  const { eater, who, at, acts, focus, usual } = eaten
  const { table, slots, now } = at
  if (!table || !focus) return null
  const one = usual && keyOf(usual.form) === keyOf(focus)
  return (
    <Box className="k-stack">
      {one ? null : (
        <SlotCard
          {...{ eater, table, slot: focus, now, acts, bare }}
          title={who ? `${who}${sayMeal(focus.day, focus.meal, table.today)}` : undefined}
        />
      )}
      {usual ? (
        <UsualCard
          {...{ usual, now, slots, who }}
          today={table.today}
          onOther={bare ? undefined : () => toOrder(eater, keyOf(usual.form))}
        />
      ) : null}
    </Box>
  )
}

/** The one thing to do from home: the usual meal with one tap, else choosing. */
export function MealFooter({ eaten }: { eaten: Eaten }) {
  const { eater, who, at, acts, focus, usual } = eaten
  const { table, shown: slots, now } = at
  if (!table) return null
  if (usual)
    return (
      <Button kind="primary" big onTap={() => acts.orderUsual(usual)}>
        {`${who}${sayMeal(usual.form.day, usual.form.meal, table.today)}，照老样子订`}
      </Button>
    )
  const open = focus && standOf(focus, now) === 'open' ? focus : nextOpen(slots, focus, now)
  return open ? (
    <Button kind="primary" big onTap={() => toOrder(eater, keyOf(open))}>
      {`订${who}${sayMeal(open.day, open.meal, table.today)}`}
    </Button>
  ) : null
}

/** Elder mode: at most two of the six things to press. */
export function MealEntries({ eaten }: { eaten: Eaten }) {
  const { eater, who, at, acts, focus, usual } = eaten
  const { table, now } = at
  if (!table || !focus) return null
  const stand = standOf(focus, now)
  const { order } = focus
  const drop = (stand === 'ordered' && order && order.changeUntil > now) || stand === 'usual'
  const undo = stand === 'cancelled' && order?.undoUntil && order.undoUntil > now
  return (
    <>
      {usual ? (
        <Entry
          main
          icon="soup"
          title={`${who}${sayNextDay(usual.form.day, table.today)}照老样子订`}
          note={keyOf(usual.form) === keyOf(focus) ? undefined : usual.words}
          onTap={() => acts.orderUsual(usual)}
        />
      ) : (
        <Entry main icon="soup" title={`看${who}这几天的饭`} onTap={() => toWeek(eater)} />
      )}
      {drop ? (
        <Entry
          icon="close"
          title={`${who}${notWanted(focus, table.today)}`}
          onTap={() => (stand === 'usual' ? acts.skip(focus) : order && acts.cancel(order))}
        />
      ) : undo ? (
        <Entry icon="undo" title="撤销，还是要吃" onTap={() => acts.undo(order.id)} />
      ) : null}
    </>
  )
}

/** The next meal of everybody one orders for; each leads to their week. */
export const FamilyMeals = ({ eating }: { eating: Eating }) => (
  <Box className="k-stack">
    {eating.wards.map(ward => (
      <WardCard key={ward.eater} ward={ward} eating={eating} />
    ))}
  </Box>
)

function WardCard({ ward, eating }: { ward: Ward; eating: Eating }) {
  const { table, shown: slots, now } = useTable(ward.eater)
  const focus = focusOf(slots, now)
  const who = nameOf(ward, eating.wards)
  const open = () => {
    eating.choose(ward.eater)
    return toWeek(ward.eater)
  }
  if (!table || !focus) return <Card title={who} note={ward.call} onTap={open} />
  const { tone, words } = tagOf(focus, now)
  return (
    <Card
      title={`${ward.self ? '' : who}${sayMeal(focus.day, focus.meal, table.today)}`}
      aside={words ? <Tag tone={tone}>{words}</Tag> : null}
      edge={standOf(focus, now) === 'failed' ? 'warn' : undefined}
      onTap={open}
    >
      <SlotWords table={table} slot={focus} now={now} />
    </Card>
  )
}
