/** The second person's answer, and what it writes into the ledger. */
import { lengthOf } from '@domain/shifts/counted'
import { MOST_A_DAY, split } from '@domain/shifts/open'
import { sayMinutes } from '@domain/shifts/words'
import type { Context, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { ShiftDoc } from '../docs'
import { mayLead } from '../reach'
import { tell } from '../tell'
import { notFor, overDay, overShift } from './asks'
import { book } from './book'
import { tallyOf } from './count'
import { type AskDoc, type HourDoc, type TallyDoc, tallyId } from './docs'

const HOURS = '/shifts/pages/hours/index'
const LEDGER = '/shifts/pages/ledger/index'

export const answer: Pick<Operations<'shifts'>, 'answer_hours'> = {
  async answer_hours(context, { ask: id, yes, why = '' }) {
    const asked = await context.store.get<AskDoc>('hours_asks', id)
    if (!asked) throw notThere('shifts', '这一条')
    const about = { target: asked.account, division: asked.community, note: yes ? '同意' : why }
    return context.write(about, async (tx, whole) => {
      const ask = await tx.get<AskDoc>('hours_asks', id)
      if (!ask || !(await mayAnswer(context, whole, ask))) throw notThere('shifts', '这一条')
      mustBeSecond(context, ask, { yes, why })
      const after = answered(context, ask, { yes, why })
      await tx.put('hours_asks', after)
      if (yes) await bookAsked(whole, after)
      await tellAnswer(tx, after)
      return { id }
    })
  },
}

/** A certificate is the office's; hours are whoever leads such shifts. */
async function mayAnswer(context: Context, tx: WriteTx, ask: AskDoc): Promise<boolean> {
  if (ask.what === 'certificate') return mayLead({ person: officeOnly(context) }, tx, ask)
  return mayLead(context, tx, ask)
}
const officeOnly = ({ person }: Context) => person && { ...person, memberships: person.memberships.filter(one => one.role === 'community') }

function mustBeSecond({ person }: Context, ask: AskDoc, { yes, why }: { yes: boolean; why: string }) {
  if (ask.state !== 'waiting') throw refuse('shifts.already_answered', '这一条已经有人答过了')
  const notMe = notFor(ask, person?.id ?? '')
  if (notMe) throw refuse('shifts.second_person', notMe)
  if (!yes && why.trim() === '') throw refuse('shifts.why_wrong', '不同意要说一句为什么', 'why')
  if (yes && ask.what === 'certificate') throw refuse('shifts.issue_first', '同意就直接点“开证明”')
}

/** Somebody's ask with the answer on it. */
export const answered = ({ person, now }: Context, ask: AskDoc, { yes, why }: { yes: boolean; why: string }): AskDoc => ({
  ...ask,
  state: yes ? 'yes' : 'no',
  answer: { by: person?.id ?? '', byName: person?.name ?? '', at: now, why },
})

/** Decided again here, by what stands in the ledger now. Refuses shifts.changed_meanwhile, shifts.over_shift, shifts.over_day. */
async function bookAsked(whole: WriteTx, ask: AskDoc) {
  const root = ask.root ?? (ask.shift ? tallyId(ask.shift, ask.account) : ask._id)
  const tally = await tallyOf(whole, { _id: root, community: ask.community })
  const now = tally.auto + tally.added
  if (ask.was !== undefined && ask.was !== now) throw refuse('shifts.changed_meanwhile', '这条时长刚刚变了，请退回去重新提')
  const shift = ask.shift ? await whole.get<ShiftDoc>('shifts', ask.shift) : null
  const target = ask.what === 'add' ? now + ask.minutes : ask.minutes
  if (shift && target > lengthOf(shift)) throw overShift(lengthOf(shift))
  const after = { ...tally, fixed: tally.fixed || ask.what !== 'add' }
  for (const { source, minutes } of split(target - now, tally)) {
    after.seq += 1
    after[source] += minutes
    const entry = entryOf(ask, { _id: `${root}|${after.seq}`, root, source, minutes })
    if (!(await book(whole, entry, { most: MOST_A_DAY }))) throw overDay()
  }
  await whole.put<TallyDoc>('hours_tallies', after)
}

function entryOf(ask: AskDoc, of: Pick<HourDoc, '_id' | 'root' | 'source' | 'minutes'>): HourDoc {
  const { account, name, community, day, title, kind, why, by, byName, answer: second, shift, team } = ask
  return {
    ...{ ...of, account, name, community, day, title, kind, why, by, byName, at: second?.at ?? ask.at },
    what: ask.what === 'add' ? 'added' : ask.minutes === 0 ? 'voided' : 'corrected',
    ...(second ? { second: second.by, secondName: second.byName } : {}),
    ...(shift ? { shift } : {}),
    ...(team ? { team } : {}),
  }
}

/** Whose hours they are learns what became of them, who asked learns the answer. */
async function tellAnswer(tx: WriteTx, ask: AskDoc) {
  const { what, title, minutes, state, by, account, answer: given } = ask
  const at = given?.at ?? ask.at
  const no = state === 'no' ? `没有同意：${given?.why}` : ''
  if (what === 'certificate') {
    return tell(tx, { topic: 'hours', accounts: [account], title: '证明这次没有开', body: given?.why ?? '', to: HOURS, at })
  }
  const done = what === 'add' ? `给您补记了 ${sayMinutes(minutes)}` : minutes === 0 ? '这条时长作废了' : `更正成 ${sayMinutes(minutes)}`
  if (state === 'yes')
    await tell(tx, {
      topic: 'hours',
      accounts: [account],
      title: '您的服务时长有变化',
      body: `${title}：${done}。${ask.why}`,
      to: HOURS,
      at,
    })
  const heard = state === 'yes' ? '已经同意' : no
  await tell(tx, {
    topic: 'hours',
    accounts: [by],
    title: '您提的时长有回音了',
    body: `${ask.name}，${title}：${heard}`,
    to: what === 'object' ? HOURS : LEDGER,
    at,
  })
}
