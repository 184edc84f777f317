import type { OutputOf } from '@domain'
import type { Open } from '@domain/shifts/contract/signing'
import { KIND_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { membership, useCall, useMe } from '@/platform'
import { Box, Button, Choice, Empty, Loaded, Page, Row, Rows, Section, useElder } from '@/ui'
import { canTake, dayWords, isFree } from '../../signing/say'
import { CoverCard, OpenCard, ShutCard } from '../../signing/shiftcard'
import { toMe, toMine } from '../../ways'

type Found = OutputOf<'shifts.open'>
type Kind = Open['shift']['kind']

/** What the caller may take in the next two weeks, next first; whoever asks to be replaced before all; what they may not is folded away, with why. */
export default function FindPage() {
  const me = useMe()
  const from = useCall('shifts.open', {}, { keep: 'shifts/open' })
  const free = from.data?.items.filter(one => isFree(one) && !one.mine).length ?? 0
  return (
    <Page
      title="找一个班"
      tab={membership(me, 'volunteer') ? 'shifts' : undefined}
      heading={from.data ? (free > 0 ? `有 ${free} 个班等人去` : '现在都不缺人') : '找一个班'}
      at={from.at}
    >
      <Loaded
        from={from}
        isEmpty={({ items, covers, swaps }) => items.length + covers.length + swaps.length === 0}
        empty={<Empty title="这两周还没有排班" words="排出来会通知您，也可以先把有空的时间填上。" />}
      >
        {found => <Shifts found={found} now={found.now} />}
      </Loaded>
    </Page>
  )
}

function Shifts({ found, now }: { found: Found; now: number }) {
  const elder = useElder()
  const [kind, setKind] = useState<Kind | 'all'>('all')
  const [more, setMore] = useState<Open[]>([])
  const [after, setAfter] = useState(found.after)
  const items = [...found.items, ...more]
  const kinds = [...new Set(items.map(one => one.shift.kind))]
  const wanted = items.filter(one => kind === 'all' || one.shift.kind === kind)
  const open = wanted.filter(isFree)
  const full = wanted.filter(one => canTake(one) && !isFree(one))
  const further = (some: Open[], next?: string) => {
    setMore([...more, ...some])
    setAfter(next)
  }
  return (
    <Box className="k-stack">
      {found.swaps.length > 0 ? (
        <Rows>
          <Row icon="repeat" title={`${found.swaps[0].name}想和您换班`} note="点开答一下" onTap={toMine} />
        </Rows>
      ) : null}
      {found.covers.map(cover => (
        <CoverCard key={`${cover.shift.id}${cover.account}`} cover={cover} day={dayWords(cover.shift.day, now)} />
      ))}
      {kinds.length > 1 && !elder ? (
        <Choice
          label="哪一类"
          bare
          columns={3}
          value={kind}
          onChange={setKind}
          options={[{ value: 'all', label: '都看' }, ...kinds.map(value => ({ value, label: KIND_WORDS[value] }))]}
        />
      ) : null}
      {open.length === 0 ? <Empty title="现在没有等人的班" words="满了的可以排队，空出来就轮到您。" /> : null}
      {daysOf(open).map(day => (
        <Section key={day} title={dayWords(day, now)}>
          {open
            .filter(one => one.shift.day === day)
            .map(one => (
              <OpenCard key={one.shift.id} open={one} />
            ))}
        </Section>
      ))}
      <Full full={full} now={now} />
      <Shut shut={wanted.filter(one => !canTake(one))} now={now} />
      {after ? <More after={after} onMore={further} /> : null}
    </Box>
  )
}
const daysOf = (items: Open[]) => [...new Set(items.map(one => one.shift.day))]

/** Full ones with a queue, folded away while anything is free. */
function Full({ full, now }: { full: Open[]; now: number }) {
  const [shown, show] = useState(false)
  if (full.length === 0) return null
  if (!shown)
    return (
      <Button kind="plain" onTap={() => show(true)}>
        {`${full.length} 个班满了，可以排队`}
      </Button>
    )
  return (
    <Section title="满了，可以排队的">
      {full.map(one => (
        <OpenCard key={one.shift.id} open={one} day={dayWords(one.shift.day, now)} />
      ))}
    </Section>
  )
}

/** What cannot be taken, folded away: each says why. */
function Shut({ shut, now }: { shut: Open[]; now: number }) {
  const [shown, show] = useState(false)
  if (shut.length === 0) return null
  if (!shown)
    return (
      <Button kind="quiet" onTap={() => show(true)}>
        {`还有 ${shut.length} 个班这次不行，看看为什么`}
      </Button>
    )
  return (
    <Section title="这次不行的">
      {shut.map(one => (
        <ShutCard key={one.shift.id} open={one} day={dayWords(one.shift.day, now)} />
      ))}
      <Rows>
        <Row icon="person" title="我会做的、我的证件" note="补上了，能去的会多" onTap={toMe} />
      </Rows>
    </Section>
  )
}

/** The next page, asked for when it is wanted. */
function More({ after, onMore }: { after: string; onMore: (items: Open[], after?: string) => void }) {
  const [wanted, want] = useState(false)
  const from = useCall('shifts.open', wanted ? { after } : null)
  const { data } = from
  return (
    <Button
      kind="plain"
      busy={wanted && !data && from.state === 'loading'}
      onTap={() => (data ? onMore(data.items, data.after) : want(true))}
    >
      {data ? `再看 ${data.items.length} 个` : '再往后看'}
    </Button>
  )
}
