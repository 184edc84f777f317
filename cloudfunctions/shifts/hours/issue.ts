/** Issuing a certificate: asked for, given the next number, frozen; one in the place of another. */
import { certId, linesOf, numberKey, numberOf } from '@domain/shifts/certificate'
import type { CertContent } from '@domain/shifts/contract'
import { ready } from '@domain/shifts/open'
import type { Context, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Tx } from '../../_kit/store/port'
import type { VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { answered } from './answer'
import { asking } from './asks'
import { CERTIFICATE, hashOf, revoke } from './certificates'
import type { AskDoc, CertDoc, CounterDoc, HourDoc } from './docs'
import { claimed, issuerOf } from './issuer'
import { askedAbout, entriesOf, whole as wholeOf } from './read'

const nothingReady = () => refuse('shifts.nothing_ready', '这段日子里还没有公示满 7 天的时长，过几天再开')

/** What may stand on a certificate: minutes by root, with what each was. */
async function served({ system, today }: Context, asked: { account: string; community: string; from: string; until: string }) {
  const { account, community, from, until } = asked
  const [entries, about] = await Promise.all([
    entriesOf(system, account, { community, days: { gte: from, lte: until } }),
    askedAbout(system, account),
  ])
  const minutes = ready(entries, today, about)
  const first = new Map<string, HourDoc>()
  for (const entry of entries) if (minutes.has(entry.root) && !first.has(entry.root)) first.set(entry.root, entry)
  const rows = [...first].map(([root, { title, day }]) => ({ title, day, minutes: minutes.get(root) ?? 0 }))
  return { rows, auto: autoOf(entries, minutes), entries }
}

/** How much of what counts came from check-in and check-out: never more than what counts of a root. */
function autoOf(entries: readonly HourDoc[], minutes: ReadonlyMap<string, number>): number {
  const sums = new Map<string, number>()
  for (const { root, source, minutes: by } of entries) if (source === 'auto') sums.set(root, (sums.get(root) ?? 0) + by)
  let all = 0
  for (const [root, most] of minutes) all += Math.min(most, Math.max(0, sums.get(root) ?? 0))
  return all
}

/** The next number of a community's year: in the certificate's own transaction, so that none is skipped and none given twice. */
async function nextNumber(whole: Tx, community: string, year: string): Promise<number> {
  const _id = `${community}|${year}`
  const after = await whole.update<CounterDoc>('hours_numbers', _id, { inc: { n: 1 } })
  if (after) return after.n
  await whole.insert<CounterDoc>('hours_numbers', { _id, n: 1 })
  return 1
}

export const issue: Pick<Operations<'shifts'>, 'ask_certificate' | 'issue_certificate'> = {
  async ask_certificate(context, { community, from, until }) {
    const account = context.person?.id ?? ''
    const { rows, entries } = await served(context, { account, community, from, until })
    if (rows.length === 0) throw nothingReady()
    const waiting = await wholeOf<AskDoc>(context.system, 'hours_asks', { account, state: 'waiting' }, ['account', 'state'])
    if (waiting.some(one => one.what === 'certificate' && one.community === community))
      throw refuse('shifts.already_asked', '已经跟社区说过了，开好了会告诉您')
    const minutes = rows.reduce((all, one) => all + one.minutes, 0)
    const about = {
      community,
      what: 'certificate' as const,
      account,
      name: entries[0].name,
      day: context.today,
      minutes,
      range: { from, until },
    }
    const ask = asking(context, { ...about, title: '志愿服务记录证明', kind: 'other', why: '' })
    return context.write({ target: account, division: community }, async (_, whole) => {
      await whole.insert('hours_asks', ask)
      return { id: ask._id }
    })
  },

  async issue_certificate(context, { community, account, from, until, manager, ask, replaces, why = '' }) {
    const { rows, auto, entries } = await served(context, { account, community, from, until })
    const helper = await context.system.get<VolunteerDoc>('volunteers', account)
    if (entries.length === 0 && helper?.community !== community) throw notThere('shifts', '这位志愿者')
    if (account === context.person?.id) throw refuse('shifts.second_person', '自己的证明要别人来开')
    if (rows.length === 0) throw nothingReady()
    if (replaces && why.trim() === '') throw refuse('shifts.why_wrong', '换一张要说一句为什么', 'why')
    const issuer = await issuerOf(context.system, community)
    const [year, salt] = [context.today.slice(0, 4), context.id()]
    return context.write({ target: account, division: community, note: why }, async (tx, whole) => {
      if (ask) await answerAsk(context, tx, ask, { account, community })
      const prefix = await claimed(whole, issuer)
      const n = await nextNumber(whole, community, year)
      const [number, id] = [numberOf(prefix, year, n), certId(community, year, n)]
      const total = rows.reduce((all, one) => all + one.minutes, 0)
      const content: CertContent = {
        ...{ id, number, issuer: issuer.name, manager, name: helper?.name ?? entries[0].name, from, until },
        ...{ total, auto, added: total - auto, times: rows.length, lines: linesOf(rows), issued: context.today, salt },
        ...(helper?.cityId ? { cityId: helper.cityId } : {}),
      }
      const by = context.person?.id ?? ''
      const doc = { _id: id, community, account, key: numberKey(number), content, hash: hashOf(content), at: context.now, by }
      if (replaces) await replaced(context, tx, { community, account, old: replaces, by: id, why })
      await tx.insert<CertDoc>('hours_certificates', { ...doc, ...(replaces ? { replaces } : {}) })
      await tell(tx, {
        topic: 'hours',
        accounts: [account],
        title: '您的志愿服务证明开好了',
        body: `${number}，到“我的时长”里看和打印。`,
        to: `${CERTIFICATE}?number=${id}`,
        at: context.now,
      })
      return { id, number }
    })
  },
}

/** The one that was asked for is answered with this one. */
async function answerAsk(context: Context, tx: WriteTx, id: string, of: { account: string; community: string }) {
  const ask = await tx.get<AskDoc>('hours_asks', id)
  if (ask?.what !== 'certificate' || ask.account !== of.account || ask.community !== of.community) throw notThere('shifts', '这一条')
  if (ask.state !== 'waiting') throw refuse('shifts.already_answered', '这一条已经有人答过了')
  await tx.put('hours_asks', answered(context, ask, { yes: true, why: '' }))
}

async function replaced(context: Context, tx: WriteTx, it: { community: string; account: string; old: string; by: string; why: string }) {
  const old = await tx.get<CertDoc>('hours_certificates', it.old)
  if (old?.community !== it.community || old.account !== it.account) throw notThere('shifts', '这张证明')
  await revoke(context, tx, it.old, { why: it.why, replacedBy: it.by })
}
