import type { BoardRole, BoardShift } from '@domain/shifts/contract/desk'
import { Box, cx, Tap, Words } from '@/ui'
import { hoursSaid, personSaid } from './words'

/** A shift on the board: when, what, who in which role, and in red how many are missing. */
export const ShiftCell = ({ shift, now, onTap }: { shift: BoardShift; now: number; onTap: () => void }) => {
  const off = shift.cancelled !== undefined
  const over = shift.to <= now
  return (
    <Tap className={cx('sd-shift', shift.holes > 0 && !over && 'sd-lacking', off && 'sd-off')} onTap={onTap}>
      <Words className="sd-clock">{hoursSaid(shift)}</Words>
      <Words className="sd-title">{shift.title}</Words>
      {off ? (
        <Words className="sd-role">{`取消了：${shift.cancelled}`}</Words>
      ) : (
        shift.roles.map(role => <Role key={role.id} role={role} over={over} />)
      )}
    </Tap>
  )
}

const Role = ({ role, over }: { role: BoardRole; over: boolean }) => (
  <Box>
    <Words className="sd-role">
      {`${role.name} `}
      {role.people.map((one, n) => (
        <Words key={one.account ?? `${one.name}${n}`} className={cx(one.mark === 'absent' && 'sd-absent')}>
          {`${n > 0 ? '、' : ''}${personSaid(one, over)}`}
        </Words>
      ))}
    </Words>
    {role.holes > 0 ? <Words className={over ? 'sd-role' : 'sd-hole'}>{over ? ` 空着 ${role.holes}` : ` 缺 ${role.holes}`}</Words> : null}
    {role.waiting > 0 ? <Words className="sd-role">{` 排队 ${role.waiting}`}</Words> : null}
  </Box>
)
