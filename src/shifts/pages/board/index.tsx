import { mondayOf } from '@domain/shifts/clash'
import type { BoardShift } from '@domain/shifts/contract/desk'
import { useState } from 'react'
import { membership, useCall, useMe, useQuery, useWide } from '@/platform'
import { Box, Button, clock, Empty, Figure, Figures, Loaded, Page, Switch, useElder } from '@/ui'
import { Above } from '../../desk/above'
import { Nods } from '../../desk/nods'
import { Risks } from '../../desk/risks'
import { ShiftSheet } from '../../desk/shiftsheet'
import { WeekTurn } from '../../desk/turn'
import { useDesk } from '../../desk/use'
import { Week } from '../../desk/week'
import { boardSaid } from '../../desk/words'
import { toPlan } from '../../ways'
import '../../desk/desk.scss'

/** The week above a community is counts; a community's own has names. */
export default function Screen() {
  const me = useMe()
  const asked = useQuery()
  const above = membership(me, 'community', 'kitchen', 'lead') ? undefined : membership(me, 'street', 'district', 'city')
  return above ? <Wider division={asked.community ?? above.scope} /> : <Own />
}

function Wider({ division }: { division: string }) {
  const { today } = useDesk()
  const asked = useQuery()
  const [chosen, setChosen] = useState<string>()
  const monday = chosen ?? (asked.week || today ? mondayOf(asked.week ?? today) : '')
  return (
    <Page title="一周的班" heading="各处的班和缺的人" wide>
      <WeekTurn monday={monday} onChange={setChosen} />
      <Above division={division} monday={monday} />
    </Page>
  )
}

/** A community's week: who, where, and in red what is missing. ?community= and ?week= (any of its days); one's own and this one when absent. */
function Own() {
  const me = useMe()
  const { community, today } = useDesk()
  const { week } = useQuery()
  const [chosen, setChosen] = useState<string>()
  const [lacking, setLacking] = useState(false)
  const [open, setOpen] = useState<BoardShift>()
  const wide = useWide()
  const elder = useElder()
  const monday = chosen ?? (week || today ? mondayOf(week ?? today) : '')
  const found = useCall('shifts.board', community && monday ? { community, week: monday } : null, { keep: 'shifts/board' })
  const board = found.data
  return (
    <Page
      title="一周的班"
      tab={membership(me, 'lead') ? 'shifts' : undefined}
      wide
      heading={board ? boardSaid(board) : undefined}
      aside={board ? `${board.name}，${clock(board.at)} 看到的` : undefined}
      at={found.at}
      actions={wide ? <Button onTap={() => toPlan()}>排班</Button> : undefined}
      footer={
        wide || !community ? undefined : (
          <Button kind="primary" big onTap={() => toPlan()}>
            去排班，加一个班
          </Button>
        )
      }
    >
      {community ? (
        <>
          <Box className="sd-top">
            <WeekTurn monday={monday} onChange={setChosen} />
            <Box className="sd-only">
              <Switch label="只看缺人的" on={lacking} onChange={setLacking} />
            </Box>
          </Box>
          <Loaded from={found} shape="cards">
            {data => (
              <>
                {elder || data.sum.shifts === 0 ? null : (
                  <Figures>
                    <Figure label="班" value={data.sum.shifts} note={`要 ${data.sum.need} 人`} />
                    <Figure
                      label="还缺"
                      value={data.sum.holes}
                      tone={data.sum.holes > 0 ? 'bad' : 'ok'}
                      onTap={() => setLacking(!lacking)}
                    />
                    <Figure label="排队的" value={data.sum.waiting} />
                    <Figure
                      label="来帮忙的"
                      value={`${data.sum.people} 人`}
                      note={data.sum.absent ? `没来 ${data.sum.absent}` : undefined}
                    />
                  </Figures>
                )}
                {monday === mondayOf(data.today) ? <Nods community={community} today={data.today} /> : null}
                {monday === mondayOf(data.today) ? <Risks community={community} today={data.today} /> : null}
                {data.days.every(one => one.shifts.length === 0) ? (
                  <Empty title="这一周还没有班" words="在“排班”里加一个，或者定好每周的节奏。" />
                ) : (
                  <Week board={data} lacking={lacking} onOpen={setOpen} />
                )}
              </>
            )}
          </Loaded>
        </>
      ) : (
        <Empty title="这张表给队长、厨房和社区看" words="您自己的班，在“我的班”里。" />
      )}
      {open ? <ShiftSheet shift={open} today={today} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  )
}
