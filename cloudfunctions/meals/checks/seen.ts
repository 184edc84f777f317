/** Whether somebody who was seen at a moment was seen after what a check looks for: what is brought up late says nothing of a later meal. */
import type { CheckDoc } from './docs'

/** Phones' clocks go wrong by minutes; and who was met and well a quarter of an hour before is not lying on the floor since yesterday. */
export const BEFORE = 15 * 60_000

/** After the check's beginning, and after every meal that was missed since and not taken meanwhile (ms). */
export const wasSeenSince = ({ since, opened, meals }: Pick<CheckDoc, 'since' | 'opened' | 'meals'>, at: number): boolean =>
  at >= since - BEFORE && !meals.some(one => one.taken === undefined && one.at > opened && at < one.at - BEFORE)
