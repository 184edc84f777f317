/** The ladder of one check, step by step on a line. */
import { clockOf } from '@domain/meals/checkwords'
import type { Check, RungView } from '@domain/meals/contract/checks'
import type { Rung } from '@domain/meals/ladder'
import { Box, Button, Trail } from '@/ui'
import { RUNG_TITLES, whenOf } from './words'

interface Props {
  check: Check
  /** Asks what came of a rung; absent: only to look. */
  onFound?: (rung: Rung) => void
}
const stateOf = ({ open, steps }: RungView) => (!open ? 'later' : steps.some(one => one.result !== 'told') ? 'done' : 'now')

const linesOf = ({ who, steps, open }: RungView): string[] => [
  ...(open && who.length > 0 && steps.length === 0 ? [who.join('、')] : []),
  ...steps.map(({ at, by, said, words }) => `${clockOf(at)} ${by}：${said}${words ? `。${words}` : ''}`),
]

export const Ladder = ({ check, onFound }: Props) => (
  <Trail
    label="找人走到哪一步"
    steps={check.rungs.map(rung => ({
      ...{ id: rung.rung, title: RUNG_TITLES[rung.rung], lines: linesOf(rung), aside: whenOf(rung) },
      state: check.closed && !rung.steps.length ? 'later' : stateOf(rung),
      children:
        onFound && rung.open ? (
          <Box className="k-line">
            <Button
              kind={stateOf(rung) === 'now' ? 'soft' : 'plain'}
              label={`${rung.steps.length ? '再记一次' : '记结果'}，${RUNG_TITLES[rung.rung]}`}
              onTap={() => onFound(rung.rung)}
            >
              {rung.steps.length ? '再记一次' : '记结果'}
            </Button>
          </Box>
        ) : undefined,
    }))}
  />
)
