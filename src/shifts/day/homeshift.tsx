/** A volunteer's shifts on their home: the next one, what is still asked, and what else is today and tomorrow. */
import { clockOf } from '@domain/shifts/clash'
import { Box, Callout, Card, Row, Rows, Section, sayDay, sayNear, Tag, useElder } from '@/ui'
import { toShift } from '../ways'
import { PresenceButton, PresenceWords } from './presence'
import type { Seen } from './seen'
import type { Day } from './use'

/** '今天 09:00 到 12:00'. */
export const whenOf = ({ day, from, to }: Pick<Seen, 'day' | 'from' | 'to'>, today: string) => {
  const near = sayNear(day, today)
  return `${/天$/.test(near) && !/\d/.test(near) ? near : sayDay(day)} ${clockOf(from)} 到 ${clockOf(to)}`
}

/** What the page opens with when a shift is what matters: '您在班上', '今天 09:00 平安守望'. */
export function shiftHeading(it: Seen, today: string): string {
  const { state } = it.stands
  if (state === 'in') return '您在班上'
  if (state === 'ask') return '您是几点走的'
  const near = sayNear(it.day, today)
  return `${near} ${clockOf(it.from)}，${it.title}`
}

const TAGS: { [state in Seen['stands']['state']]?: [tone: 'ok' | 'warn' | 'info', words: string] } = {
  ...{ in: ['ok', '在班上'], open: ['info', '可以签到'], ask: ['warn', '等您说一声'], out: ['ok', '签退了'], done: ['ok', '记上了'] },
}

export function ShiftCard({ day, it, today }: { day: Day; it: Seen; today: string }) {
  const tag = TAGS[it.stands.state]
  return (
    <Card
      title={it.title}
      note={`${whenOf(it, today)}，${it.place.name}`}
      aside={tag ? <Tag tone={tag[0]}>{tag[1]}</Tag> : undefined}
      edge={it.stands.state === 'ask' ? 'warn' : undefined}
    >
      <Box className="k-text">{`您的岗位：${it.roleName}`}</Box>
      {it.note ? <Box className="k-note">{it.note}</Box> : null}
      <PresenceWords day={day} it={it} />
    </Card>
  )
}

/** What is asked about earlier shifts, then the others of today and tomorrow. Elder mode shows the first question only. */
export function OtherShifts({ day, besides, today }: { day: Day; besides?: string; today: string }) {
  const elder = useElder()
  const others = day.items.filter(one => one.shift !== besides && !one.cancelled)
  const asked = others.filter(({ stands }) => stands.can === 'say_left' || stands.can === 'explain')
  const rest = others.filter(one => one.day >= today && !asked.includes(one))
  const gone = day.items.filter(one => one.cancelled && one.day >= today)
  return (
    <>
      {gone.map(one => (
        <Callout key={one.shift} tone="warn" icon="warn">
          {`${whenOf(one, today)}的${one.title}取消了：${one.cancelled}`}
        </Callout>
      ))}
      {asked.slice(0, elder ? 1 : asked.length).map(one => (
        <Card key={one.shift} title={one.title} note={whenOf(one, today)} edge="warn">
          <Box className="k-text">{one.stands.words}</Box>
          <PresenceButton quiet day={day} it={one} />
        </Card>
      ))}
      {rest.length > 0 && !elder ? (
        <Section title="您这两天还有">
          <Rows>
            {rest.map(one => (
              <Row key={one.shift} title={one.title} note={`${whenOf(one, today)}，${one.stands.words}`} onTap={() => toShift(one.shift)} />
            ))}
          </Rows>
        </Section>
      ) : null}
    </>
  )
}
