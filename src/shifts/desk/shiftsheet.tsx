import type { BoardPerson, BoardShift } from '@domain/shifts/contract/desk'
import { Button, Buttons, Row, Rows, Sheet, Tag } from '@/ui'
import { toCalls, toPaper, toRoll, toShift, toVolunteer } from '../ways'
import { MARK_TONE, MARK_WORDS, personSaid, whenSaid } from './words'

/** One shift of the board: who is in it, and what can be done about it from here. */
export function ShiftSheet({ shift, today, onClose }: { shift: BoardShift; today: string; onClose: () => void }) {
  const away = (go: () => unknown) => () => {
    onClose()
    return go()
  }
  const lacking = shift.roles.find(one => one.holes > 0)
  const actions = (
    <Buttons column>
      {lacking && shift.day >= today ? (
        <Button kind="primary" icon="phone" onTap={away(() => toCalls(shift.id, lacking.id))}>
          {`找人补${lacking.name}`}
        </Button>
      ) : null}
      {shift.day === today && shift.cancelled === undefined ? (
        <Button kind={lacking ? 'plain' : 'primary'} icon="tasks" onTap={away(() => toRoll(shift.id))}>
          点名
        </Button>
      ) : null}
      <Button icon="printer" onTap={away(() => toPaper(shift.id))}>
        打印签到表
      </Button>
      <Button onTap={away(() => toShift(shift.id))}>看这个班</Button>
    </Buttons>
  )
  return (
    <Sheet title={shift.title} onClose={onClose} actions={actions}>
      <Rows>
        <Row title={whenSaid(shift, shift.day, today)} note={[shift.place, shift.team].filter(Boolean).join('，')} />
        {shift.cancelled === undefined ? null : <Row title="取消了" note={shift.cancelled} />}
      </Rows>
      {shift.roles.map(role => (
        <Rows key={role.id} title={`${role.name}，要 ${role.need} 人`}>
          {role.people.map((one, n) => (
            <Person key={one.account ?? `${one.name}${n}`} one={one} onTap={away(() => toVolunteer(one.account))} />
          ))}
          {role.holes > 0 ? <Row title={`还缺 ${role.holes} 人`} aside={<Tag tone="bad">缺人</Tag>} /> : null}
          {role.waiting > 0 ? <Row title={`${role.waiting} 人在排队`} /> : null}
        </Rows>
      ))}
    </Sheet>
  )
}

function Person({ one, onTap }: { one: BoardPerson; onTap: () => unknown }) {
  const tag = one.mark ? <Tag tone={MARK_TONE[one.mark]}>{MARK_WORDS[one.mark]}</Tag> : undefined
  const title = one.mark ? one.name : personSaid(one)
  return one.account ? <Row title={title} aside={tag} onTap={onTap} /> : <Row title={title} note="临时来的" aside={tag} />
}
