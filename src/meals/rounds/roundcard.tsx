/** A round as the kitchen sees it: who carries it, how far they are. */
import type { RoundCard as Card_ } from '@domain/meals/contract/rounds'
import { Box, Card, Progress, Tag } from '@/ui'
import { MEALS } from '../words'
import { buildingsIn, loadOf, stateOf } from './words'

export function RoundCard({ round, several, onTap }: { round: Card_; several: boolean; onTap: () => void }) {
  const state = stateOf(round)
  const said = round.done + round.failed
  const who = round.volunteer?.name ?? (round.given ? `交回来了，${round.given}` : '点一下安排人')
  return (
    <Card
      title={several ? `${MEALS[round.meal]} ${round.name}` : round.name}
      aside={<Tag tone={state.tone}>{state.words}</Tag>}
      edge={state.tone === 'bad' ? 'bad' : undefined}
      note={`${who}；${buildingsIn(round.buildings)}，${loadOf(round)}`}
      onTap={onTap}
    >
      {said > 0 && round.state !== 'closed' ? (
        <Progress label={`说过 ${said} 家${round.failed ? `，没送成 ${round.failed} 家` : ''}`} done={said} whole={round.stops} />
      ) : null}
      {round.state === 'closed' && round.failed > 0 ? <Box className="k-note">{`没送成 ${round.failed} 家`}</Box> : null}
    </Card>
  )
}
