/** A stop: whose door, what is in the bag, what to mind. */
import { dial, useWrite } from '@/platform'
import { Box, Button, Card, money, Row, Rows, Tag, Tags } from '@/ui'
import type { Seen } from './carry'

/** The door one stands at. Large words: it is read at arm's length, with a bag in the other hand. */
export const StopCard = ({ stop, note }: { stop: Seen; note?: string }) => (
  <Box className="r-stop">
    <Card>
      {note ? <Box className="k-note">{note}</Box> : null}
      <Box className="r-door">{stop.door}</Box>
      <Box className="r-call">{stop.call}</Box>
      <Box className="r-dishes">{stop.dishes.map(({ name, quantity }) => (quantity > 1 ? `${name} ${quantity} 份` : name)).join('、')}</Box>
      <Marks stop={stop} />
      {stop.doorNote ? <Box className="r-note">{`到门口：${stop.doorNote}`}</Box> : null}
      {stop.alert ? <Box className="r-note r-alert">{`要留心：${stop.alert}`}</Box> : null}
      {stop.note ? <Box className="k-note">{`嘱咐：${stop.note}`}</Box> : null}
    </Card>
  </Box>
)

function Marks({ stop }: { stop: Seen }) {
  if (stop.care.length === 0 && !stop.cash) return null
  return (
    <Tags>
      {stop.care.map(one => (
        <Tag key={one} tone="warn">
          {one}
        </Tag>
      ))}
      {stop.cash ? <Tag tone="info">{`收 ${money(stop.cash)}`}</Tag> : null}
    </Tags>
  )
}

/** Calls them: the number is asked for, written down and dialled; it is never shown. */
export function CallButton({ stop }: { stop: Seen }) {
  const write = useWrite('meals.dial_stop')
  const ring = async () => {
    const found = await write.run({ order: stop.id })
    if (found) await dial(found.number)
  }
  if (!stop.phone) return null
  return (
    <Box className="r-ring">
      <Button icon="phone" onTap={ring} busy={write.busy}>
        打电话
      </Button>
      {write.problem ? <Box className="k-note">{write.problem}</Box> : null}
    </Box>
  )
}

/** Doors in a list: those to come, and those that are done. */
export function Stops({ title, stops, onTap }: { title: string; stops: Seen[]; onTap?: (stop: Seen) => unknown }) {
  if (stops.length === 0) return null
  return (
    <Rows title={title}>
      {stops.map(stop => (
        <Row
          key={stop.id}
          title={stop.door}
          note={`${stop.call}，${stop.problem ?? stop.said?.words ?? dishesOf(stop)}`}
          aside={<StopTag stop={stop} />}
          onTap={onTap && stop.state !== 'cancelled' ? () => onTap(stop) : undefined}
        />
      ))}
    </Rows>
  )
}
const dishesOf = (stop: Seen) => stop.dishes.map(one => one.name).join('、')

function StopTag({ stop }: { stop: Seen }) {
  if (stop.problem) return <Tag tone="bad">没传上</Tag>
  if (stop.waiting) return <Tag>待上传</Tag>
  if (stop.state === 'cancelled') return <Tag>不用送了</Tag>
  if (stop.state === 'failed') return <Tag tone="bad">没送成</Tag>
  return stop.state === 'done' ? <Tag tone="ok">送到了</Tag> : null
}
