import type { GridCard } from '@domain/people/contract'
import { useState } from 'react'
import { NameGrid, ResizeGrid } from '@/people/gridforms'
import { useReach } from '@/people/reach'
import { buildingWord, KINDS } from '@/people/words'
import { useCall } from '@/platform'
import { Button, Buttons, Card, count, Empty, List, Loaded, Page, Para, Tag } from '@/ui'

type Doing = { grid?: GridCard; what: 'name' | 'resize' }

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
  return (
    <Page
      title="网格"
      wide
      heading={grids.data ? `${all.length} 个网格` : place}
      aside={`${count(homes)} 户`}
      at={grids.at}
      footer={
        <Button big kind="primary" icon="plus" onTap={() => setDoing({ what: 'name' })}>
          添一个网格
        </Button>
      }
    >
      <Loaded from={grids} shape="cards" empty={<Empty title="还没有网格" words="先添一个，再把楼划进去；导入台账也会自己建。" />}>
        {cards => (
          <List items={cards} keyOf={one => one.code} label="网格" unit="个">
            {one => <Grid grid={one} onDo={what => setDoing({ grid: one, what })} />}
          </List>
        )}
      </Loaded>
      {doing?.what === 'name' && community ? <NameGrid grid={doing.grid} community={community} onClose={close} /> : null}
      {doing?.what === 'resize' && doing.grid && community ? (
        <ResizeGrid grid={doing.grid} community={community} names={new Map(all.map(one => [one.code, one.name]))} onClose={close} />
      ) : null}
    </Page>
  )
}

const Grid = ({ grid, onDo }: { grid: GridCard; onDo: (what: Doing['what']) => void }) => (
  <Card
    title={grid.name}
    aside={<Tag>{KINDS.find(kind => kind.value === grid.kind)?.label}</Tag>}
    note={`${grid.households} 户 · ${grid.residents} 人`}
    edge={grid.warning ? 'warn' : undefined}
  >
    <Para className="k-text">{grid.buildings.length ? grid.buildings.map(buildingWord).join('、') : '还没有楼'}</Para>
    {grid.warning ? <Para className="k-text k-tone-warn">{grid.warning}</Para> : null}
    <Buttons>
      <Button icon="edit" label={`${grid.name}，改名字`} onTap={() => onDo('name')}>
        改名字
      </Button>
      <Button icon="building" label={`把楼划进${grid.name}`} onTap={() => onDo('resize')}>
        划楼进来
      </Button>
    </Buttons>
  </Card>
)
