import type { SafetyDish, SafetyEntry } from '@domain/meals/contract/safety'
import { CORE, GRAMS, wrongWith } from '@domain/meals/safety'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Choice, Field, Para, Sheet, Stepper, Switch, toast, Wrong } from '@/ui'

interface Props {
  kitchen: string
  onClose: () => void
  onDone: () => void
}
const numberOf = (text: string) => (/^-?\d+(\.\d)?$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** Writes an entry; what is outside its limits asks what was done first. */
function useLog({ kitchen, onDone }: Pick<Props, 'kitchen' | 'onDone'>) {
  const write = useWrite('meals.log_safety')
  const save = async (entry: SafetyEntry) => {
    const done = await write.run({ kitchen, entry })
    if (!done) return
    toast(`记好了：${done.words}`)
    onDone()
  }
  return { save, busy: write.busy, problem: write.problem }
}

const DONE = ['接着加热了', '倒掉，不上桌'] as const
/** The core temperature of a dish; below 70 degrees it is heated on, or said what was done. */
export function Measuring({ dish, ...props }: Props & { dish: SafetyDish }) {
  const [text, setText] = useState('')
  const [action, setAction] = useState<string>()
  const { save, busy, problem } = useLog(props)
  const celsius = numberOf(text)
  const entry: SafetyEntry = { kind: 'core', meal: dish.meal, dish: dish.dish, celsius, ...(action ? { action } : {}) }
  const wrong = Number.isNaN(celsius) ? undefined : wrongWith(entry)
  const ready = !Number.isNaN(celsius) && (!wrong || action)
  return (
    <Sheet
      title={`${dish.name}的中心温度`}
      onClose={props.onClose}
      actions={
        <Button big kind="primary" busy={busy} disabled={!ready} onTap={() => save(entry)}>
          {wrong && !action ? `没到 ${CORE} 度，先加热` : '记下'}
        </Button>
      }
    >
      <Para className="k-text">{`插到最厚的地方量，要到 ${CORE} 度。`}</Para>
      <Field label="多少度" kind="number" value={text} max={5} onChange={setText} />
      {wrong ? (
        <>
          <Wrong>{wrong.words}</Wrong>
          <Choice
            label="怎么处理的"
            options={DONE.map(one => ({ value: one as string, label: one }))}
            value={action}
            onChange={setAction}
          />
        </>
      ) : null}
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}

const PLACES = ['留样柜', '冷藏柜'] as const
/** A sample is kept 48 hours: how much and where. */
export function Sampling({ dish, ...props }: Props & { dish: SafetyDish }) {
  const [grams, setGrams] = useState(150)
  const [place, setPlace] = useState<string>(PLACES[0])
  const { save, busy, problem } = useLog(props)
  return (
    <Sheet
      title={`给${dish.name}留样`}
      onClose={props.onClose}
      actions={
        <Button big kind="primary" busy={busy} onTap={() => save({ kind: 'sample', meal: dish.meal, dish: dish.dish, grams, place })}>
          留好了，记下
        </Button>
      }
    >
      <Para className="k-text">{`每样 ${GRAMS} 克以上，盖好，写上名字，放满 48 小时。到时间会提醒您。`}</Para>
      <Stepper label="多少克" value={grams} onChange={setGrams} min={GRAMS} max={500} step={25} unit="克" />
      <Choice label="放在哪" options={PLACES.map(one => ({ value: one as string, label: one }))} value={place} onChange={setPlace} />
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}

/** A fridge's temperature. */
export function Fridge({ place, ...props }: Props & { place: string }) {
  const [text, setText] = useState('')
  const [frozen, setFrozen] = useState(place.includes('冻'))
  const [action, setAction] = useState('')
  const { save, busy, problem } = useLog(props)
  const celsius = numberOf(text)
  const entry: SafetyEntry = { kind: 'fridge', place, frozen, celsius, ...(action.trim() ? { action: action.trim() } : {}) }
  const wrong = Number.isNaN(celsius) ? undefined : wrongWith(entry)
  return (
    <Sheet
      title={`${place}多少度`}
      onClose={props.onClose}
      actions={
        <Button
          big
          kind="primary"
          busy={busy}
          disabled={Number.isNaN(celsius) || Boolean(wrong && !action.trim())}
          onTap={() => save(entry)}
        >
          记下
        </Button>
      }
    >
      <Switch label="冷冻的" note={frozen ? '要在零下 12 度以下' : '冷藏，0 到 8 度'} on={frozen} onChange={setFrozen} />
      <Field label="多少度" hint="零下写成 -18" kind="text" value={text} max={5} onChange={setText} />
      {wrong ? <Wrong>{wrong.words}</Wrong> : null}
      {wrong ? <Field label="怎么处理的" value={action} max={60} onChange={setAction} /> : null}
      {problem ? <Wrong>{problem}</Wrong> : null}
    </Sheet>
  )
}
