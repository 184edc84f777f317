/** For the family, and the eater themselves: a meal was not taken, and who is looking after it. */
import type { Check } from '@domain/meals/contract/checks'
import { useState } from 'react'
import { useCall, useMe, useWrite } from '@/platform'
import { Box, Button, Card, Choice, Elapsed, Field, plusDays, Sheet, toast, useServerNow } from '@/ui'
import { useWatching } from './use'
import { RUNG_TITLES } from './words'

const MINUTE = 60_000

/** `eater` is the person it is about, `self` when they look themselves. Nothing when nothing is open. */
export function MyChecks({ eater, self }: { eater: string; self?: boolean }) {
  const mine = useCall('meals.my_checks', eater ? { eater } : null)
  useWatching(mine.retry, MINUTE)
  const now = useServerNow(mine.data?.now, mine.at)
  const [telling, setTelling] = useState<Check>()
  const open = (mine.data?.items ?? []).filter(check => !check.closed)
  return (
    <>
      {open.map(check => (
        <Card key={check.id} title={check.why} aside={<Elapsed since={check.since} now={now} />} edge="bad">
          <Box className="k-text">{lookingWords(check, self)}</Box>
          <Button kind="soft" onTap={() => setTelling(check)}>
            {self ? '我没事，告诉他们' : '我知道人在哪'}
          </Button>
        </Card>
      ))}
      {telling ? <Telling check={telling} self={self} onClose={() => setTelling(undefined)} onDone={mine.retry} /> : null}
    </>
  )
}

function lookingWords({ call, rung, rungs }: Check, self = false): string {
  const worker = rungs.find(one => one.rung === 'knock')?.who[0]
  const who = worker ? `社区和${worker}` : '社区的人'
  return self ? `${who}正在找您。要是没事，请说一声。` : `${who}正在找${call}，现在到了“${RUNG_TITLES[rung]}”这一步。`
}

const WHY = [
  { value: 'children', label: '在孩子家' },
  { value: 'travel', label: '出门了' },
  { value: 'hospital', label: '在医院' },
  { value: 'other', label: '在家，没事' },
] as const

/** A reason until a day; nothing is silent after it. */
function Telling({ check, self, onClose, onDone }: { check: Check; self?: boolean; onClose: () => void; onDone: () => void }) {
  const { day } = useMe()
  const [why, setWhy] = useState<(typeof WHY)[number]['value']>()
  const [until, setUntil] = useState('')
  const write = useWrite('meals.explain')
  const lasting = why !== undefined && why !== 'other'
  const last = lasting ? until : day
  const save = async () => {
    if (!why || !last) return
    const words = why === 'other' ? { words: self ? '本人说没事' : '家里人说在家，没事' } : {}
    const done = await write.run({ eater: check.eater, until: last, why, ...words })
    if (!done) return
    toast(done.words)
    onClose()
    onDone()
  }
  return (
    <Sheet
      title={self ? '您在哪' : '人在哪'}
      onClose={onClose}
      actions={
        <Button kind="primary" big disabled={!why || !last} busy={write.busy} onTap={save}>
          告诉社区，不用找了
        </Button>
      }
    >
      <Choice label="现在" options={WHY} value={why} onChange={setWhy} columns={2} error={lasting ? undefined : write.problem} />
      {lasting ? (
        <Field
          kind="date"
          label="到哪天为止"
          hint="过了这天还没取餐，会再有人找"
          value={until}
          from={day}
          until={day ? plusDays(day, 92) : undefined}
          onChange={setUntil}
          error={write.problem}
        />
      ) : null}
    </Sheet>
  )
}
