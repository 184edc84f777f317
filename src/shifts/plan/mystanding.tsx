import type { RosterCard } from '@domain/shifts/contract/plan'
import { useState } from 'react'
import { useCall, useMe } from '@/platform'
import { Row, Rows, Tag } from '@/ui'
import { RosterSheet } from './rostersheet'
import { nextSaid, rhythmSaid } from './words'

/** Where somebody always stands, on their own page: they may rest, come back, or stop. Nothing where they stand nowhere. */
export function MyStanding() {
  const { day: today } = useMe()
  const { data, retry } = useCall('shifts.my_rosters', {}, { keep: 'shifts/standing' })
  const [open, setOpen] = useState<RosterCard>()
  const done = () => {
    setOpen(undefined)
    retry()
  }
  if (!data || data.length === 0) return null
  return (
    <>
      <Rows title="我固定来的">
        {data.map(one => (
          <Row
            key={one.id}
            title={`${rhythmSaid(one)}，${one.title}`}
            note={`${one.from} 到 ${one.to}，${one.roleName}。${nextSaid(one, today)}`}
            aside={one.pause ? <Tag tone="warn">歇几天</Tag> : undefined}
            onTap={() => setOpen(one)}
          />
        ))}
      </Rows>
      {open ? <RosterSheet key={open.id} roster={open} mine onDone={done} onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}
