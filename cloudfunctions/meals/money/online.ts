/** Topping up a meal account on the phone. Money is on the account when the provider says so, never before. */
import { yuan } from '@domain/meals/money'
import type { Job } from '../../_kit/clock'
import type { Context } from '../../_kit/context'
import type { Notified, Paying } from '../../_kit/paying'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Store } from '../../_kit/store/port'
import { dayOf } from '../../_kit/time'
import type { KitchenDoc } from '../docs'
import { eaterOn } from '../eaters'
import { book } from './book'
import { deskOf } from './desk'
import { eaterAccount, type PaymentDoc, REFUND, type RefundDoc } from './docs'

function paying({ pay }: Context): Paying {
  if (!pay) throw refuse('meals.no_online', '这里还不能在手机上充值，请到厨房或社区充值')
  return pay
}

export const online: Pick<Operations<'meals'>, 'pay_online' | 'pay_ready' | 'refund_online'> = {
  async pay_online(context, { eater: id, kitchen: at, fen }) {
    paying(context)
    const eater = await eaterOn(context.system, id, context.today)
    const kitchen = await context.system.get<KitchenDoc>('kitchens', at)
    if (!eater || !kitchen || ![kitchen.community, ...kitchen.serves].includes(eater.home.slice(0, 12))) throw notThere('meals', '这个厨房')
    if (!eater.here) throw refuse('meals.gone', `${eater.call}已经不在册，不能充值`)
    const trade = context.id()
    return context.write({ target: id, division: kitchen.community, note: yuan(fen) }, async (_, whole) => {
      await whole.insert<PaymentDoc>('payments', {
        ...{ _id: trade, eater: id, kitchen: at, community: kitchen.community, fen, at: context.now },
        ...{ by: context.person?.name ?? '', state: 'asked', refunded: 0 },
      })
      return { id: trade }
    })
  },

  async pay_ready(context, { eater, payment: id }) {
    const pay = paying(context)
    const payment = await context.system.get<PaymentDoc>('payments', id)
    if (!payment || payment.eater !== eater) throw notThere('meals', '这次充值')
    if (payment.state === 'paid') return { paid: true }
    const openid = context.platform?.openid
    const ready = await pay.prepare({ trade: id, fen: payment.fen, words: '妈妈厨房饭卡充值', ...(openid ? { openid } : {}) })
    return { paid: false, ready }
  },

  async refund_online(context, { kitchen: at, payment: id, fen, why }) {
    const kitchen = await deskOf(context, at)
    paying(context)
    const refund = context.id()
    return context.write({ target: id, division: kitchen.community, note: why }, async (_, whole) => {
      const payment = await whole.get<PaymentDoc>('payments', id)
      if (!payment || payment.kitchen !== at || payment.state !== 'paid') throw notThere('meals', '这次充值')
      if (payment.refunded + fen > payment.fen)
        throw refuse('meals.more_than_paid', `这次充值最多还能退 ${yuan(payment.fen - payment.refunded)}`, 'fen')
      await whole.put<PaymentDoc>('payments', { ...payment, refunded: payment.refunded + fen })
      const about = { trade: id, total: payment.fen, fen, why, at: context.now, state: 'asked' as const }
      await whole.insert<RefundDoc>('refunds', { _id: refund, ...about })
      const entry = {
        ...{ _id: REFUND + refund, account: eaterAccount(payment.eater), fen: -fen, what: 'pay_out' as const, day: context.today },
        ...{ at: context.now, by: context.person?.name ?? '', community: payment.community, kitchen: at, eater: payment.eater, words: why },
      }
      await book(whole, entry, async () => refuse('meals.not_enough', '饭卡里没有这么多钱了', 'fen'))
      return { id: refund }
    })
  },
}

/** Books a payment the provider told of. Told twice is booked once. Throws when it is for no trade of ours, or for another amount. */
export async function paid(store: Pick<Store, 'transaction'>, { trade, transaction, fen }: Notified, now: number): Promise<void> {
  await store.transaction(async tx => {
    const payment = await tx.get<PaymentDoc>('payments', trade)
    if (!payment) throw new Error('a payment for no trade of ours')
    if (payment.fen !== fen) throw new Error('a payment of another amount')
    if (payment.state === 'paid') return
    await tx.put<PaymentDoc>('payments', { ...payment, state: 'paid', transaction, paidAt: now })
    const { eater, kitchen, community, by } = payment
    const entry = { _id: `online|${trade}`, account: eaterAccount(eater), fen, what: 'online' as const, day: dayOf(now), at: now, by }
    await book(tx, { ...entry, community, kitchen, eater })
  })
}

/** Sends refunds to the provider; what fails is sent again the next minute under the same number. */
export const refunds: Job = {
  name: 'meals.refunds',
  every: 60_000,
  async run({ store, pay, log }) {
    if (!pay) return 0
    const asked = await store.find<RefundDoc>('refunds', { where: { state: 'asked' }, order: ['at'], limit: 200 })
    let sent = 0
    for (const { _id, trade, total, fen, why } of asked.items)
      try {
        await pay.refund({ trade, refund: _id, total, fen, why })
        await store.transaction(tx => tx.update('refunds', _id, { set: { state: 'sent' } }))
        sent++
      } catch (error) {
        // one that the provider refuses does not keep the others from their money
        log.error({ refund: _id, error: String(error) }, 'a refund was not sent')
      }
    return sent
  },
}
