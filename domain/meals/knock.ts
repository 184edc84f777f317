/** What a knock at the door says to a welfare check. */
import type { Result } from './ladder'

export interface Knock {
  outcome: string
  wellbeing?: string
  needs: { category: string; urgent: boolean }[]
}

/**
 * Met and well ends the check. Met and worrying, in urgent need or in need of a doctor does not; nor does a voice behind a door that stays
 * shut. A tap that drips is for the community's list, not for the ladder.
 */
export function resultOf({ outcome, wellbeing, needs }: Knock): Result {
  if (outcome !== 'met') return 'no_answer'
  const inNeed = needs.some(one => one.urgent || one.category === 'doctor')
  return wellbeing === 'worrying' || inNeed ? 'worrying' : 'well'
}

const SAID: { [outcome: string]: string } = {
  refused: '敲门有人应，不愿开门',
  moved: '敲门看着已经搬走',
  vacant: '敲门看着没人住',
}
/** The line for what is neither met nor simply nobody there. */
export const knockSaid = ({ outcome }: Knock): string | undefined => SAID[outcome]
