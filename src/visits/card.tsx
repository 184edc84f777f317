/** A door as it stands on a list. */
import type { Door } from '@domain/visits/contract'
import { Box, Card, cx, Tag, Tags, Words } from '@/ui'

/** 立刻去, 没去过, 晚 2 天, 今天. */
export function Late({ door }: { door: Door }) {
  if (door.urgent) return <Tag tone="bad">立刻去</Tag>
  if (!door.last) return <Tag tone="info">没去过</Tag>
  return door.over > 0 ? <Tag tone="warn">{`晚 ${door.over} 天`}</Tag> : <Tag>今天</Tag>
}

/** "张** · 86 岁" with the tags beside it. */
export const Who = ({ door }: { door: Door }) => (
  <Box className="v-who">
    <Words className="k-text">{door.who}</Words>
    {door.tags.length ? (
      <Tags>
        {door.tags.map(tag => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </Tags>
    ) : null}
  </Box>
)

export const Why = ({ door }: { door: Door }) => <Box className={cx('k-note', door.urgent && 'k-tone-bad')}>{door.why}</Box>

export const DoorCard = ({ door, onTap }: { door: Door; onTap: () => unknown }) => (
  <Card title={door.label} aside={<Late door={door} />} edge={door.urgent ? 'bad' : undefined} onTap={onTap}>
    <Who door={door} />
    <Why door={door} />
  </Card>
)
