import { OUTCOMES } from '@domain/visits/words'
import { useState } from 'react'
import { useOutbox } from '@/platform'
import { Button, Empty, List, Page, Row, Rows, Section, Skeleton, Tabs, Tag, useElder } from '@/ui'
import { DoorCard } from '../../card'
import type { Knock, Seen } from '../../ground'
import { refresh, seen } from '../../state'
import { useGrid } from '../../use'
import { toDoor, toForm } from '../../ways'
import '../../visits.scss'

export default function Today() {
  const { ground, grids, grid, choose } = useGrid()
  const has = ground.listed !== null || ground.pack !== null
  const list = seen(ground)
  const { due, knocked, met } = list.counts
  const elder = useElder()
  const [all, setAll] = useState(false)
  const first = elder && !all && has ? list.doors[0] : undefined
  return (
    <Page
      title="今天敲门"
      tab="today"
      heading={has ? (due ? `还有 ${due} 户` : '今天的都敲完了') : undefined}
      aside={has ? `已敲 ${knocked} · 见到 ${met}` : undefined}
      at={ground.listed?.at ?? ground.pack?.at}
      footer={
        first ? (
          <Button kind="primary" big onTap={() => toForm(first.household)}>
            敲这一户
          </Button>
        ) : null
      }
    >
      {grids.length > 1 ? (
        <Tabs label="网格" tabs={grids.map(one => ({ value: one.grid, label: one.name }))} value={grid} onChange={choose} />
      ) : null}
      {grid ? (
        has ? (
          <Doors list={list} one={first !== undefined} onAll={() => setAll(true)} />
        ) : (
          <Nothing state={ground.state} problem={ground.problem} />
        )
      ) : (
        <NoGrid />
      )}
      <Waiting knocks={ground.knocks} />
    </Page>
  )
}

/** `one`: 长辈版 shows the first door alone until the others are asked for. */
function Doors({ list, one, onAll }: { list: Seen; one: boolean; onAll: () => void }) {
  const [first, ...rest] = list.doors
  if (!first) return <Empty title="今天的都敲完了" words="要是路过别的门，在住户里找到那一户，也可以记一次。" />
  if (one)
    return (
      <>
        <DoorCard door={first} onTap={() => toForm(first.household)} />
        {rest.length ? <Button onTap={onAll}>{`后面还有 ${rest.length} 户`}</Button> : null}
      </>
    )
  return (
    <List items={list.doors} keyOf={door => door.household} unit="户" label="今天要敲的门">
      {door => <DoorCard door={door} onTap={() => toForm(door.household)} />}
    </List>
  )
}

function Nothing({ state, problem }: { state: string; problem?: string }) {
  if (state === 'loading' || state === 'ready') return <Skeleton />
  const offline = state === 'offline'
  return (
    <Empty
      title={offline ? '现在没有信号' : (problem ?? '没有打开')}
      words={offline ? '这台手机还没存过这个网格。有信号时打开一次，之后没信号也能看。' : undefined}
      drawing={offline ? 'signal' : 'broken'}
    >
      <Button icon="refresh" onTap={refresh}>
        再试一次
      </Button>
    </Empty>
  )
}

const NoGrid = () => <Empty title="您现在没有负责的网格" words="社区给您安排了网格，这里就有今天要敲的门。" />

/** What was logged here and is not up yet. */
function Waiting({ knocks }: { knocks: Knock[] }) {
  const parcels = useOutbox(outbox => outbox.parcels)
  const left = knocks.flatMap(knock => {
    const parcel = parcels.find(one => one.id === knock.key)
    return parcel ? [{ knock, parcel }] : []
  })
  if (!left.length) return null
  return (
    <Section title="记下了，还没传上去">
      <Rows>
        {left.map(({ knock, parcel }) => (
          <Row
            key={knock.key}
            title={knock.label}
            note={parcel.problem?.message ?? OUTCOMES[knock.outcome]}
            aside={parcel.problem ? <Tag tone="bad">没传上</Tag> : <Tag>待上传</Tag>}
            onTap={() => toDoor(knock.household)}
          />
        ))}
      </Rows>
    </Section>
  )
}
