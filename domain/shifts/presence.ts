/** How somebody stands in a shift of theirs, and what they can do now. Asked by the server and, without signal, by the phone. Pure. */
import { GRACE, OPENS, sayCame, sayWent, type Times, windowOf } from './attend'
import { clockOf } from './clash'
import { countedMinutes } from './counted'
import { sayMinutes } from './words'

/** What is known of somebody's coming and going; `unsure`: somebody has to confirm it. */
export interface Said {
  at: number
  how: 'code' | 'tap' | 'lead' | 'clock' | 'paper'
  unsure?: boolean
}
export interface Facts extends Times {
  came?: Said
  went?: Said
  absent?: { excused: boolean; why: string; said?: string }
  settled?: boolean
}
/**
 * early: check-in is not open yet, open: check in, in: there, ask: the clock closed it, when did they leave, out: gone, done: counted,
 * missed: nobody said they were there, absent: they were not.
 */
export type PresenceState = 'early' | 'open' | 'in' | 'ask' | 'out' | 'done' | 'missed' | 'absent'
export interface Standing {
  state: PresenceState
  can?: 'check_in' | 'check_out' | 'say_left' | 'explain'
  /** One sentence for the person. */
  words: string
}

/** How it stands at a moment. */
export function standing(facts: Facts, now: number): Standing {
  if (facts.absent) return missing(facts.absent)
  if (!facts.came) return before(facts, now)
  return facts.went ? after(facts, facts.came, facts.went) : there(facts, facts.came, now)
}

function before({ from, to }: Facts, now: number): Standing {
  const open = windowOf({ from, to }, now)
  if (open === 'early') return { state: 'early', words: `${clockOf(from - OPENS)} 起可以签到` }
  if (open === 'over') return { state: 'missed', words: '这一班没有签到。去过的话，请队长给您补上' }
  return { state: 'open', can: 'check_in', words: now > from ? '已经开始了，到了就点一下' : '到了就点一下' }
}

function there({ from, to }: Facts, came: Said, now: number): Standing {
  const words = `${sayCame(from, came.at)}${came.unsure ? '，等队长确认' : ''}`
  if (now > to + GRACE) return { state: 'ask', can: 'say_left', words: `${words}。您是几点走的？` }
  return { state: 'in', can: 'check_out', words: `${words}。走的时候点一下` }
}

function after({ from, to, settled }: Facts, came: Said, went: Said): Standing {
  const said = `${sayCame(from, came.at)}，${sayWent(to, went.at)}`
  if (settled && !came.unsure && !went.unsure)
    return { state: 'done', words: `${said}，一共 ${sayMinutes(countedMinutes({ came: came.at, went: went.at }, { from, to }))}` }
  if (settled) return { state: 'done', words: '没有人确认这一班的时间，时长没有记。有出入请找队长' }
  if (went.how === 'clock' && went.unsure)
    return { state: 'ask', can: 'say_left', words: `没有签退，先按 ${clockOf(went.at)} 记着。您是几点走的？` }
  return { state: 'out', words: `${said}，${came.unsure || went.unsure ? '等队长确认' : '队长点完名就记上'}` }
}

function missing({ excused, why, said }: NonNullable<Facts['absent']>): Standing {
  if (excused) return { state: 'absent', words: `这一班没来${why ? `（${why}）` : ''}，不要紧，下次再来` }
  if (said) return { state: 'absent', words: `这一班没来。您说：${said}，队长会看` }
  return { state: 'absent', can: 'explain', words: '这一班记成了没来。有原因就说一声，队长会看' }
}
