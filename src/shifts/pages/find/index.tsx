import type { OutputOf } from '@domain'
import type { Open } from '@domain/shifts/contract/signing'
import { KIND_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Empty, Loaded, Page, Row, Rows, Section, Tabs, useElder } from '@/ui'
import { canTake, dayWords } from '../../signing/say'
import { CoverCard, OpenCard, ShutCard } from '../../signing/shiftcard'
import { toMe, toMine } from '../../ways'

type Found = OutputOf<'shifts.open'>
type Kind = Open['shift']['kind']

/** What the caller may take in the next two weeks, next first; whoever asks to be replaced before all; what they may not is folded away, with why. */
export default function FindPage() {
  const from = useCall('shifts.open', {}, { keep: 'shifts/open' })
  const free = from.data?.items.filter(one => canTake(one) && !one.mine).length ?? 0
  return (
    <Page title="找一个班" heading={from.data ? (free > 0 ? `有 ${free} 个班您能去` : '这两周的班') : '找一个班'} at={from.at}>
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
  const open = wanted.filter(canTake)
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
        <Tabs
          label="哪一类"
          value={kind}
          onChange={setKind}
          tabs={[{ value: 'all', label: '都看' }, ...kinds.map(value => ({ value, label: KIND_WORDS[value] }))]}
        />
      ) : null}
      {open.length === 0 ? <Empty title="现在没有您能去的班" words="下面写着为什么。填上会做的事和证件，能去的会多。" /> : null}
      {daysOf(open).map(day => (
        <Section key={day} title={dayWords(day, now)}>
          {open
            .filter(one => one.shift.day === day)
            .map(one => (
              <OpenCard key={one.shift.id} open={one} />
            ))}
        </Section>
      ))}
      <Shut shut={wanted.filter(one => !canTake(one))} now={now} />
      {after ? <More after={after} onMore={further} /> : null}
    </Box>
  )
}
const daysOf = (items: Open[]) => [...new Set(items.map(one => one.shift.day))]

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
