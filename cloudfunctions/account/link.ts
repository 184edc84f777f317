/** Tying an account to its resident record. Staff say so here; a matching phone does it by itself on entering. Never by the person's own claim. */
import type { Account, MembershipDoc } from '../_kit/identity'
import { notThere, refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'

export const linking: Pick<Operations<'account'>, 'link'> = {
  async link(context, { account, resident }) {
    const theirs = await context.system.find<MembershipDoc>('memberships', { where: { account }, limit: 200 })
    const reached = theirs.items.find(one => context.divisions.some(division => one.scope.startsWith(division)))
    if (!reached) throw notThere('account', '这个账号')
    const record = resident === null ? null : await context.store.get('residents', resident)
    if (resident !== null && !record) throw notThere('people', '这位居民')
    const tied = resident === null ? [] : (await context.system.find('accounts', { where: { resident }, limit: 2 })).items
    if (tied.some(one => one._id !== account))
      throw refuse('account.already_linked', '这位居民已经对应了另一个账号，请先解开那一个', 'resident')
    return context.write({ target: account, division: reached.scope }, async (_, whole) => {
      const change = resident === null ? { unset: ['resident'] } : { set: { resident } }
      if (!(await whole.update<Account>('accounts', account, change))) throw notThere('account', '这个账号')
      return { id: account }
    })
  },
}
