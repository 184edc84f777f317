import type { ShiftForm } from '@domain/shifts/contract/plan'
import { KIND_WORDS } from '@domain/shifts/words'
import type { ReactNode } from 'react'
import { useMe, useWide } from '@/platform'
import { Box, Field, Section, sayDay } from '@/ui'
import type { AboutForm } from './blank'
import { Basics, type Filling, Rest } from './fields'
import { Part } from './parts'
import { Roles } from './roles'
import { Times } from './times'

export const basicsSaid = ({ kind, title, place }: AboutForm) => [KIND_WORDS[kind], title, place.name].filter(Boolean).join('，')
export const restSaid = ({ note, team }: AboutForm) => [team ? '只给一个队' : '', note].filter(Boolean).join('，') || '没有'

/** Everything about one shift: when first, since that is what one comes for; two columns at a desk, with `people` at the right. */
export function ShiftFields({ people, ...props }: Filling<ShiftForm> & { people?: ReactNode }) {
  const { form, set, wrong } = props
  const { day: today } = useMe()
  const wide = useWide()
  return (
    <Box className="k-split">
      <Box className="k-stack">
        {wide ? null : people}
        <Part title="什么时候" said={`${form.day ? sayDay(form.day, today) : ''} ${form.from} 到 ${form.to}`}>
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
        </Part>
        <Part title="什么班，在哪里" said={basicsSaid(form)}>
          <Basics {...props} />
        </Part>
      </Box>
      <Box className="k-stack">
        {wide ? people : null}
        <Roles {...props} />
        <Part title="还要说明的" said={restSaid(form)}>
          <Rest {...props} />
        </Part>
      </Box>
    </Box>
  )
}
