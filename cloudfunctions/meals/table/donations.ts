/** What people give to the kitchen: money into its books, goods into its stock, and both on the month's public list. */
import type { InputOf, OutputOf } from '@domain'
import type { Donation } from '@domain/meals/contract/table'
import { givenSaid, thanksFor } from '@domain/meals/gifts'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import type { KitchenDoc } from '../docs'
import { book } from '../money/book'
import { giftAccount } from '../money/docs'
import type { DonationDoc } from './docs'
import { stocked } from './goods'

const monthOf = (community: string, month: string) => ({
  where: { community, day: { gte: `${month}-01`, lte: `${month}-31` } },
  order: ['-day'],
})

export const donations: Work<InputOf<'meals.donations'>, OutputOf<'meals.donations'>> = async (context, { community, month }) => {
  const items = await all<DonationDoc>(context.store, 'donations', monthOf(community, month))
  const standing = items.filter(one => !one.takenBack)
  return { money: standing.reduce((sum, one) => sum + (one.money ?? 0), 0), items: items.map(shown) }
}

const shown = ({ _id, community: _, account: _a, ...one }: DonationDoc): Donation => ({ id: _id, ...one })

/** Refuses: meals.not_there, meals.donation_empty, meals.dates_wrong. */
export const donate: Work<InputOf<'meals.donate'>, OutputOf<'meals.donate'>> = async (context, { form }) => {
  const kitchen = await context.store.get<KitchenDoc>('kitchens', form.kitchen)
  if (!kitchen) throw notThere('meals', '这个厨房')
  if ((form.money === undefined) === (form.goods === undefined))
    throw refuse('meals.donation_empty', '钱和东西请分开记，一次记一样', form.money === undefined ? 'form.money' : 'form.goods')
  if (form.day > context.today) throw refuse('meals.dates_wrong', '这一天还没到，请写收到的那一天', 'form.day')
  const doc: DonationDoc = {
    ...{ _id: context.id(), ...form, community: kitchen.community, at: context.now },
    ...{ by: context.person?.name ?? '', account: context.person?.id ?? '' },
  }
  return context.write({ target: doc._id, division: kitchen.community }, async (tx, whole) => {
    await tx.insert('donations', doc)
    await moved(whole, context, doc, 1)
    return { id: doc._id }
  })
}

/** Refuses: meals.not_there, meals.already_settled. */
export const take_back_donation: Work<InputOf<'meals.take_back_donation'>, OutputOf<'meals.take_back_donation'>> = async (
  context,
  { donation, why },
) => {
  const about = { target: donation, division: context.divisions[0] }
  return context.write(about, async (tx, whole) => {
    const doc = await tx.get<DonationDoc>('donations', donation)
    if (!doc) throw notThere('meals', '这笔捐赠')
    if (doc.takenBack) throw refuse('meals.already_settled', '这一笔已经更正过了')
    about.division = doc.community
    await tx.update('donations', donation, { set: { takenBack: { by: context.person?.name ?? '', at: context.now, why } } })
    await moved(whole, context, doc, -1)
    return { id: donation }
  })
}

/** Into the books or the stock (1), or out of them again (-1). */
async function moved(tx: Tx, context: Context, doc: DonationDoc, way: 1 | -1) {
  const { kitchen, community, day, money, goods } = doc
  const by = context.person?.name ?? ''
  if (goods)
    await stocked(tx, {
      donation: doc._id,
      ...(doc.who ? { who: doc.who } : {}),
      kitchen,
      community,
      goods,
      way,
      by,
      at: context.now,
      day: context.today,
    })
  if (money === undefined) return
  const entry = { account: giftAccount(kitchen), fen: way * money, what: 'gift' as const, day: way > 0 ? day : context.today }
  const corrects = way > 0 ? {} : { corrects: `gift.${doc._id}` }
  await book(tx, { _id: `gift.${doc._id}${way > 0 ? '' : '.back'}`, ...entry, at: context.now, by, community, kitchen, ...corrects })
}

export const thanks: Work<InputOf<'meals.thanks'>, OutputOf<'meals.thanks'>> = async (context, { community, month }) => {
  const items = await all<DonationDoc>(context.system, 'donations', monthOf(community, month))
  return items
    .filter(one => !one.takenBack)
    .map(({ _id: id, day, who, thanks: said, ...given }) => ({
      ...{ id, day, who: who?.trim() || '一位好心人', what: givenSaid(given), thanks: said?.trim() || thanksFor(given) },
    }))
}
