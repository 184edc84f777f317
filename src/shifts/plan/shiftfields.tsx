import type { ShiftForm } from '@domain/shifts/contract/plan'
import { useMe } from '@/platform'
import { Box, Field, Section } from '@/ui'
import { Basics, type Filling, Rest } from './fields'
import { Roles } from './roles'
import { Times } from './times'

/** Everything about one shift: when first, since that is what one comes for; two columns at a desk. */
export function ShiftFields(props: Filling<ShiftForm>) {
  const { form, set, wrong } = props
  const { day: today } = useMe()
  return (
    <Box className="k-split">
      <Box className="k-stack">
        <Section title="什么时候">
          <Field
            label="哪天"
            kind="date"
            from={today}
            value={form.day}
            error={wrong?.at === 'day' ? wrong.why : undefined}
            onChange={day => set(was => ({ ...was, day }))}
          />
          <Times
            from={form.from}
            to={form.to}
            wrong={wrong?.at === 'to' ? wrong.why : undefined}
            onChange={clocks => set(was => ({ ...was, ...clocks }))}
          />
        </Section>
        <Basics {...props} />
      </Box>
      <Box className="k-stack">
        <Roles {...props} />
        <Rest {...props} />
      </Box>
    </Box>
  )
}
