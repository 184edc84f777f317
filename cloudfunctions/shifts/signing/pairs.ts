/** Going together: asked by phone, said yes to once, ended by either. What is answered never tells whether a number is known. */
import type { InputOf, OutputOf } from '@domain'
import type { Context, Work, WriteTx } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import { refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import type { VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { type PairDoc, pairId } from './docs'

type Tries = Doc & { at: number[] }
const A_DAY = 10
const MINE = '/shifts/pages/mine/index'

export const companions: Work<InputOf<'shifts.companions'>, OutputOf<'shifts.companions'>> = async ({ system, person }) => {
  const me = person?.id ?? ''
  const found = await system.find<PairDoc>('pairs', { where: { state: { in: ['together', 'asked'] }, accounts: { has: me } }, limit: 40 })
  const items = found.items.flatMap(({ accounts, names, by, state }) =>
    accounts
      .filter(one => one !== me)
      .map(account => ({
        ...{ account, name: names[account] },
        state: state === 'together' ? ('together' as const) : by === me ? ('asked' as const) : ('asks_me' as const),
      })),
  )
  // whose number was typed is not told before they say yes
  return { items: items.filter(one => one.state !== 'asked') }
}

/** Refuses: see shifts.ask_companion. */
export const askCompanion: Work<InputOf<'shifts.ask_companion'>, OutputOf<'shifts.ask_companion'>> = async (context, { phone }) => {
  const { system, secrets, person, now } = context
  const me = person?.id ?? ''
  const found = await system.find<Account>('accounts', { where: { phoneBlind: secrets.blind('phone', phone) }, limit: 1 })
  return context.write({ target: me, note: '约同伴' }, async (_, whole) => {
    await countTry(context, whole)
    const other = found.items[0] && !found.items[0].disabled ? await whole.get<VolunteerDoc>('volunteers', found.items[0]._id) : null
    const mine = await whole.get<VolunteerDoc>('volunteers', me)
    if (mine && other && other._id !== me) await askThem(whole, mine, other, now)
    return { id: me }
  })
}

async function askThem(tx: WriteTx, mine: VolunteerDoc, other: VolunteerDoc, now: number) {
  const _id = pairId(mine._id, other._id)
  const before = await tx.get<PairDoc>('pairs', _id)
  if (before && before.state !== 'ended') return
  await tx.put<PairDoc>('pairs', {
    ...{
      _id,
      accounts: [mine._id, other._id].sort(),
      names: { [mine._id]: mine.name, [other._id]: other.name },
      by: mine._id,
      state: 'asked',
    },
    history: [...(before?.history ?? []), { at: now, by: mine.name, what: 'asked' }],
  })
  const told = { title: `${mine.name}想和您一起报名`, body: '答应了以后，两个人可以一次报上。到“我的班”里答一下。', to: MINE }
  await tell(tx, { topic: 'answer', accounts: [other._id], ...told, at: now })
}

async function countTry({ person, now }: Context, tx: WriteTx) {
  const id = `pairs|${person?.id ?? ''}|${dayOf(now)}`
  const tries = (await tx.get<Tries>('reveals', id))?.at ?? []
  if (tries.length >= A_DAY) throw refuse('shifts.too_many', '今天约得太多了，明天再约', 'phone')
  await tx.put<Tries>('reveals', { _id: id, at: [...tries, now] })
}

export const answerCompanion: Work<InputOf<'shifts.answer_companion'>, OutputOf<'shifts.answer_companion'>> = (
  context,
  { account, yes },
) => {
  const { person, now } = context
  const me = person?.id ?? ''
  return context.write({ target: me, note: yes ? '答应同伴' : '不一起了' }, async (_, whole) => {
    const pair = await whole.get<PairDoc>('pairs', pairId(me, account))
    const asksMe = pair?.state === 'asked' && pair.by !== me
    const changes = pair && (yes ? asksMe : pair.state !== 'ended')
    if (!pair || !changes) return { id: me }
    const state = yes ? 'together' : 'ended'
    await whole.put<PairDoc>('pairs', { ...pair, state, history: [...pair.history, { at: now, by: person?.name ?? '', what: state }] })
    const title = `${pair.names[me]}${yes ? '答应和您一起报名' : '先不和您一起报名了'}`
    const other = pair.accounts.find(one => one !== me) ?? ''
    await tell(whole, {
      topic: 'answer',
      accounts: [other],
      title,
      body: yes ? '以后谁报都可以带上对方。' : '各报各的就好。',
      to: MINE,
      at: now,
    })
    return { id: me }
  })
}
