import type { OutputOf } from '@domain'
import type { Me, Membership } from '@domain/account/contract'
import { OpenChecks } from '@/meals/checks/band'
import { toPick } from '@/meals/ways'
import { type Called, go, useCall, useOutbox } from '@/platform'
import { Box, Button, Card, Empty, Entries, Entry, Loaded, Page, Row, Rows, Section, Tag, Tags, useElder } from '@/ui'

type Today = OutputOf<'visits.today'>
const TODAY = '/visits/pages/today/index'

/** A grid worker's home: the number of doors, the first of them with why, and the way to begin. */
export function WorkerHome({ me }: { me: Me }) {
  const grids = me.memberships.filter(({ role }) => role === 'grid')
  return grids.length === 1 ? <OneGrid me={me} grid={grids[0]} /> : <Grids me={me} grids={grids} />
}

/** Doors on the list that were knocked but not sent yet: they count as done on this phone. */
function useKnocked(today: Called<Today>): number {
  const parcels = useOutbox(outbox => outbox.parcels)
  const gone = new Set(
    parcels.filter(({ name, problem }) => name === 'visits.log' && !problem).map(({ input }) => (input as { household: string }).household),
  )
  return today.data?.items.filter(({ household }) => gone.has(household)).length ?? 0
}

function useToday(grid: string) {
  const today = useCall('visits.today', { grid }, { keep: `home-${grid}` })
  const knocked = useKnocked(today)
  const left = today.data ? Math.max(0, today.data.counts.due - knocked) : null
  return { today, left, knocked }
}

/** The grid's own name: the place is said as "和平新村社区 第一网格（1 到 3 号楼）". */
const gridName = (place: string) => place.slice(place.indexOf(' ') + 1)

function OneGrid({ me, grid }: { me: Me; grid: Membership }) {
  const elder = useElder()
  const { today, left, knocked } = useToday(grid.scope)
  const begin = () => go(TODAY, { grid: grid.scope })
  const counts = today.data?.counts
  const footer = left ? (
    <Button kind="primary" big onTap={begin}>
      {counts?.done || knocked ? '接着敲门' : '开始敲门'}
    </Button>
  ) : null
  const aside = counts ? `已敲 ${counts.knocked + knocked} · 见到 ${counts.met}` : undefined
  const heading = left === null ? '今天敲门' : left ? `还有 ${left} 户` : '今天的门都敲完了'
  return (
    <Page title={gridName(grid.place)} heading={heading} aside={aside} tab="home" modes at={today.at} footer={footer}>
      <OpenChecks division={grid.scope} />
      <Loaded
        from={today}
        isEmpty={data => !data.items.length}
        empty={<Empty title="今天没有要敲的门" words="想多走几户，可以去住户里挑。" />}
      >
        {data => (elder ? <ElderDoors today={data} /> : <Doors today={data} onAll={begin} />)}
      </Loaded>
      {elder ? <ElderWays me={me} /> : <Ways me={me} />}
    </Page>
  )
}

const FIRST = 3

function Doors({ today, onAll }: { today: Today; onAll: () => void }) {
  const more = today.counts.due - Math.min(FIRST, today.items.length)
  return (
    <Box className="k-stack">
      {today.items.slice(0, FIRST).map(door => (
        <Card
          key={door.household}
          title={door.label}
          edge={door.urgent ? 'bad' : undefined}
          aside={
            <Tag tone={door.urgent ? 'bad' : door.over > 0 ? 'warn' : 'plain'}>
              {door.urgent ? '先去' : door.over > 0 ? `晚 ${door.over} 天` : '今天'}
            </Tag>
          }
          onTap={() => go('/visits/pages/form/index', { household: door.household })}
        >
          <Tags>
            <Box className="k-text">{door.who}</Box>
            {door.tags.map(tag => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </Tags>
          <Box className="k-note">{door.why}</Box>
        </Card>
      ))}
      {more > 0 ? <Button kind="quiet" onTap={onAll}>{`再看后面 ${more} 户`}</Button> : null}
    </Box>
  )
}

/** Elder mode shows the first door only: one task a screen. */
function ElderDoors({ today }: { today: Today }) {
  const [first] = today.items
  // it stands in red above, with its clock
  if (first.asked) return null
  return (
    <Card title={first.label} note={first.why} edge={first.urgent ? 'bad' : undefined}>
      <Box className="k-text">{`先去这一户：${first.who}`}</Box>
    </Card>
  )
}

const Ways = ({ me }: { me: Me }) => (
  <Rows>
    <Row icon="people" title="我的住户" note="查人、查户、改信息" onTap={() => go('/people/pages/registry/index')} />
    <Row icon="soup" title="替人订饭" note="没有手机的老人，您替他订" onTap={() => toPick()} />
    <Row icon="bell" title="通知" aside={me.unread ? `${me.unread} 条没看` : undefined} onTap={() => go('/pages/inbox/index')} />
  </Rows>
)
const ElderWays = ({ me }: { me: Me }) => (
  <Entries>
    <Entry icon="people" title="我的住户" onTap={() => go('/people/pages/registry/index')} />
    <Entry icon="soup" title="替人订饭" onTap={() => toPick()} />
    <Entry icon="bell" title={me.unread ? `通知，${me.unread} 条没看` : '通知'} onTap={() => go('/pages/inbox/index')} />
  </Entries>
)

/** Somebody who also stands in for a colleague has several grids: one card each. */
const Grids = ({ me, grids }: { me: Me; grids: Membership[] }) => (
  <Page title={me.name} heading="今天敲门" tab="home" modes>
    <Section title="您现在管的网格">
      <Box className="k-stack">
        {grids.map(grid => (
          <OpenChecks key={grid.id} division={grid.scope} />
        ))}
        {grids.map(grid => (
          <GridCard key={grid.id} grid={grid} />
        ))}
      </Box>
    </Section>
    <Ways me={me} />
  </Page>
)

function GridCard({ grid }: { grid: Membership }) {
  const { today, left } = useToday(grid.scope)
  const words = left === null ? (today.problem ?? '正在看今天的门') : left ? `还有 ${left} 户` : '今天的门都敲完了'
  const until = grid.for ? `替${grid.for}${grid.until ? `，到 ${grid.until}` : ''}` : undefined
  return (
    <Card title={words} note={grid.place} aside={until ? <Tag tone="info">{until}</Tag> : undefined}>
      <Button kind={left ? 'primary' : 'plain'} onTap={() => go(TODAY, { grid: grid.scope })}>
        {left ? '开始敲门' : '打开'}
      </Button>
    </Card>
  )
}
