import type { Open } from '@domain/shifts/contract/signing'
import { queueOver } from '@domain/shifts/stand'
import { Box, Choice, Row, Rows, Section } from '@/ui'

/** Roles that can be taken or queued for. */
export const takeable = ({ stands, shift }: Open, now: number) =>
  stands.filter(one => one.state === 'free' || (one.state === 'full' && !queueOver(shift.from, now)))

interface RolesProps {
  open: Open
  now: number
  role?: string
  onRole: (role: string) => void
}
/** Which role: those that can be chosen as choices, the others with why not. One that is the only one needs no choosing. */
export function Roles({ open, now, role, onRole }: RolesProps) {
  const some = takeable(open, now)
  const nameOf = (id: string) => open.shift.roles.find(one => one.id === id)?.name ?? ''
  const others = open.stands.filter(one => !some.includes(one))
  return (
    <Box className="k-stack">
      {some.length > 1 ? (
        <Choice
          label="做哪样"
          columns={1}
          value={role}
          onChange={onRole}
          options={some.map(one => ({ value: one.role, label: nameOf(one.role), note: [one.why, one.warn].filter(Boolean).join('，') }))}
        />
      ) : null}
      {open.mine || open.stands.length < 2 || others.length === 0 ? null : (
        <Section title="这次做不了的">
          <Rows>
            {others.map(one => (
              <Row key={one.role} title={nameOf(one.role)} note={one.why} />
            ))}
          </Rows>
        </Section>
      )}
    </Box>
  )
}
