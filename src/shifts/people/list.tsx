/** The volunteers of a community: a table on a wide screen, lines on a phone. */
import type { VolunteerCard } from '@domain/shifts/contract/volunteer'
import { sayMinutes } from '@domain/shifts/words'
import { useMe, useWide } from '@/platform'
import { Row, Rows, sayDay, Table, Tag, Tags } from '@/ui'
import { toVolunteer } from '../ways'
import { STATE_TONES, sayCard, skillWords, stateWord } from './words'

export const StateTag = ({ state }: Pick<VolunteerCard, 'state'>) => <Tag tone={STATE_TONES[state]}>{stateWord(state)}</Tag>

const short = (day: string, today: string) => sayDay(day, today).replace(/ 周.$/, '')
/** What is worth a word beside the state. */
function Notes({ one, today }: { one: VolunteerCard; today: string }) {
  const { free, unchecked, expires } = one
  const soon = expires !== undefined && expires < today
  return (
    <Tags>
      <StateTag state={one.state} />
      {free ? <Tag tone="ok">现在有空</Tag> : null}
      {unchecked ? <Tag tone="info">{`${unchecked} 张证等核对`}</Tag> : null}
      {soon ? <Tag tone="bad">证过期了</Tag> : null}
    </Tags>
  )
}

export function VolunteerList({ items }: { items: readonly VolunteerCard[] }) {
  const { day: today } = useMe()
  const wide = useWide()
  const open = (one: VolunteerCard) => toVolunteer(one.account)
  if (!wide)
    return (
      <Rows>
        {items.map(one => (
          <Row key={one.account} title={one.name} note={sayCard(one)} aside={<StateTag state={one.state} />} onTap={() => open(one)} />
        ))}
      </Rows>
    )
  return (
    <Table
      caption="志愿者名册"
      rows={items}
      keyOf={one => one.account}
      onOpen={open}
      columns={[
        { title: '姓名', cell: one => one.name },
        { title: '怎么样', cell: one => <Notes one={one} today={today} /> },
        { title: '年龄', right: true, cell: one => (one.age === undefined ? '—' : one.age) },
        { title: '会做', cell: one => skillWords(one.skills) },
        { title: '队', cell: one => one.teams.map(({ name }) => name).join('、') || '—' },
        { title: '电话', cell: one => one.phone },
        { title: '来过', right: true, cell: one => `${one.came} 次` },
        { title: '时长', right: true, cell: one => sayMinutes(one.minutes) },
        { title: '最近', right: true, cell: one => short(one.lastOn, today) },
      ]}
    />
  )
}
