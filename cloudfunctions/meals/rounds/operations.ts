/** Rounds, the door, the counter. */
import type { rounds as declared } from '@domain/meals/contract/rounds'
import type { Operations } from '../../_kit/serve'
import { changes } from './change'
import { closeRound } from './close'
import { atCounter } from './counter'
import { dialStop } from './dial'
import { correctHand, handOver } from './hand'
import { lists } from './lists'
import { routes } from './routes'

export const operations: Pick<Operations<'meals'>, keyof typeof declared> = {
  ...routes,
  ...lists,
  ...changes,
  ...atCounter,
  hand_over: handOver,
  correct_hand: correctHand,
  close_round: closeRound,
  dial_stop: dialStop,
}
