import { useCall } from '@/platform'
import { Card, Tag } from '@/ui'
import { toBoard } from '../ways'

/** On a home page: how many shifts of the next three days may fail. Nothing when all is well. */
export function RiskBand({ community }: { community: string }) {
  const { data } = useCall('shifts.at_risk', { community }, { keep: `shifts/risks-${community}` })
  if (!data || data.items.length === 0) return null
  const holes = data.items.reduce((sum, one) => sum + one.holes, 0)
  const [first] = data.items
  return (
    <Card
      title={holes > 0 ? `三天内的班还缺 ${holes} 个人` : '三天内有班要当心'}
      note={`最近的是${first.title}：${first.why.map(one => one.words).join('，')}`}
      edge={holes > 0 ? 'bad' : 'warn'}
      aside={<Tag tone={holes > 0 ? 'bad' : 'warn'}>{`${data.items.length} 个班`}</Tag>}
      onTap={() => toBoard()}
    />
  )
}
