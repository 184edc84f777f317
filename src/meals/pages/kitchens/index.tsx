import type { Kitchen } from '@domain/meals/contract/kitchens'
import { membership, useMe, useWide } from '@/platform'
import { Box, Button, Empty, Loaded, Page, Row, Rows, Table, Tag } from '@/ui'
import { KIND_WORDS, sayServing } from '../../kitchens/house'
import { useKitchen } from '../../kitchens/use'
import { toKitchen } from '../../kitchens/ways'
import { MEALS } from '../../words'

/** The kitchens, canteens and points that feed a place. */
export default function Kitchens() {
  const me = useMe()
  const { from, all, division } = useKitchen()
  const office = membership(me, 'community')
  if (!division)
    return (
      <Page title="厨房">
        <Empty title="厨房由社区来管" words="这周吃什么，在首页看。" />
      </Page>
    )
  const open = all.filter(one => !isOver(one, me.day)).length
  return (
    <Page
      title="厨房"
      heading={from.data ? `${open} 个厨房和取餐点` : '厨房'}
      wide
      at={from.at}
      footer={
        office ? (
          <Button big kind="primary" icon="plus" onTap={() => toKitchen()}>
            开一个厨房或取餐点
          </Button>
        ) : undefined
      }
    >
      <Loaded from={from} shape="rows" empty={<Empty title="还没有厨房" words="开第一个，排好菜单，大家就能订餐。" />}>
        {data => <All kitchens={[...data].sort(byKind)} today={me.day} />}
      </Loaded>
    </Page>
  )
}

/** Open ones first, kitchens before points. */
const KINDS = Object.keys(KIND_WORDS)
const byKind = (a: Kitchen, b: Kitchen) =>
  Number(Boolean(a.ended)) - Number(Boolean(b.ended)) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
const isOver = ({ ended }: Kitchen, today: string) => Boolean(ended && ended < today)
const open = ({ id }: Kitchen) => toKitchen(id)
const times = ({ servings }: Kitchen) => servings.map(one => `${MEALS[one.meal]} ${sayServing(one)}`)

function All({ kitchens, today }: { kitchens: Kitchen[]; today: string }) {
  const wide = useWide()
  const parentOf = ({ parent }: Kitchen) => kitchens.find(one => one.id === parent)?.name
  const state = (one: Kitchen) =>
    isOver(one, today) ? <Tag>停办了</Tag> : one.ended ? <Tag tone="warn">快停办</Tag> : <Tag tone="ok">开着</Tag>
  const where = (one: Kitchen) => [one.address, parentOf(one) ? `饭从${parentOf(one)}来` : ''].filter(Boolean).join(' · ')
  if (wide)
    return (
      <Table
        caption="厨房和取餐点"
        rows={kitchens}
        keyOf={one => one.id}
        onOpen={open}
        columns={[
          { title: '名字', cell: one => one.name },
          { title: '哪一种', cell: one => KIND_WORDS[one.kind] },
          { title: '在哪里', cell: where },
          { title: '开饭', cell: one => times(one).join('；') },
          { title: '现在', cell: state },
        ]}
      />
    )
  return (
    <Rows>
      {kitchens.map(one => (
        <Row
          key={one.id}
          icon="soup"
          title={one.name}
          note={[`${KIND_WORDS[one.kind]} · ${where(one)}`, ...times(one)].map(line => <Box key={line}>{line}</Box>)}
          aside={state(one)}
          onTap={() => open(one)}
        />
      ))}
    </Rows>
  )
}
