/** My hours: the standard page's parts. */
import type { OutputOf } from '@domain'
import { sayMinutes } from '@domain/shifts/words'
import { useEffect, useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Callout, canPrint, Figure, Figures, printPaper, Row, Rows, sayDay, Tag } from '@/ui'
import { PeriodTurn } from '../desk/turn'
import { stateOf, storyOf } from './state'
import { StatementPaper } from './statement'
import { signed } from './words'

export type Mine = OutputOf<'shifts.my_hours'>

export const Heaps = ({ mine }: { mine: Mine }) => (
  <Figures>
    <Figure label="这个月" value={sayMinutes(mine.months.find(one => one.month === mine.today.slice(0, 7))?.minutes ?? 0)} />
    <Figure label="签到签退记的" value={sayMinutes(mine.auto)} />
    <Figure label="补记的" value={sayMinutes(mine.added)} />
    <Figure label="能开证明的" value={sayMinutes(mine.ready)} note={mine.ready < mine.total ? '公示满 7 天的' : undefined} />
  </Figures>
)

/** What is no hours yet, each with its reason. */
export const Waiting = ({ mine: { waiting, today } }: { mine: Mine }) =>
  waiting.length === 0 ? null : (
    <Rows title="还没算进来的">
      {waiting.map(one => (
        <Row
          key={`${one.day}${one.title}`}
          title={one.title}
          note={`${sayDay(one.day, today)}，${one.why}`}
          aside={one.minutes ? sayMinutes(one.minutes) : undefined}
        />
      ))}
    </Rows>
  )

export function Month({ mine, onChange }: { mine: Mine; onChange: (month: string) => void }) {
  const sum = mine.rows.reduce((all, one) => all + one.minutes, 0)
  return (
    <Box className="k-stack">
      <PeriodTurn period={mine.month} onChange={onChange} />
      {mine.rows.length === 0 ? (
        <Callout>这个月还没有时长。</Callout>
      ) : (
        <Rows title={`一共 ${sayMinutes(sum)}`}>
          {mine.rows.map(row => (
            <Row
              key={row.id}
              title={row.title}
              note={`${sayDay(row.day, mine.today)}，${storyOf(row)}`}
              aside={
                <>
                  <Tag tone={stateOf(row).tone}>{stateOf(row).word}</Tag>
                  <Box className={row.minutes < 0 ? 'h-minus' : undefined}>{signed(row.minutes)}</Box>
                </>
              }
            />
          ))}
        </Rows>
      )}
    </Box>
  )
}

/** Prints every line since the first; nothing where nothing can be printed. */
export function PrintAll({ mine }: { mine: Mine }) {
  const [asked, setAsked] = useState(false)
  const first = mine.months[mine.months.length - 1]?.month
  const found = useCall('shifts.my_statement', asked && first ? { from: `${first}-01`, until: mine.today } : null)
  const ready = asked && found.state === 'ready' ? found.data : undefined
  useEffect(() => {
    if (ready) void printPaper().then(() => setAsked(false))
  }, [ready])
  if (!canPrint || !first) return null
  return (
    <>
      <Button icon="printer" busy={asked} onTap={() => setAsked(true)}>
        打印明细
      </Button>
      {ready ? <StatementPaper statement={ready} /> : null}
    </>
  )
}
