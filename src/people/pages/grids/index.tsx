import type { GridCard } from '@domain/people/contract'
import { useState } from 'react'
import { NameGrid, ResizeGrid } from '@/people/gridforms'
import { useReach } from '@/people/reach'
import { buildingWord, KINDS, sizeWord } from '@/people/words'
import { useCall, useWide } from '@/platform'
import { Button, Buttons, Card, count, Empty, List, Loaded, Page, Para, Sheet, Table, Tag } from '@/ui'

type Doing = { grid?: GridCard; what: 'look' | 'name' | 'resize' }

export default function Screen() {
  const { community, place } = useReach()
  const grids = useCall('people.grids', community ? { community } : null, { keep: `grids/${community}` })
  const [doing, setDoing] = useState<Doing>()
  const all = grids.data ?? []
  const homes = all.reduce((sum, one) => sum + one.households, 0)
  const close = () => {
    setDoing(undefined)
    grids.retry()
  }
  const names = new Map(all.map(one => [one.code, one.name]))
  return (
    <Page
      title="网格"
      wide
      heading={grids.data ? `${all.length} 个网格，${count(homes)} 户` : place || '网格'}
      at={grids.at}
      footer={
        <Button big kind="primary" icon="plus" onTap={() => setDoing({ what: 'name' })}>
          添一个网格
        </Button>
      }
    >
      <Loaded from={grids} shape="rows" empty={<Empty title="还没有网格" words="先添一个，再把楼划进去；导入台账也会自己建。" />}>
        {cards => <Grids cards={cards} onOpen={grid => setDoing({ grid, what: 'look' })} />}
      </Loaded>
      {doing?.what === 'look' && doing.grid ? (
        <Look grid={doing.grid} onClose={() => setDoing(undefined)} onDo={what => setDoing({ grid: doing.grid, what })} />
      ) : null}
      {doing?.what === 'name' && community ? <NameGrid grid={doing.grid} community={community} onClose={close} /> : null}
      {doing?.what === 'resize' && doing.grid && community ? (
        <ResizeGrid grid={doing.grid} community={community} names={names} onClose={close} />
      ) : null}
    </Page>
  )
}

const kindWord = (grid: GridCard) => KINDS.find(kind => kind.value === grid.kind)?.label
const buildings = (grid: GridCard) => (grid.buildings.length ? grid.buildings.map(buildingWord).join('、') : '还没有楼')

interface GridsProps {
  cards: GridCard[]
  onOpen: (grid: GridCard) => void
}

const Size = ({ grid }: { grid: GridCard }) => {
  const word = sizeWord(grid.kind, grid.households)
  return word ? <Tag tone={grid.warning ? 'warn' : 'ok'}>{word}</Tag> : null
}

const Grids = (props: GridsProps) => (useWide() ? <Tabled {...props} /> : <Carded {...props} />)

const Carded = ({ cards, onOpen }: GridsProps) => (
  <List items={cards} keyOf={one => one.code} label="网格" unit="个">
    {one => (
      <Card
        title={one.name}
        aside={<Size grid={one} />}
        note={`${count(one.households)} 户 · ${count(one.residents)} 人 · ${buildings(one)}`}
        onTap={() => onOpen(one)}
      />
    )}
  </List>
)

const Tabled = ({ cards, onOpen }: GridsProps) => (
  <Table
    caption="网格"
    rows={cards}
    keyOf={one => one.code}
    onOpen={onOpen}
    columns={[
      { title: '网格', cell: one => one.name },
      { title: '楼', cell: buildings },
      { title: '户', right: true, cell: one => count(one.households) },
      { title: '人', right: true, cell: one => count(one.residents) },
      { title: '样子', cell: kindWord },
      { title: '大小', cell: one => <Size grid={one} /> },
    ]}
  />
)

/** One grid: where it stands against the standard, and what can be done about it. */
const Look = ({ grid, onClose, onDo }: { grid: GridCard; onClose: () => void; onDo: (what: Doing['what']) => void }) => (
  <Sheet title={grid.name} onClose={onClose}>
    <Para className="k-text">{`${kindWord(grid)}，${grid.households} 户，${grid.residents} 人。${buildings(grid)}。`}</Para>
    {grid.warning ? <Para className="k-text k-tone-warn">{`${grid.warning}。`}</Para> : null}
    <Buttons column>
      <Button icon="building" kind="soft" onTap={() => onDo('resize')}>
        把楼划进来
      </Button>
      <Button icon="edit" onTap={() => onDo('name')}>
        改名字、改样子
      </Button>
    </Buttons>
  </Sheet>
)
