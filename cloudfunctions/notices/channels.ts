/** By which ways somebody can be told, and what they want to hear. */
import type { Channels } from '@domain/notices/contract'
import { isTopic, type Topic } from '@domain/notices/topics'
import type { Context } from '../_kit/context'
import type { Account } from '../_kit/identity'
import type { Wechat } from '../_kit/push'
import type { Operations } from '../_kit/serve'
import { grant, type QuotaDoc } from './quota'
import { type WantsDoc, wantsOf } from './wants'

const me = (context: Context) => context.person?.id ?? ''

/** The templates that are set up, each with what it is for. */
function templatesOf({ templates }: Wechat): Map<string, Topic[]> {
  const all = new Map<string, Topic[]>()
  for (const [topic, { id }] of Object.entries(templates)) if (isTopic(topic)) all.set(id, [...(all.get(id) ?? []), topic])
  return all
}

export const channels: Pick<Operations<'notices'>, 'channels' | 'granted' | 'want'> = {
  async channels(context): Promise<Channels> {
    const [account, wants, quotas] = await Promise.all([
      context.system.get<Account>('accounts', me(context)),
      wantsOf(context.system, me(context)),
      context.store.find<QuotaDoc>('quotas', { where: { account: me(context) }, limit: 100 }),
    ])
    const left = (template: string) => quotas.items.find(one => one.template === template)?.left ?? 0
    const { wechat, sms } = context.push ?? {}
    const templates = wechat ? [...templatesOf(wechat)].map(([template, topics]) => ({ template, topics, left: left(template) })) : []
    return {
      ...(wechat && templates.length > 0 ? { wechat: { bound: account?.openid !== undefined, templates } } : {}),
      ...(sms ? { sms: { on: wants.sms, phone: account?.phoneMask ?? '' } } : {}),
      mute: wants.mute,
    }
  },

  async granted(context, { answers, login }) {
    const known = context.push?.wechat ? templatesOf(context.push.wechat) : new Map<string, Topic[]>()
    const asked = [...new Set(answers.map(one => one.template))].filter(template => known.has(template))
    const openid = login ? await context.push?.wechat?.openidOf?.(login) : null
    const former = openid ? await context.system.find<Account>('accounts', { where: { openid }, limit: 3 }) : { items: [] }
    return context.write({ target: me(context) }, async tx => {
      if (openid) await tx.happened('notices.phone_known', { account: me(context), openid, former: former.items.map(one => one._id) })
      const left = []
      for (const template of asked) {
        const yes = answers.some(one => one.template === template && one.answer === 'accept')
        left.push({ template, left: await grant(tx, me(context), template, yes ? 1 : 0) })
      }
      return { left }
    })
  },

  want(context, { mute, sms }) {
    const wants: WantsDoc = { _id: me(context), account: me(context), mute: [...new Set(mute)], sms }
    return context.write({ target: me(context) }, async tx => {
      await tx.put('wants', wants)
      await tx.happened('notices.wanted', { account: wants.account, mute: wants.mute })
      return { mute: wants.mute, sms }
    })
  },
}
