/** Asking a community for a certificate: over which days, and that is all. */
import type { OutputOf } from '@domain'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useDeed } from '@/platform'
import { Box, Button, Callout, Choice, Empty, sayDay, toast, Wrong } from '@/ui'

type Mine = OutputOf<'shifts.my_hours'>

/** From the first hours, of this year, of the year before. */
const rangesOf = ({ today, months }: Mine) => {
  const year = Number(today.slice(0, 4))
  const first = months[months.length - 1]?.month ?? today.slice(0, 7)
  return {
    all: { from: `${first}-01`, until: today },
    year: { from: `${year}-01-01`, until: today },
    last: { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` },
  }
}
type Over = keyof ReturnType<typeof rangesOf>

export function AskFor({ mine, asked, onDone }: { mine: Mine; asked: { community: string }[]; onDone: () => void }) {
  const deed = useDeed()
  const places = mine.places.filter(one => one.ready > 0)
  const [community, setCommunity] = useState(places[0]?.community)
  const [over, setOver] = useState<Over>('all')
  const [problem, setProblem] = useState('')
  if (asked.length > 0) return <Callout icon="clock">已经跟社区说了，开好了会在通知里告诉您。</Callout>
  if (!community) return <Empty title="现在还开不了" words="时长要公示满 7 天才能写进证明，过几天再来。" drawing="search" />
  const year = mine.today.slice(0, 4)
  const earlier = mine.months.some(one => one.month < `${year}-01`)
  const say = async () => {
    const done = await deed('shifts.ask_certificate', { community, ...rangesOf(mine)[over] })
    if (done?.ok) {
      toast('跟社区说好了')
      onDone()
    } else if (done) setProblem(done.problem)
  }
  return (
    <Box className="k-stack">
      {places.length > 1 ? (
        <Choice
          label="请哪个社区开"
          options={places.map(one => ({ value: one.community, label: one.name, note: sayMinutes(one.ready) }))}
          value={community}
          onChange={setCommunity}
        />
      ) : null}
      <Choice
        label="写哪一段"
        options={[
          { value: 'all', label: '全部' },
          { value: 'year', label: `${year} 年` },
          ...(earlier ? [{ value: 'last' as const, label: `${Number(year) - 1} 年` }] : []),
        ]}
        value={over}
        onChange={setOver}
      />
      <Box className="k-note">{`从 ${sayDay(rangesOf(mine)[over].from, mine.today)} 起，不收钱。`}</Box>
      {problem ? <Wrong>{problem}</Wrong> : null}
      <Button big kind="primary" onTap={say}>
        请社区开一张
      </Button>
    </Box>
  )
}
