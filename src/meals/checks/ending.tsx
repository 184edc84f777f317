/** Ending a check by hand: what it was, in a person's words. */
import { OUTCOME_WORDS } from '@domain/meals/checkwords'
import type { Check, CheckOutcome } from '@domain/meals/contract/checks'
import { useState } from 'react'
import { useMe, useWrite } from '@/platform'
import { Button, Choice, Field, plusDays, Sheet, toast } from '@/ui'

type Ending = Exclude<CheckOutcome, 'taken'>
const ENDINGS: Ending[] = ['well', 'helped', 'hospital', 'away', 'wrong', 'deceased']
const LASTING: Ending[] = ['hospital', 'away']
/** What is usually said; one's own words always go. */
const USUAL: { [E in Ending]: string[] } = {
  well: ['在家，没听见', '出去遛弯了', '忘了取'],
  helped: ['摔倒了，扶起来了', '身体不舒服，陪着了'],
  hospital: ['家里人陪着去的', '社区送去的', '120 接走的'],
  away: ['去孩子家了', '出门了', '走亲戚了'],
  wrong: ['取了，忘了记', '邻居帮着取走了'],
  deceased: ['社区核实过'],
}
const LONGEST = 92

interface Props {
  check: Check
  onClose: () => void
  onDone: () => void
}
export function Ending({ check, onClose, onDone }: Props) {
  const { day } = useMe()
  const [outcome, setOutcome] = useState<Ending>()
  const [words, setWords] = useState('')
  const [until, setUntil] = useState('')
  const write = useWrite('meals.close_check')
  const lasts = outcome !== undefined && LASTING.includes(outcome)
  const ready = outcome && words.trim() && (!lasts || until)
  const save = async () => {
    if (!outcome || !ready) return
    if (!(await write.run({ check: check.id, outcome, words: words.trim(), ...(lasts ? { until } : {}) }))) return
    toast(`${check.call}：${OUTCOME_WORDS[outcome]}，记下了`)
    onDone()
  }
  const choose = (next: Ending) => {
    setOutcome(next)
    setWords('')
  }
  return (
    <Sheet
      title={`${check.call}找到了`}
      onClose={onClose}
      actions={
        <Button kind="primary" big disabled={!ready} busy={write.busy} onTap={save}>
          记下，不找了
        </Button>
      }
    >
      <Choice
        label="人怎么样"
        options={ENDINGS.map(value => ({ value, label: OUTCOME_WORDS[value] }))}
        value={outcome}
        onChange={choose}
        columns={2}
      />
      {outcome ? (
        <>
          <Choice
            label="怎么回事"
            options={USUAL[outcome].map(value => ({ value, label: value }))}
            value={words}
            onChange={setWords}
            columns={1}
          />
          <Field label="也可以自己写" value={words} max={200} onChange={setWords} error={lasts ? undefined : write.problem} />
        </>
      ) : null}
      {lasts ? (
        <Field
          kind="date"
          label="到哪天为止不用找"
          hint="过了这天还没取餐，会再提醒"
          value={until}
          from={day}
          until={day ? plusDays(day, LONGEST) : undefined}
          onChange={setUntil}
          error={write.problem}
        />
      ) : null}
    </Sheet>
  )
}
