import type { OutputOf } from '@domain'
import type { Mine } from '@domain/shifts/contract/signing'
import { SIGN_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { type Called, useCall } from '@/platform'
import { Box, Button, Card, Empty, Loaded, Page, Row, Rows, Section, Tag, type Tone, useElder } from '@/ui'
import { MyStanding } from '../../plan/mystanding'
import { Asked, AskedBy, Offer } from '../../signing/offers'
import { dayWords, hours, whenWhere } from '../../signing/say'
import { AsksMe, Together } from '../../signing/together'
import { toFind, toShift } from '../../ways'

type Mines = OutputOf<'shifts.my_shifts'>

/** What one has taken on: what has to be answered first, then the next shift, then the others; what was, folded away. */
export default function MinePage() {
  const from = useCall('shifts.my_shifts', {}, { keep: 'shifts/mine' })
  const on = from.data?.items.filter(one => one.mine.state === 'on').length ?? 0
  return (
    <Page
      title="我的班"
      heading={from.data ? (on > 0 ? `${on} 个班定了` : '还没有定下的班') : '我的班'}
      at={from.at}
      footer={
        <Button kind="primary" big icon="search" onTap={toFind}>
          找一个班
        </Button>
      }
    >
      <Loaded from={from} isEmpty={() => false}>
        {data => <List data={data} from={from} />}
      </Loaded>
    </Page>
  )
}

function List({ data, from }: { data: Mines; from: Called<Mines> }) {
  const elder = useElder()
  const { now } = data
  const [together, setTogether] = useState(false)
  const offers = data.items.filter(one => one.mine.state === 'offered')
  const [next, ...rest] = data.items.filter(one => one.mine.state !== 'offered')
  return (
    <Box className="k-stack">
      {offers.map(one => (
        <Offer key={one.mine.id} it={one} now={now} onDone={from.retry} />
      ))}
      {data.swaps.map(swap => (
        <Asked key={swap.id} swap={swap} now={now} onDone={from.retry} />
      ))}
      <AsksMe />
      {next ? (
        <Next it={next} now={now} />
      ) : offers.length === 0 ? (
        <Empty title="还没有报班" words="点下面，看看这两周您能去的。" drawing="letter" />
      ) : null}
      {data.items.map(one => (one.swap ? <AskedBy key={one.swap.id} swap={one.swap} now={now} onDone={from.retry} /> : null))}
      {rest.length > 0 ? (
        <Section title="后面的">
          <Rows>
            {rest.map(one => (
              <MineRow key={one.mine.id} it={one} now={now} />
            ))}
          </Rows>
        </Section>
      ) : null}
      {elder ? null : (
        <Rows>
          <Row icon="people" title="和谁一起去" note="老两口、老姐妹约好，一次报两个人" onTap={() => setTogether(true)} />
        </Rows>
      )}
      <MyStanding />
      <Past now={now} />
      {together ? <Together onClose={() => setTogether(false)} /> : null}
    </Box>
  )
}

const TONES: { [state: string]: Tone } = { on: 'ok', asked: 'warn', waiting: 'info', offered: 'warn' }
const StateTag = ({ mine }: Pick<Mine, 'mine'>) => (
  <Tag tone={TONES[mine.state] ?? 'plain'}>{mine.cover ? '请人替' : mine.queue ? `排第 ${mine.queue}` : SIGN_WORDS[mine.state]}</Tag>
)

function Next({ it: { shift, mine }, now }: { it: Mine; now: number }) {
  return (
    <Card
      title={`${shift.title}，${mine.roleName}`}
      aside={<StateTag mine={mine} />}
      note={whenWhere(shift, now)}
      edge={mine.state === 'on' ? 'ok' : undefined}
    >
      {mine.state === 'on' ? null : <Box className="k-text">{mine.why}</Box>}
      <Button kind="soft" onTap={() => toShift(shift.id)}>
        看看这个班
      </Button>
    </Card>
  )
}

const MineRow = ({ it: { shift, mine }, now }: { it: Mine; now: number }) => (
  <Row
    title={`${dayWords(shift.day, now)} ${hours(shift)} ${shift.title}`}
    note={mine.state === 'on' ? `${mine.roleName}，${shift.place.name}` : mine.why}
    aside={<StateTag mine={mine} />}
    onTap={() => toShift(shift.id)}
  />
)

/** What was: asked for when it is wanted. */
function Past({ now }: { now: number }) {
  const [wanted, want] = useState(false)
  const from = useCall('shifts.my_shifts', wanted ? { past: true } : null)
  if (!wanted)
    return (
      <Button kind="quiet" icon="history" onTap={() => want(true)}>
        以前的班
      </Button>
    )
  return (
    <Section title="以前的班">
      <Loaded from={from} shape="rows" empty={<Box className="k-note">还没有。</Box>}>
        {({ items }) => (
          <Rows>
            {items.map(one => (
              <Row
                key={one.mine.id}
                title={`${dayWords(one.shift.day, now)} ${hours(one.shift)} ${one.shift.title}`}
                note={one.mine.came ? '来了' : one.mine.absent ? '没来成' : one.mine.why}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Section>
  )
}
