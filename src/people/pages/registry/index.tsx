import type { GridCard } from '@domain/people/contract'
import { useState } from 'react'
import { Found, useSettled } from '@/people/found'
import { Home, Marks } from '@/people/homes'
import { type Households, useHouseholds } from '@/people/pages'
import { Pick, Picks } from '@/people/pick'
import { type Reach, useReach } from '@/people/reach'
import { Community } from '@/people/wider'
import { DOOR_PAGE, GRIDS_PAGE, HOUSEHOLD_PAGE, IMPORT_PAGE, MEMBERS_PAGE } from '@/people/words'
import { go, useCall, useMe, useQuery, useWide } from '@/platform'
import { Button, count, Empty, Field, isStaff, List, Loaded, Page, Table } from '@/ui'

/** `?division=` begins in that community or grid: the way here from a figure. */
export default function Screen() {
  const me = useMe()
  const reach = useReach()
  const { division: asked = '' } = useQuery()
  const [chosen, setChosen] = useState(asked.slice(0, 12) || undefined)
  const community = reach.community ?? chosen
  return community ? (
    <Registry
      reach={reach}
      community={community}
      at={asked}
      staff={isStaff(me)}
      onLeave={reach.community ? undefined : () => setChosen(undefined)}
    />
  ) : (
    <Community title="住户" tab="registry" division={reach.division} onChoose={setChosen} />
  )
}

interface RegistryProps {
  reach: Reach
  community: string
  /** The grid to begin with, when it is one. */
  at: string
  staff: boolean
  /** Back to the choice of a community, for those who look after several. */
  onLeave?: () => void
}

function Registry({ reach, community, at, staff, onLeave }: RegistryProps) {
  const [words, setWords] = useState('')
  const [grid, setGrid] = useState(at.length === 15 ? at : undefined)
  const [tag, setTag] = useState<string>()
  const settled = useSettled(words)
  const grids = useCall('people.grids', { community }, { keep: `grids/${community}` })
  const kinds = useCall('people.tag_kinds', {}, { keep: 'tag_kinds' })
  const mine = reach.division.length === 15 ? reach.division : undefined
  const division = mine ?? grid ?? community
  const households = useHouseholds({ division, ...(tag ? { tag } : {}) })
  const shown = (grids.data ?? []).filter(one => one.code.startsWith(division))
  return (
    <Page
      title={reach.place || '住户'}
      tab="registry"
      wide={staff}
      heading={grids.data ? `${count(total(shown, 'households'))} 户，${count(total(shown, 'residents'))} 人` : '住户'}
      at={households.from.at}
      actions={reach.office || onLeave ? <Actions office={reach.office} onLeave={onLeave} /> : undefined}
    >
      <Field kind="search" label="找人、找门" hint="姓名、拼音、首字母，或门牌，比如 3-2-501" value={words} onChange={setWords} max={40} />
      {settled ? (
        <Found division={division} words={settled} />
      ) : (
        <>
          <Picks>
            {mine ? null : (
              <Pick icon="grid" title="网格" all="全部" value={grid} onChange={setGrid} options={(grids.data ?? []).map(gridOption)} />
            )}
            <Pick
              chips
              icon="tag"
              title="标签"
              all="不限"
              value={tag}
              onChange={setTag}
              options={(kinds.data ?? []).map(kind => ({ value: kind.code, label: kind.name }))}
            />
            {reach.edits ? (
              <Button icon="plus" onTap={() => go(HOUSEHOLD_PAGE, { grid: mine ?? grid })}>
                添一户
              </Button>
            ) : null}
          </Picks>
          <Homes households={households} edits={reach.edits} filtered={Boolean(tag)} grids={grids.data ?? []} />
        </>
      )}
    </Page>
  )
}

const total = (grids: GridCard[], what: 'households' | 'residents') => grids.reduce((sum, one) => sum + one[what], 0)
const gridOption = ({ code, name, households, residents }: GridCard) => ({
  value: code,
  label: name,
  note: `${households} 户 · ${residents} 人`,
})

const Actions = ({ office, onLeave }: { office: boolean; onLeave?: () => void }) => (
  <>
    {onLeave ? <Button onTap={onLeave}>换个社区</Button> : null}
    {office ? <Button onTap={() => go(GRIDS_PAGE)}>网格</Button> : null}
    {office ? <Button onTap={() => go(MEMBERS_PAGE)}>人员</Button> : null}
    {office ? (
      <Button kind="primary" onTap={() => go(IMPORT_PAGE)}>
        导入台账
      </Button>
    ) : null}
  </>
)

interface HomesProps {
  households: Households
  edits: boolean
  filtered: boolean
  grids: GridCard[]
}

function Homes({ households, edits, filtered, grids }: HomesProps) {
  const { from, items, more } = households
  const wide = useWide()
  const name = new Map(grids.map(one => [one.code, one.name]))
  const empty = filtered ? (
    <Empty title="没有这样的住户" words="换一个标签，或者看全部。" drawing="search" />
  ) : (
    <Empty title="还没有住户" words={edits ? '导入一份台账，或者一户一户添上。' : '社区登记以后就看得到。'} />
  )
  return (
    <Loaded from={from} shape="rows" empty={empty}>
      {() =>
        wide ? (
          <>
            <Table
              caption="住户，按走访的顺序"
              rows={items}
              keyOf={one => one.id}
              onOpen={one => go(DOOR_PAGE, { household: one.id })}
              columns={[
                { title: '门牌', cell: one => one.label },
                { title: '户主', cell: one => one.head || '还没登记人' },
                { title: '人数', right: true, cell: one => one.count },
                { title: '标签', cell: one => <Marks home={one} /> },
                { title: '网格', cell: one => name.get(one.grid) ?? '' },
              ]}
            />
            {more ? <Button onTap={more}>再往后看</Button> : null}
          </>
        ) : (
          <List items={items} keyOf={one => one.id} label="住户，按走访的顺序" unit="户" onMore={more}>
            {one => <Home home={one} />}
          </List>
        )
      }
    </Loaded>
  )
}
