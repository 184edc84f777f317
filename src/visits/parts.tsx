/** The three questions of a visit's form. */
import type { Need, VisitForm } from '@domain/visits/contract'
import { NEED_NAMES, OUTCOMES, WELLBEINGS } from '@domain/visits/words'
import { Box, Card, Choice, Choices, Field, Switch } from '@/ui'
import { type Filling, type Lacking, toggled } from './draft'

export interface PartProps {
  value: Filling
  change: (change: Partial<Filling>) => void
  missing: Lacking
  columns?: 1 | 2 | 3
  bare?: boolean
}

const options = <V extends string>(names: Record<V, string>) => (Object.keys(names) as V[]).map(value => ({ value, label: names[value] }))
const OUTCOME = options<VisitForm['outcome']>(OUTCOMES)
const WELLBEING = options<NonNullable<VisitForm['wellbeing']>>(WELLBEINGS)
const NEEDS = options<Need['category']>({ ...NEED_NAMES, other: '别的…' })

export const QUESTIONS = { outcome: '敲开门了吗', wellbeing: '人怎么样', needs: '有什么要帮的' }

/** 见到本人 is what mostly happens: its button is as wide as the screen. */
export const OutcomePart = ({ value, change, missing, columns = 2, bare }: PartProps) => (
  <Box className="v-outcome">
    <Choice
      label={QUESTIONS.outcome}
      options={OUTCOME}
      value={value.outcome}
      onChange={outcome => change({ outcome })}
      columns={columns}
      error={missing.outcome}
      bare={bare}
    />
  </Box>
)

export const WellbeingPart = ({ value, change, missing, columns = 3, bare }: PartProps) => (
  <Choice
    label={QUESTIONS.wellbeing}
    options={WELLBEING}
    value={value.wellbeing}
    onChange={wellbeing => change({ wellbeing })}
    columns={columns}
    error={missing.wellbeing}
    bare={bare}
  />
)

type NeedChoice = Need['category'] | 'none'
/** 没有 is chosen from the beginning, and goes when something is needed. */
export function NeedsPart({ value, change, columns = 3, bare }: PartProps) {
  const chosen: NeedChoice[] = value.needs.length ? value.needs.map(need => need.category) : ['none']
  const pick = (next: NeedChoice[]) => {
    const tapped = [...next, ...chosen].find(one => next.includes(one) !== chosen.includes(one))
    if (tapped === 'none') change({ needs: [] })
    else if (tapped) change({ needs: toggled(value.needs, tapped) })
  }
  return (
    <Choices<NeedChoice>
      label={QUESTIONS.needs}
      options={[{ value: 'none', label: '没有' }, ...NEEDS]}
      values={chosen}
      onChange={pick}
      columns={columns}
      bare={bare}
    />
  )
}

/** What exactly is needed, and whether it can wait. */
export function NeedDetails({ value, change }: PartProps) {
  const set = (category: Need['category'], more: Partial<Need>) =>
    change({ needs: value.needs.map(need => (need.category === category ? { ...need, ...more } : need)) })
  if (!value.needs.length) return null
  return (
    <Box className="k-stack">
      {value.needs.map(({ category, words, urgent }) => (
        <Card key={category} title={NEED_NAMES[category]}>
          <Field label="说一说" need={false} value={words} max={300} onChange={said => set(category, { words: said })} />
          <Switch label="很急，不能等" note="社区会马上收到" on={urgent} onChange={on => set(category, { urgent: on })} />
        </Card>
      ))}
    </Box>
  )
}
