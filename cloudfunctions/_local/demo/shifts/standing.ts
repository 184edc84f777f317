/** Who always stands somewhere, from next week on: what is nearer has been signed up for by hand. */
import type { RosterForm } from '@domain/shifts/contract/plan'
import { type Ask, each } from '../loading'

type Line = [key: string, name: string, role: string, rhythm: RosterForm['rhythm'], weekdays: RosterForm['weekdays']]
const LINES: Line[] = [
  ['lesson', '田立新', 'teach', 'every', [3]],
  ['mending', '曹振华', 'mend', 'second', [6]],
  ['mending', '梁德顺', 'mend', 'first', [6]],
  ['lunch', '孙桂英', 'cook', 'every', [2, 4]],
  // her health certificate has ended: told, and looked after by whoever arranged it
  ['lunch', '宋秀华', 'cook', 'every', [5]],
  ['lunch', '陈桂兰', 'cut', 'every', [1]],
]

interface Standing {
  accounts: Map<string, string>
  series: Map<string, string>
  /** The first day. */
  since: string
  /** Until when the first of them rests. */
  rest: { from: string; until: string }
}
/** Puts them there; one rests for a fortnight. */
export async function settleStanding(ask: Ask, { accounts, series, since, rest }: Standing): Promise<void> {
  const made = await each(LINES, async ([key, name, role, rhythm, weekdays]) => {
    const form = { account: accounts.get(name) ?? '', role, rhythm, weekdays, since }
    return (await ask('shifts.add_roster', { series: series.get(key) ?? '', form })).id
  })
  await ask('shifts.pause_roster', { roster: made[made.length - 1], pause: rest })
}
