/** A check as it stands on a list, with its clock and the call that is due. */
import { OUTCOME_WORDS } from '@domain/meals/checkwords'
import type { Check } from '@domain/meals/contract/checks'
import type { Rung } from '@domain/meals/ladder'
import { ago, Box, Button, Buttons, Card, Elapsed, Tag, Tags } from '@/ui'
import { callFor } from './calling'
import { toCheck } from './ways'
import { nextWords, RUNG_NOW } from './words'

/** Whom a rung calls, in a button's few words; a knock calls the grid worker, the last rung the person again. */
const CALLED: { [R in Rung]: (call: string) => string } = {
  call: call => `打给${call}`,
  neighbour: () => '打给楼长',
  knock: () => '打给网格员',
  family: () => '打给家里人',
  duty: call => `再打给${call}`,
}
/** Who is there to be called on the rung; the person themselves when nobody is known. */
export const reachable = ({ rung, rungs }: Check): Rung => {
  const here = rungs.find(one => one.rung === rung)
  return rung !== 'duty' && here?.who.length ? rung : 'call'
}

export function CheckCall({ check, kind = 'primary' }: { check: Check; kind?: 'primary' | 'soft' }) {
  const rung = reachable(check)
  const words = check.rung === 'duty' ? CALLED.duty(check.call) : CALLED[rung](check.call)
  return (
    <Button kind={kind} label={`${words}，${check.door}`} onTap={() => callFor(check.id, rung)}>
      {words}
    </Button>
  )
}

export const Whom = ({ check }: { check: Check }) => (
  <Tags>
    <Tag tone="bad">{RUNG_NOW[check.rung]}</Tag>
    {check.fast ? <Tag tone="warn">要快</Tag> : null}
  </Tags>
)

export const CheckCard = ({ check, now }: { check: Check; now: number }) => (
  <Card title={`${check.call} · ${check.door}`} aside={<Elapsed since={check.since} now={now} />} edge="bad">
    <Box className="k-text">{check.why}</Box>
    <Whom check={check} />
    <Box className="k-note">{nextWords(check)}</Box>
    <Buttons>
      <Button label={`怎么找，${check.call}`} onTap={() => toCheck(check.id)}>
        怎么找
      </Button>
      <CheckCall check={check} kind="soft" />
    </Buttons>
  </Card>
)

/** One that ended: who said so, how, and how long it took. */
export const EndedCard = ({ check, now }: { check: Check; now: number }) => {
  const { closed } = check
  if (!closed) return null
  const minutes = Math.max(1, Math.round((closed.at - check.since) / 60_000))
  return (
    <Card
      title={`${check.call} · ${check.door}`}
      aside={
        <Tag tone={closed.outcome === 'deceased' || closed.outcome === 'hospital' ? 'warn' : 'ok'}>{OUTCOME_WORDS[closed.outcome]}</Tag>
      }
      onTap={() => toCheck(check.id)}
    >
      <Box className="k-text">{`${closed.by}：${closed.words}`}</Box>
      <Box className="k-note">{`${ago(closed.at, now)}了结，用了 ${minutes} 分钟`}</Box>
    </Card>
  )
}
