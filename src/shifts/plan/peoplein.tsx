/** Who is in a shift, role by role, and how many it needs. */
import type { ShiftCard, SignUp } from '@domain/shifts/contract'
import { useDeed } from '@/platform'
import { Box, Row, Rows, Section, Tag, toast } from '@/ui'
import { toVolunteer } from '../ways'

const STATES: { [state: string]: string } = { asked: '等点头', on: '定了', waiting: '排队', offered: '等回话' }
const isLive = ({ state }: SignUp) => state in STATES

interface PeopleProps {
  card: ShiftCard
  people: readonly SignUp[]
  /** The number of seats was changed; absent where it may not be any more. */
  onNeed?: () => void
}
export function PeopleIn({ card, people, onNeed }: PeopleProps) {
  const live = people.filter(isLive)
  if (live.length === 0) return <Box className="k-note">还没有人报名，怎么改都不碍事。</Box>
  return (
    <Section title={`${live.length} 个人在里面`}>
      {card.roles.map(role => (
        <Rows key={role.id} title={`${role.name}，要 ${role.need} 人，有 ${role.taken} 人`}>
          {live
            .filter(one => one.role === role.id)
            .map(one => (
              <Row
                key={one.id}
                title={one.name}
                aside={<Tag tone={one.state === 'on' ? 'ok' : 'warn'}>{one.queue ? `排第 ${one.queue}` : STATES[one.state]}</Tag>}
                onTap={() => toVolunteer(one.account)}
              />
            ))}
          {onNeed ? <NeedOf card={card} role={role} onDone={onNeed} /> : null}
        </Rows>
      ))}
    </Section>
  )
}

/** One seat more or fewer at once, without saving the whole form; never fewer than people. */
function NeedOf({ card, role, onDone }: { card: ShiftCard; role: ShiftCard['roles'][number]; onDone: () => void }) {
  const deed = useDeed()
  const change = async (by: number) => {
    const did = await deed('shifts.set_need', { shift: card.id, role: role.id, need: role.need + by })
    if (did && 'problem' in did) toast(did.problem, { tone: 'bad' })
    else if (did) toast(`${role.name}要 ${role.need + by} 人了`)
    onDone()
  }
  return (
    <>
      {role.need > Math.max(1, role.taken) ? <Row icon="minus" title={`${role.name}少要一个人`} onTap={() => change(-1)} /> : null}
      <Row icon="plus" title={`${role.name}再要一个人`} onTap={() => change(1)} />
    </>
  )
}
