/** What a weekly shift is: on which weekdays, from when to when, until which day, which days not. */
import type { SeriesForm } from '@domain/shifts/contract/plan'
import { type ReactNode, useState } from 'react'
import { useMe } from '@/platform'
import { Box, Button, Choices, Field, Row, Rows, Section, sayDay } from '@/ui'
import { Basics, type Filling, Rest } from './fields'
import { Part } from './parts'
import { Roles } from './roles'
import { basicsSaid, restSaid } from './shiftfields'
import { Times } from './times'
import { WEEK, type Weekday, weekdaysSaid, weekdayWord } from './words'

export function SeriesFields(props: Filling<SeriesForm> & { children: ReactNode }) {
  const { form, set, wrong, children } = props
  return (
    <Box className="k-split">
      <Box className="k-stack">
        <Part title="什么时候" said={`${weekdaysSaid(form.weekdays)} ${form.from} 到 ${form.to}`}>
          <Section title="什么时候">
            <Weekdays values={form.weekdays} onChange={weekdays => set(was => ({ ...was, weekdays }))} />
            <Times
              from={form.from}
              to={form.to}
              wrong={wrong?.at === 'to' ? wrong.why : undefined}
              onChange={clocks => set(was => ({ ...was, ...clocks }))}
            />
            {children}
            <Field
              label="最后一天"
              kind="date"
              need={false}
              hint="不写就一直排下去"
              value={form.until ?? ''}
              onChange={until => set(was => ({ ...was, until: until || undefined }))}
            />
            <Skipped days={form.skipped} onChange={skipped => set(was => ({ ...was, skipped }))} />
          </Section>
        </Part>
        <Part title="什么班，在哪里" said={basicsSaid(form)}>
          <Basics {...props} />
        </Part>
      </Box>
      <Box className="k-stack">
        <Roles {...props} />
        <Part title="还要说明的" said={restSaid(form)}>
          <Rest {...props} />
        </Part>
      </Box>
    </Box>
  )
}

export function Weekdays({
  values,
  among = WEEK,
  onChange,
}: {
  values: readonly Weekday[]
  among?: readonly Weekday[]
  onChange: (days: Weekday[]) => void
}) {
  const options = WEEK.filter(day => among.includes(day)).map(day => ({ value: String(day), label: weekdayWord(day) }))
  return (
    <Choices
      label="星期几"
      columns={3}
      options={options}
      values={values.map(String)}
      onChange={days => onChange(WEEK.filter(day => days.includes(String(day))))}
    />
  )
}

/** Days on which there is none: holidays of the place. */
function Skipped({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const { day: today } = useMe()
  const [day, setDay] = useState('')
  const add = () => {
    if (day && !days.includes(day)) onChange([...days, day].sort())
    setDay('')
  }
  return (
    <Box className="k-stack">
      {days.length > 0 ? (
        <Rows title="这几天不排，点一下又排">
          {days.map(one => (
            <Row key={one} title={sayDay(one, today)} aside="又排上" onTap={() => onChange(days.filter(other => other !== one))} />
          ))}
        </Rows>
      ) : null}
      <Field label="哪天不排" kind="date" need={false} from={today} value={day} onChange={setDay} />
      {day ? <Button onTap={add}>{`${sayDay(day, today)} 不排`}</Button> : null}
    </Box>
  )
}
