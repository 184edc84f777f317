/** What the clock finds about one volunteer on a day: a pause that begins or ends, papers that end soon, a year without a shift. */
import { addDays } from '@domain/days'
import { counting, paperName, sayPaper, warningDue } from '@domain/shifts/papers'
import { LAPSE_TOLD, lapsing, pausedOn } from '@domain/shifts/standing'
import type { WriteTx } from '../../_kit/context'
import type { PaperItem, VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { changed } from './record'

export interface At {
  now: number
  today: string
}
const ME = '/shifts/pages/me/index'
const told = (tx: WriteTx, { _id }: VolunteerDoc, { now }: At, title: string, body: string) =>
  tell(tx, { topic: 'papers', accounts: [_id], title, body, to: ME, at: now })

/** A pause whose first day has come, or whose last day is over. */
async function rested(tx: WriteTx, volunteer: VolunteerDoc, at: At): Promise<VolunteerDoc> {
  const what = pausedOn(volunteer, at.today)
  if (what === 'begins') return changed(volunteer, { state: 'paused' })
  if (what !== 'ends') return volunteer
  await told(tx, volunteer, at, '歇好了，欢迎回来', '您说的歇到昨天。现在可以报名了，要再歇几天在“我的志愿”里说一声。')
  const back = { at: at.now, by: '', what: 'back', why: '歇到了说好的日子' }
  return changed(volunteer, { state: 'active', pause: undefined, lastOn: at.today }, back)
}

/** Papers that end in 30 days, then in 7: their owner hears of it once each, the community once a day. */
async function warned(tx: WriteTx, volunteer: VolunteerDoc, at: At): Promise<VolunteerDoc> {
  const due = new Map<PaperItem, number>()
  for (const paper of counting(volunteer.papers)) {
    const days = warningDue(paper, at.today)
    if (days !== undefined) due.set(paper, days)
  }
  if (due.size === 0) return volunteer
  for (const paper of due.keys()) await told(tx, volunteer, at, `您的${paperName(paper)}快到期了`, bodyOf(paper, at.today))
  await countedOnce(tx, volunteer.community, at)
  const papers = volunteer.papers.map(one => (due.has(one) ? { ...one, told: due.get(one) } : one))
  return changed(volunteer, { papers })
}
const bodyOf = (paper: PaperItem, today: string) =>
  `${sayPaper('soon', paper, today)}。过了期，要这个证的岗位就不能报了；换了新的，在“我的志愿”里拍给社区。`

/** The community's count goes out once a day, whoever is the first. */
async function countedOnce(tx: WriteTx, community: string, { now, today }: At) {
  const _id = `${community}|${today}`
  if (await tx.get('paper_days', _id)) return
  await tx.insert('paper_days', { _id, at: now })
  await tx.happened('shifts.papers_due', { community, at: now })
}

/** A year without a shift: told 30 days before, then off the list until they say they are back. `busy`: has a shift to come. */
async function lapsed(tx: WriteTx, volunteer: VolunteerDoc, at: At, busy: boolean): Promise<VolunteerDoc> {
  const what = busy ? undefined : lapsing(volunteer, at.today)
  if (!what) return volunteer
  if (what === 'told') {
    const body = `再过 ${LAPSE_TOLD} 天还没来，名册里就先记“好久没来”。报一个班就行，或者点一下“我还在”。`
    await told(tx, volunteer, at, '好久没见您来了', body)
    return changed(volunteer, { warned: volunteer.lastOn })
  }
  await told(tx, volunteer, at, '名册里先记您“好久没来”', '随时可以回来：在“我的志愿”里点一下“我回来了”就行。')
  return changed(volunteer, { state: 'lapsed' }, { at: at.now, by: '', what: 'lapsed' })
}

/** One look at one volunteer. What has been told is marked in the same transaction: a clock that comes twice finds nothing to say. */
export async function tend(tx: WriteTx, volunteer: VolunteerDoc, at: At, busy: boolean): Promise<void> {
  const rest = await rested(tx, volunteer, at)
  const after = await lapsed(tx, await warned(tx, rest, at), at, busy)
  const next = changed(after, {})
  // somebody who would lapse but has a shift to come, or was told today, is looked at again some day soon
  const dueOn = next.dueOn !== undefined && next.dueOn <= at.today ? addDays(at.today, busy ? 30 : 1) : next.dueOn
  await tx.put('volunteers', { ...next, ...(dueOn ? { dueOn } : {}) })
}
