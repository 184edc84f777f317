import type { TagKind } from '@domain/people/contract'
import { rules } from '@/people/kinds'
import { TAG_PAGE } from '@/people/words'
import { go, membership, useCall, useMe, useWide } from '@/platform'
import { Button, Empty, Loaded, Page, Para, Row, Rows, Table, Tag } from '@/ui'

/** The tags there are, with everything each decides; the district and the city add and change them. */
export default function Tags() {
  const me = useMe()
  const held = membership(me, 'city', 'district')
  const kinds = useCall('people.tag_kinds', held ? {} : null, { keep: 'tag_kinds' })
  if (!held)
    return (
      <Page title="标签">
        <Empty title="标签由区里和市里来定" words="要加标签、改标签，请告诉区里。" />
      </Page>
    )
  return (
    <Page
      title="标签"
      heading={kinds.data ? `一共 ${kinds.data.length} 个标签` : '标签'}
      wide
      at={kinds.at}
      footer={
        <Button big kind="primary" icon="plus" onTap={() => go(TAG_PAGE)}>
          加一个标签
        </Button>
      }
    >
      <Para className="k-note">
        家里的人有哪些标签，决定多少天敲一次门、谁排在前面。重病这类要保密的，只有网格员和社区看得到，这里不列。
      </Para>
      <Loaded from={kinds} shape="rows" empty={<Empty title="还没有标签" words="加第一个，社区就能用。" />}>
        {data => <Kinds kinds={data} />}
      </Loaded>
    </Page>
  )
}

const open = ({ code }: TagKind) => go(TAG_PAGE, { code })
const name = (kind: TagKind) => (kind.sensitivity === 'sensitive' ? `${kind.name}（要保密）` : kind.name)

function Kinds({ kinds }: { kinds: TagKind[] }) {
  const wide = useWide()
  if (wide)
    return (
      <Table
        caption="标签"
        rows={kinds}
        keyOf={({ code }) => code}
        onOpen={open}
        columns={[
          { title: '标签', cell: name },
          { title: '多少天敲一次', cell: kind => rules(kind).every },
          { title: '排在哪里', cell: kind => rules(kind).weight },
          { title: '谁看得到', cell: kind => rules(kind).see },
          { title: '谁来登记', cell: kind => rules(kind).set },
          { title: '吃饭价格', cell: kind => rules(kind).meals },
        ]}
      />
    )
  return (
    <Rows>
      {kinds.map(kind => (
        <Row key={kind.code} icon="tag" title={name(kind)} note={note(kind)} aside={every(kind)} onTap={() => open(kind)} />
      ))}
    </Rows>
  )
}

const every = (kind: TagKind) => (kind.every ? <Tag tone="info">{`${kind.every} 天一次`}</Tag> : undefined)
/** The interval stands beside it. */
function note(kind: TagKind): string {
  const { see, set, weight, meals } = rules(kind)
  const seen = see.startsWith('都') ? see : `${see}看得到`
  return [weight, seen, `${set}登记`, kind.meals ? `饭价按${meals}` : ''].filter(Boolean).join(' · ')
}
