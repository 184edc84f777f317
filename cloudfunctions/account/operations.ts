/** Identity: who somebody is, how they sign in, and which memberships say what they may do. */
import type { Account } from '../_kit/identity'
import { refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { entering } from './enter'
import { helping } from './helpers'
import { linking } from './link'
import { meOf } from './me'
import { membering } from './members'
import { tracing } from './trace'

export const operations: Operations<'account'> = {
  ...entering,
  ...helping,
  ...membering,
  ...linking,
  ...tracing,

  async me(context) {
    const account = await context.system.get<Account>('accounts', context.person?.id ?? '')
    if (!account) throw refuse('call.nobody', '请先登录')
    return meOf(context, account)
  },
}
