/** A roll as the lead's phone sees it now: what the server knows, and on top what was said here and waits in the outbox. Pure. */
import type { InputOf } from '@domain'
import { sayCame, sayWent } from '@domain/shifts/attend'
import type { RollMark, RollRow, RollShift } from '@domain/shifts/contract/day'

export interface Waiting {
  id: string
  name: string
  input: unknown
  problem?: { message: string }
}
export interface SeenRow extends RollRow {
  waiting?: boolean
  problem?: string
}
export interface SeenRoll {
  rows: SeenRow[]
  closed: boolean
  /** Seats left a role, with those who walked in here taken off. */
  left: { [role: string]: number }
  counts: { came: number; absent: number; open: number; unsure: number }
}

/** The roll, and the names of those who may walk in. */
type Known = RollShift & { others?: { account: string; name: string }[] }

/** `said`: marks made here that the server's answer may not hold yet, by person, with the version they were made on. */
export type SaidMarks = { [person: string]: { mark: RollMark; version: number; key: string } }

export function seenRoll(roll: Known, said: SaidMarks, parcels: Waiting[]): SeenRoll {
  const here = parcels.filter(one => (one.input as { shift?: string }).shift === roll.shift)
  const walked = here.filter(one => one.name === 'shifts.walk_in').map(one => walkedIn(roll, one))
  const rows = [...roll.people.map(row => seenRow(roll, row, said[row.person], here)), ...walked]
  const left = Object.fromEntries(roll.roles.map(one => [one.id, Math.max(0, one.left - walked.filter(row => row.role === one.id).length)]))
  const closed = roll.closed !== undefined || here.some(one => one.name === 'shifts.close_roll' && !one.problem)
  return { rows, closed, left, counts: countsOf(rows) }
}

/** came: there, sure or not; open: nobody has said; unsure: to be confirmed. */
export const countsOf = (rows: readonly RollRow[]) => ({
  came: rows.filter(one => one.came && !one.absent).length,
  absent: rows.filter(one => one.absent).length,
  open: rows.filter(isOpen).length,
  unsure: rows.filter(isUnsure).length,
})
export const isOpen = (row: RollRow) => !row.came && !row.absent
/** Something somebody said of themselves that the lead has to confirm; what the clock closed is confirmed by closing. */
export const isUnsure = ({ came, went, absent, settled }: RollRow) =>
  !absent && !settled && (came?.unsure === true || (went?.unsure === true && went.how !== 'clock'))

function seenRow(roll: RollShift, row: RollRow, said: SaidMarks[string] | undefined, parcels: Waiting[]): SeenRow {
  const waiting = parcels.filter(one => one.name === 'shifts.mark' && (one.input as InputOf<'shifts.mark'>).person === row.person)
  const problem = waiting.find(one => one.problem)?.problem?.message
  const [last] = waiting.filter(one => !one.problem).slice(-1)
  const mark = last ? (last.input as InputOf<'shifts.mark'>).mark : said && said.version >= row.version && !problem ? said.mark : undefined
  return { ...(mark ? over(roll, row, mark) : row), ...(last ? { waiting: true } : {}), ...(problem ? { problem } : {}) }
}

function over(roll: RollShift, row: RollRow, mark: RollMark): RollRow {
  const { came, went, absent: _, ...bare } = row
  const words = (a: number, b?: number) => `${sayCame(roll.from, a)}${b === undefined ? '' : `，${sayWent(roll.to, b)}`}`
  if (mark.as === 'nothing') return { ...bare, words: '还没说', look: false }
  if (mark.as === 'absent')
    return {
      ...bare,
      look: false,
      absent: { excused: mark.excused, why: mark.why, by: '' },
      words: [mark.excused ? '请了假' : '没来', mark.why].filter(Boolean).join('，'),
    }
  if (mark.as === 'came') {
    const how = mark.paper ? 'paper' : 'lead'
    const ended = mark.went === undefined ? {} : { went: { at: mark.went, how } as const }
    return { ...bare, look: false, came: { at: mark.came, how }, ...ended, words: words(mark.came, mark.went) }
  }
  if (!came) return row
  if (mark.as === 'went') return { ...bare, look: false, came, went: { at: mark.went, how: 'lead' }, words: words(came.at, mark.went) }
  const sure = <T extends { unsure?: boolean }>({ unsure: __, ...one }: T) => one
  return { ...row, look: false, came: sure(came), ...(went ? { went: sure(went) } : {}) }
}

function walkedIn(roll: Known, { id, input, problem }: Waiting): SeenRow {
  const { role, who, came } = input as InputOf<'shifts.walk_in'>
  const roleName = roll.roles.find(one => one.id === role)?.name ?? ''
  return {
    ...{
      person: `=${id}`,
      name: who.as === 'guest' ? who.name : (roll.others?.find(one => one.account === who.account)?.name ?? ''),
      guest: who.as === 'guest',
      walkIn: true,
      role,
      roleName,
    },
    ...{ came: { at: came, how: 'lead' as const }, words: sayCame(roll.from, came), look: false, version: 0, waiting: true },
    ...(problem ? { problem: problem.message } : {}),
  }
}
