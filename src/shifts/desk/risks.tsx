import { dayOf } from '@domain/days'
import type { Risk } from '@domain/shifts/contract/desk'
import { useCall } from '@/platform'
import { Box, Card, Section, Tag, useElder } from '@/ui'
import { toCalls, toShift } from '../ways'
import { whenSaid } from './words'

const FEW = 6

/** The shifts of the next three days that may fail: why, and what to do. Nothing when all is well. */
export function Risks({ community, today, most = FEW }: { community: string; today: string; most?: number }) {
  const elder = useElder()
  const { data } = useCall('shifts.at_risk', { community }, { keep: `shifts/risks-${community}` })
  if (!data || data.items.length === 0) return null
  const shown = data.items.slice(0, elder ? 1 : most)
  const rest = data.items.length - shown.length
  return (
    <Section title="三天内要当心的" aside={<Tag tone="bad">{`${data.items.length} 个班`}</Tag>}>
      <Box className="sd-risks">
        {shown.map(one => (
          <RiskCard key={one.shift} risk={one} today={today} />
        ))}
      </Box>
      {rest > 0 ? <Box className="k-note">{`还有 ${rest} 个，在下面的一周里看。`}</Box> : null}
    </Section>
  )
}

/** Tapping it leads to what helps: the list to ring for a hole, else the shift itself. */
const RiskCard = ({ risk, today }: { risk: Risk; today: string }) => (
  <Card
    title={risk.title}
    note={whenSaid(risk, dayOf(risk.from), today)}
    edge={risk.holes > 0 ? 'bad' : 'warn'}
    aside={risk.holes > 0 ? <Tag tone="bad">{`缺 ${risk.holes}`}</Tag> : undefined}
    onTap={() => (risk.role && risk.todo.what === 'ring' ? toCalls(risk.shift, risk.role) : toShift(risk.shift))}
  >
    <Box className="k-text">{risk.why.map(one => one.words).join('，')}</Box>
    {risk.elsewhere.length > 0 ? <Box className="k-note">{`在别处排队的：${risk.elsewhere.map(one => one.name).join('、')}`}</Box> : null}
    <Box className="k-text k-strong">{risk.todo.words}</Box>
  </Card>
)
