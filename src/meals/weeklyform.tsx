/** The form of a standing order. */
import type { Meal, Pay } from '@domain/meals/contract'
import type { StandingForm, Table } from '@domain/meals/contract/orders'
import { useState } from 'react'
import { Box, Callout, Choice, Choices, Field, Row, Rows, Sheet, Stepper, sayDay } from '@/ui'
import { WayPart } from './terms'
import { dishesOf, sayStanding, WEEK, type Weekly, weekdayName, withWeekdays } from './weekly'
import { MEALS, PAYS, WAYS } from './words'

interface WeeklyProps {
  table: Table
  form: StandingForm
  onChange: (form: StandingForm) => void
}

const same = (days: readonly Weekly[]) =>
  days.every(day => JSON.stringify({ ...day, weekday: 0 }) === JSON.stringify({ ...days[0], weekday: 0 }))

export function WeeklyForm({ table, form, onChange }: WeeklyProps) {
  const [one, setOne] = useState<number>()
  const [last, setLast] = useState<Weekly>(form.days[0])
  const kitchen = table.kitchens.find(found => found.id === form.kitchen)
  const change = (more: Partial<StandingForm>) => onChange({ ...form, ...more })
  const all = (more: Partial<Weekly>) => change({ days: form.days.map(day => ({ ...day, ...more })) })
  const toggle = (weekdays: string[]) => {
    if (form.days[0]) setLast(form.days[0])
    change({ days: withWeekdays(form.days, weekdays.map(Number), last) })
  }
  const first = form.days[0] ?? last
  const servings = kitchen?.servings ?? []
  const day = form.days.find(found => found.weekday === one)
  return (
    <Box className="k-stack m-order">
      {table.kitchens.length > 1 ? (
        <Choice
          label="哪个厨房"
          columns={1}
          options={table.kitchens.map(found => ({ value: found.id, label: found.name, note: found.address }))}
          value={form.kitchen}
          onChange={next => change({ kitchen: next, days: form.days.map(({ point: _, ...rest }) => ({ ...rest, dishes: [] })) })}
        />
      ) : null}
      {servings.length > 1 ? (
        <Choice
          label="哪一顿"
          columns={3}
          options={servings.map(({ meal }) => ({ value: meal, label: MEALS[meal] }))}
          value={form.meal}
          onChange={(meal: Meal) => change({ meal, days: form.days.map(found => ({ ...found, dishes: [] })) })}
        />
      ) : null}
      <Choices
        label="星期几"
        columns={3}
        options={WEEK.filter(weekday => kitchen?.weekdays.includes(weekday) ?? true).map(weekday => ({
          value: String(weekday),
          label: weekdayName(weekday),
        }))}
        values={form.days.map(found => String(found.weekday))}
        onChange={toggle}
      />
      {same(form.days) ? (
        <DayParts table={table} form={form} day={first} onChange={all} />
      ) : (
        <Callout>每天不一样，在下面一天一天改。</Callout>
      )}
      {form.days.length > 1 ? (
        <Rows title="哪天想不一样，点一下">
          {form.days.map(found => (
            <Row
              key={found.weekday}
              title={weekdayName(found.weekday)}
              note={dayWords(table, form, found)}
              onTap={() => setOne(found.weekday)}
            />
          ))}
        </Rows>
      ) : null}
      {day ? (
        <Sheet title={weekdayName(day.weekday)} onClose={() => setOne(undefined)}>
          <DayParts
            table={table}
            form={form}
            day={day}
            onChange={more => change({ days: form.days.map(found => (found === day ? { ...found, ...more } : found)) })}
          />
        </Sheet>
      ) : null}
      <Choice
        label="怎么付"
        columns={3}
        options={(Object.keys(PAYS) as Pay[]).map(pay => ({ value: pay, label: PAYS[pay] }))}
        value={form.pay}
        onChange={pay => change({ pay })}
      />
      <Field label="从哪天起" kind="date" value={form.since} from={table.today} onChange={since => change({ since })} />
      <Field
        label="到哪天为止"
        kind="date"
        need={false}
        hint="空着就一直订下去"
        value={form.until ?? ''}
        from={form.since}
        onChange={until => change({ until: until || undefined })}
      />
      <Field label="给厨房留句话" need={false} max={100} value={form.note ?? ''} onChange={note => change({ note })} />
      {form.days.length ? (
        <Callout tone="info" icon="repeat">
          {`从${sayDay(form.since, table.today)}起，${sayStanding(form)}前一天晚上自动订上，截止前都能改、能不要。哪天有忌口的菜，会换一样您能吃的。`}
        </Callout>
      ) : null}
    </Box>
  )
}

/** 套餐，送到家; 酸菜包子，2 份，送到家. */
function dayWords(table: Table, form: StandingForm, { dishes, quantity, way }: Weekly): string {
  const known = dishesOf(table.days, form)
  const names = dishes.map(dish => known.find(item => item.dish === dish)?.name ?? '选好的菜').join('，没有就')
  return [names || '当天的套餐', quantity > 1 ? `${quantity} 份` : '', WAYS[way]].filter(Boolean).join('，')
}

interface DayPartsProps {
  table: Table
  form: StandingForm
  day: Weekly
  onChange: (more: Partial<Weekly>) => void
}
/** What is eaten, how much and how it comes. */
function DayParts({ table, form, day, onChange }: DayPartsProps) {
  const [chooses, setChooses] = useState(day.dishes.length > 0)
  const known = dishesOf(table.days, form)
  const pick = (own: string) => {
    setChooses(own === 'own')
    if (own !== 'own') onChange({ dishes: [] })
  }
  return (
    <>
      <Choice
        label="吃什么"
        columns={2}
        options={[
          { value: 'set', label: '当天的套餐', note: '厨房做什么吃什么' },
          { value: 'own', label: '我爱吃的', note: '有就先给这个' },
        ]}
        value={chooses ? 'own' : 'set'}
        onChange={pick}
      />
      {chooses ? (
        <Choices
          label="先要哪个"
          hint="先点的先给，都没有就给当天的套餐"
          columns={2}
          options={known.map(({ dish, name }) => ({
            value: dish,
            label: day.dishes.includes(dish) ? `${day.dishes.indexOf(dish) + 1} ${name}` : name,
          }))}
          values={day.dishes}
          onChange={dishes => onChange({ dishes: dishes.slice(0, 6) })}
        />
      ) : null}
      <Stepper label="几份" unit="份" min={1} max={9} value={day.quantity} onChange={quantity => onChange({ quantity })} />
      <WayPart
        table={table}
        slot={form}
        chosen={{ ...day, pay: form.pay, note: '' }}
        onChange={({ way, point }) => onChange({ ...(way ? { way } : {}), point })}
      />
    </>
  )
}
