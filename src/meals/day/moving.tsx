import type { Unit } from '@domain/meals/contract'
import type { Stock } from '@domain/meals/contract/larder'
import { sayAmount } from '@domain/meals/larder'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Choice, Field, Para, Sheet, toast, Wrong } from '@/ui'
import { BUYING } from './trip'
import { UNIT_CHOICES } from './tripform'

type Why = 'used' | 'wasted' | 'counted' | 'donated'
const WHYS: { value: Why; label: string; note: string }[] = [
  { value: 'used', label: '用掉了', note: '从库存减' },
  { value: 'wasted', label: '坏了倒掉', note: '从库存减' },
  { value: 'counted', label: '数了一遍', note: '写现在有多少' },
  { value: 'donated', label: '人家送的', note: '往库存加' },
]
const numberOf = (text: string) => (/^\d+(\.\d{1,2})?$/.test(text.trim()) ? Number(text.trim()) : Number.NaN)

/** One thing comes in, goes out, or is counted. Without `thing` it is named first. */
export function Moving({ kitchen, thing, onClose, onDone }: { kitchen: string; thing?: Stock; onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState(thing?.ingredient ?? '')
  const [unit, setUnit] = useState<Unit>(thing?.unit ?? 'g')
  const [why, setWhy] = useState<Why>(thing ? 'used' : 'donated')
  const [amount, setAmount] = useState('')
  const [expires, setExpires] = useState('')
  const [problem, setProblem] = useState<string>()
  const write = useWrite('meals.move_stock')
  const incoming = why === 'donated' || why === 'counted'
  const save = async () => {
    const n = Math.round(numberOf(amount) * BUYING[unit].times * 100) / 100
    const wrong = !name.trim() ? '请写是什么' : why === 'counted' ? !(n >= 0) : !(n > 0)
    setProblem(wrong === true ? '多少，写成 2.5 这样' : wrong || undefined)
    if (wrong) return
    const input = { kitchen, ingredient: name.trim(), unit, why, amount: n, ...(incoming && expires ? { expires } : {}) }
    if (!(await write.run(input))) return
    toast('记好了')
    onDone()
  }
  return (
    <Sheet
      title={thing ? thing.ingredient : '记一样进出'}
      onClose={onClose}
      actions={
        <Button big kind="primary" busy={write.busy} onTap={save}>
          记下
        </Button>
      }
    >
      {thing ? <Para className="k-text">{`账上有 ${sayAmount(thing.amount, thing.unit)}`}</Para> : null}
      {thing ? null : <Field label="是什么" value={name} max={20} onChange={setName} />}
      {thing ? null : <Choice label="怎么算" columns={3} options={UNIT_CHOICES} value={unit} onChange={setUnit} />}
      <Choice label="怎么了" options={WHYS} value={why} onChange={setWhy} />
      <Field label={`多少${BUYING[unit].word}`} kind="number" max={8} value={amount} onChange={setAmount} />
      {incoming ? <Field label="哪天到期" need={false} kind="date" value={expires} onChange={setExpires} /> : null}
      {(problem ?? write.problem) ? <Wrong>{problem ?? write.problem ?? ''}</Wrong> : null}
    </Sheet>
  )
}
