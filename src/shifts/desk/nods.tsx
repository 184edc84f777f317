import { dayOf } from '@domain/days'
import { useCall } from '@/platform'
import { Row, Rows, Section, Tag, useElder } from '@/ui'
import { toShift } from '../ways'
import { whenSaid } from './words'

const FEW = 6

/** Sign-ups that wait for the caller's nod, the next shift first, each with why it is asked. Nothing when none does. */
export function Nods({ community, today }: { community: string; today: string }) {
  const elder = useElder()
  const { data } = useCall('shifts.asked', { community }, { keep: `shifts/asked-${community}` })
  if (!data || data.items.length === 0) return null
  const shown = data.items.slice(0, elder ? 1 : FEW)
  return (
    <Section title="等您点头" aside={<Tag tone="warn">{data.after ? `${data.items.length} 位以上` : `${data.items.length} 位`}</Tag>}>
      <Rows>
        {shown.map(({ signup, title, rule, ...time }) => (
          <Row
            key={signup.id}
            title={`${signup.name}，${title}`}
            note={`${whenSaid(time, dayOf(time.from), today)}，${signup.roleName}${rule ? `。${rule}` : ''}`}
            onTap={() => toShift(signup.shift)}
          />
        ))}
      </Rows>
    </Section>
  )
}
