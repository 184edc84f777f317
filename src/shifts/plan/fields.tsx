/** What a shift, a saved one and a series are about: asked in the same words everywhere. */
import { KINDS } from '@domain/shifts/contract/base'
import { KIND_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Choice, Field, Section, Stepper } from '@/ui'
import type { AboutForm } from './blank'

export interface Filling<F extends AboutForm> {
  form: F
  set: (next: (was: F) => F) => void
  community: string
  /** The field that is wrong, and why. */
  wrong?: { at?: string; why: string }
}
const NONE = 'none'
const MEALS = [
  { value: 'breakfast', label: '早饭' },
  { value: 'lunch', label: '午饭' },
  { value: 'dinner', label: '晚饭' },
] as const
type Meal = (typeof MEALS)[number]['value']

/** Kind, name, place; for a kitchen which one and which meal, for a visit with whom. */
export function Basics<F extends AboutForm>({ form, set, community, wrong }: Filling<F>) {
  const change = (more: Partial<AboutForm>) => set(was => ({ ...was, ...more }))
  const errorAt = (field: string) => (wrong?.at?.startsWith(field) ? wrong.why : undefined)
  return (
    <Section title="什么班">
      <Choice
        label="哪一种"
        columns={3}
        options={KINDS.map(value => ({ value, label: KIND_WORDS[value] }))}
        value={form.kind}
        error={errorAt('kind')}
        onChange={kind => change({ kind })}
      />
      <Field label="叫什么" value={form.title} max={24} error={errorAt('title')} onChange={title => change({ title })} />
      <Field
        label="在哪里"
        value={form.place.name}
        max={60}
        error={errorAt('place')}
        onChange={name => change({ place: { ...form.place, name } })}
      />
      {form.kind === 'kitchen' ? <OfKitchen form={form} change={change} community={community} error={errorAt('kitchen')} /> : null}
      {form.kind === 'visit' ? <WithWorker form={form} change={change} community={community} error={errorAt('with')} /> : null}
    </Section>
  )
}

interface Part {
  form: AboutForm
  change: (more: Partial<AboutForm>) => void
  community: string
  error?: string
}
function OfKitchen({ form, change, community, error }: Part) {
  const { data } = useCall('meals.kitchens', { division: community }, { keep: 'meals/kitchens' })
  const kitchens = (data ?? []).filter(one => one.community === community && !one.ended)
  const options = [{ value: NONE, label: '不是这里的厨房' }, ...kitchens.map(one => ({ value: one.id, label: one.name }))]
  return (
    <>
      <Choice
        label="哪个厨房"
        hint="选了厨房，送饭的岗位就能连上送餐路线，厨房休息的日子也不会排班"
        options={options}
        value={form.kitchen ?? NONE}
        error={error}
        onChange={kitchen => change({ kitchen: kitchen === NONE ? undefined : kitchen, meal: form.meal ?? 'lunch' })}
      />
      <Choice<Meal> label="做哪一顿" columns={3} options={MEALS} value={form.meal} onChange={meal => change({ meal })} />
    </>
  )
}

function WithWorker({ form, change, community, error }: Part) {
  const { data } = useCall('shifts.grid_workers', { community })
  const options = [{ value: NONE, label: '不和网格员一起' }, ...(data ?? []).map(one => ({ value: one.account, label: one.name }))]
  return (
    <Choice
      label="和哪位网格员一起"
      hint="会告诉这位网格员几点、在哪里碰头"
      options={options}
      value={form.with ?? NONE}
      error={error}
      onChange={value => change({ with: value === NONE ? undefined : value })}
    />
  )
}

/** Who may come, what to know, until when one may withdraw: rarely changed, hence folded away. */
export function Rest<F extends AboutForm>({ form, set, community, wrong }: Filling<F>) {
  const [open, setOpen] = useState(form.team !== undefined || form.opens !== undefined)
  const { data } = useCall('shifts.teams', { community })
  const change = (more: Partial<AboutForm>) => set(was => ({ ...was, ...more }))
  const teams = (data ?? []).filter(one => !one.ended).map(one => ({ value: one.id, label: one.name }))
  return (
    <Section title="还要说明的">
      <Field
        label="给来的人的话"
        kind="area"
        need={false}
        hint="带什么、找谁、帮谁。不要写住户的电话和证件号"
        max={300}
        value={form.note}
        onChange={note => change({ note })}
      />
      {open ? (
        <Box className="k-stack">
          <Choice
            label="谁能来"
            options={[{ value: NONE, label: '都能报名' }, ...teams]}
            value={form.team ?? NONE}
            error={wrong?.at === 'team' ? wrong.why : undefined}
            onChange={team => change({ team: team === NONE ? undefined : team })}
          />
          <Choice
            label="什么时候能报名"
            options={OPENS}
            value={String(form.opens ?? NONE)}
            onChange={opens => change({ opens: opens === NONE ? undefined : Number(opens) })}
          />
          <Stepper
            label="开始前几小时以外，退出不用说理由"
            value={form.withdraw}
            max={336}
            step={form.withdraw >= 24 ? 12 : 4}
            unit="小时"
            onChange={withdraw => change({ withdraw })}
          />
        </Box>
      ) : (
        <Button kind="quiet" onTap={() => setOpen(true)}>
          谁能来、几时能报名
        </Button>
      )}
    </Section>
  )
}
const OPENS = [
  { value: NONE, label: '马上就能' },
  { value: '48', label: '前两天起' },
  { value: '168', label: '前一周起' },
  { value: '336', label: '前两周起' },
]
