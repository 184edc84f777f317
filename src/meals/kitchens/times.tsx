/** When a kitchen serves: weekdays, each meal's times and cut-off, days it is shut. */
import type { Meal } from '@domain/meals/contract'
import { MEALS } from '@domain/meals/serving'
import { Box, Button, Card, Choice, Choices, Field, Section, Switch, Wrong } from '@/ui'
import { MEALS as WORDS } from '../words'
import type { House } from './house'

const WEEK = [1, 2, 3, 4, 5, 6, 0].map(day => ({ value: String(day), label: `周${'日一二三四五六'[day]}` }))

interface Props {
  house: House
  set: (more: Partial<House>) => void
  wrongs: { weekdays?: string; times?: string }
}

export const Weekdays = ({ house, set, wrongs }: Props) => (
  <Choices
    label="星期几开"
    columns={3}
    options={WEEK}
    values={house.weekdays.map(String)}
    onChange={days => set({ weekdays: days.map(Number).sort() })}
    error={wrongs.weekdays}
  />
)

export function Servings({ house, set, wrongs }: Props) {
  const change = (meal: Meal, more: Partial<House['servings'][Meal]>) =>
    set({ servings: { ...house.servings, [meal]: { ...house.servings[meal], ...more } } })
  return (
    <Section title="几点开饭">
      {MEALS.map(meal => {
        const at = house.servings[meal]
        return (
          <Card key={meal}>
            <Switch label={`做${WORDS[meal]}`} on={at.on} onChange={on => change(meal, { on })} />
            {at.on ? (
              <>
                <Box className="k-line">
                  <Field label="从几点" max={5} value={at.from} onChange={from => change(meal, { from })} />
                  <Field label="到几点" max={5} value={at.to} onChange={to => change(meal, { to })} />
                </Box>
                <Choice
                  label="最晚哪天订"
                  columns={2}
                  options={[
                    { value: '0', label: '当天' },
                    { value: '1', label: '前一天' },
                  ]}
                  value={String(at.before)}
                  onChange={before => change(meal, { before: Number(before) })}
                />
                <Field
                  label="几点前订"
                  hint="过了这个时间就不能订、不能改"
                  max={5}
                  value={at.cutoff}
                  onChange={cutoff => change(meal, { cutoff })}
                />
              </>
            ) : null}
          </Card>
        )
      })}
      {wrongs.times ? <Wrong>{wrongs.times}</Wrong> : null}
    </Section>
  )
}

export function Holidays({ house: { holidays }, set, today }: Pick<Props, 'house' | 'set'> & { today: string }) {
  const change = (at: number, more: Partial<House['holidays'][number]>) =>
    set({ holidays: holidays.map((one, n) => (n === at ? { ...one, ...more } : one)) })
  return (
    <Section title="哪几天不开">
      <Box className="k-note">这几天已经订了的饭会取消、退钱，也会告诉订餐的人。</Box>
      {holidays.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing else to be known by, and are only added at the end
        <Card key={at}>
          <Field
            label="第一天"
            kind="date"
            value={one.from}
            onChange={from => change(at, { from, ...(one.until < from ? { until: from } : {}) })}
          />
          <Field label="最后一天" kind="date" from={one.from} value={one.until} onChange={until => change(at, { until })} />
          <Field
            label="为什么"
            hint="订餐的人看得到，比如：春节放假"
            need={false}
            max={40}
            value={one.words}
            onChange={words => change(at, { words })}
          />
          <Button
            kind="quiet"
            icon="bin"
            label={`去掉第 ${at + 1} 段`}
            onTap={() => set({ holidays: holidays.filter((_, n) => n !== at) })}
          >
            去掉
          </Button>
        </Card>
      ))}
      <Button icon="calendar" onTap={() => set({ holidays: [...holidays, { from: today, until: today, words: '' }] })}>
        加一段不开的日子
      </Button>
    </Section>
  )
}
