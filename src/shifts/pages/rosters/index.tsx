import type { RosterCard } from '@domain/shifts/contract/plan'
import { saidOf } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall, useMe, useWide } from '@/platform'
import { Box, Button, Callout, Empty, Loaded, Page, Row, Rows, sayDay, Table, Tag } from '@/ui'
import { useDesk } from '../../desk/use'
import { AddRoster } from '../../plan/addroster'
import { RosterSheet } from '../../plan/rostersheet'
import { nextSaid, rhythmSaid } from '../../plan/words'
import { toSeries } from '../../ways'

/** Who always stands where: by shift, with who rests and where it does not go. */
export default function RostersPage() {
  const { community } = useDesk()
  const wide = useWide()
  const [open, setOpen] = useState<RosterCard>()
  const [adding, setAdding] = useState(false)
  const found = useCall('shifts.rosters', community ? { community } : null, { keep: 'shifts/rosters' })
  const done = () => {
    setOpen(undefined)
    setAdding(false)
    found.retry()
  }
  if (!community)
    return (
      <Page title="固定排班" wide>
        <Empty title="排班是队长、厨房和社区的事" words="您自己固定的班，在“我的班”里。" />
      </Page>
    )
  const add = (
    <Button kind="primary" big={!wide} icon="plus" onTap={() => setAdding(true)}>
      给一个人排上
    </Button>
  )
  return (
    <Page
      title="固定排班"
      wide
      heading={found.data ? headingOf(found.data) : undefined}
      at={found.at}
      footer={wide ? undefined : add}
      actions={wide ? add : undefined}
    >
      <Loaded
        from={found}
        shape="rows"
        empty={
          <Empty
            title="还没有固定来的人"
            words="像“每周二，王阿姨切配”。排一次，班一做好就替她报上；她自己退的那天不会再报。"
            drawing="door"
          >
            <Button onTap={() => toSeries()}>先看每周的班</Button>
          </Empty>
        }
      >
        {rosters => (
          <Box className="k-stack">
            <Trouble rosters={rosters} onOpen={setOpen} />
            {wide ? <AsTable rosters={rosters} onOpen={setOpen} /> : <AsRows rosters={rosters} onOpen={setOpen} />}
          </Box>
        )}
      </Loaded>
      {open ? <RosterSheet key={open.id} roster={open} onDone={done} onClose={() => setOpen(undefined)} /> : null}
      {adding ? <AddRoster community={community} onDone={done} onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

function headingOf(rosters: readonly RosterCard[]): string {
  if (rosters.length === 0) return '谁总是来，排一次就够'
  const people = new Set(rosters.map(one => one.account)).size
  const trouble = rosters.filter(one => one.trouble.length > 0).length
  return trouble > 0 ? `${people} 个人固定来，${trouble} 处排不上` : `${people} 个人固定来`
}

interface ListProps {
  rosters: readonly RosterCard[]
  onOpen: (roster: RosterCard) => void
}
function Trouble({ rosters, onOpen }: ListProps) {
  const { day: today } = useMe()
  const some = rosters.filter(one => one.trouble.length > 0)
  if (some.length === 0) return null
  return (
    <>
      <Callout tone="warn" icon="warn">
        这几处没能替他们报上，请另找人。
      </Callout>
      <Rows>
        {some.map(one => (
          <Row
            key={one.id}
            title={`${one.name}，${one.title}`}
            note={`${sayDay(one.trouble[0].day, today)}：${saidOf(one.trouble[0].why)}`}
            aside={one.trouble.length > 1 ? `${one.trouble.length} 天` : undefined}
            onTap={() => onOpen(one)}
          />
        ))}
      </Rows>
    </>
  )
}

function AsRows({ rosters, onOpen }: ListProps) {
  const { day: today } = useMe()
  const titles = [...new Set(rosters.map(one => one.title))]
  return (
    <>
      {titles.map(title => (
        <Rows key={title} title={title}>
          {rosters
            .filter(one => one.title === title)
            .map(one => (
              <Row
                key={one.id}
                title={`${one.name}，${one.roleName}`}
                note={`${rhythmSaid(one)}。${nextSaid(one, today)}`}
                aside={one.pause ? <Tag tone="warn">歇几天</Tag> : undefined}
                onTap={() => onOpen(one)}
              />
            ))}
        </Rows>
      ))}
    </>
  )
}

function AsTable({ rosters, onOpen }: ListProps) {
  const { day: today } = useMe()
  return (
    <Table
      caption="固定排班"
      rows={rosters}
      keyOf={one => one.id}
      onOpen={onOpen}
      columns={[
        { title: '谁', cell: one => one.name },
        { title: '哪个班', cell: one => `${one.title}，${one.from} 到 ${one.to}` },
        { title: '做什么', cell: one => one.roleName },
        { title: '几时来', cell: rhythmSaid },
        { title: '下一次', cell: one => nextSaid(one, today) },
        {
          title: '怎么样',
          cell: one =>
            one.pause ? (
              <Tag tone="warn">歇几天</Tag>
            ) : one.trouble.length > 0 ? (
              <Tag tone="bad">有排不上的</Tag>
            ) : (
              <Tag tone="ok">照常</Tag>
            ),
        },
      ]}
    />
  )
}
