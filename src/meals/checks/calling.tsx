/** Calling for a check: the number comes one at a time and is written down, then what came of it is asked. */
import type { Check } from '@domain/meals/contract/checks'
import type { Rung } from '@domain/meals/ladder'
import { useState } from 'react'
import { call, dial, newId, sentence, useWrite } from '@/platform'
import { Button, Choice, Field, Sheet, toast } from '@/ui'
import { RESULTS, RUNG_TITLES } from './words'

/** Dials somebody for a check; true when the phone was handed the number. `whom` is one of meals.check, or a rung. */
export async function callFor(check: string, whom: string): Promise<boolean> {
  try {
    const { number } = await call('meals.call_for_check', { check, whom }, { key: newId() })
    await dial(number)
    return true
  } catch (problem) {
    toast(sentence(problem), { tone: 'bad' })
    return false
  }
}

interface Props {
  check: Check
  rung: Rung
  onClose: () => void
  /** The server has it; `closed` when that ended the check. */
  onDone: (closed: boolean) => void
}
/** What came of a rung. "人没事" ends the check; the others say what happens next. */
export function Found({ check, rung, onClose, onDone }: Props) {
  const [result, setResult] = useState<(typeof RESULTS)[Rung][number]['value']>()
  const [words, setWords] = useState('')
  const write = useWrite('meals.step_check')
  const save = async () => {
    if (!result) return
    const done = await write.run({ check: check.id, rung, result, ...(words.trim() ? { words: words.trim() } : {}) })
    if (!done) return
    toast(done.closed ? `${check.call}没事，记下了` : '记下了')
    onDone(done.closed)
  }
  return (
    <Sheet
      title={RUNG_TITLES[rung]}
      onClose={onClose}
      actions={
        <Button kind="primary" big disabled={!result} busy={write.busy} onTap={save}>
          {result === 'well' ? '人没事，不找了' : '记下'}
        </Button>
      }
    >
      <Choice label="怎么样" options={RESULTS[rung]} value={result} onChange={setResult} columns={1} />
      <Field label="还想说一句" need={false} value={words} max={200} onChange={setWords} error={write.problem} />
    </Sheet>
  )
}
