import { go, useCall } from '@/platform'
import { ago, Box, Button, Card, Empty, Loaded, Row, Rows, Section, Tag } from '@/ui'

const KINDS = {
  absent3: '三次不在家',
  moved: '可能搬走了',
  vacant: '像是空着',
  need: '要帮忙',
  worrying: '不放心',
  tag: '标签',
  refused: '不愿开门',
} as const
const FIRST = 5

/** What somebody in the community has to decide, the most urgent first. */
export function OpenMatters({ community }: { community: string }) {
  const matters = useCall('visits.matters', { division: community, settled: false }, { keep: `home-matters-${community}` })
  const all = () => go('/visits/pages/matters/index', { division: community })
  const now = Date.now()
  return (
    <Section title="要人拿主意的">
      <Loaded
        from={matters}
        shape="rows"
        empty={
          <Card>
            <Empty title="没有要拿主意的" words="敲门时发现的事会到这里来。" />
          </Card>
        }
      >
        {({ items, after }) => (
          <Box className="k-stack">
            <Rows>
              {items.slice(0, FIRST).map(matter => (
                <Row
                  key={matter.id}
                  title={matter.label}
                  note={`${matter.words} · ${ago(matter.at, now)}`}
                  aside={
                    <Tag tone={matter.urgent ? 'bad' : 'warn'}>{matter.urgent ? `急 · ${KINDS[matter.kind]}` : KINDS[matter.kind]}</Tag>
                  }
                  onTap={all}
                />
              ))}
            </Rows>
            {items.length > FIRST || after ? <Button onTap={all}>{`全部 ${items.length}${after ? ' 多' : ''} 件`}</Button> : null}
          </Box>
        )}
      </Loaded>
    </Section>
  )
}
