/** The ledger as leads and the office see it, and what everybody who helps may see of it for seven days. */

import { addDays } from '@domain/days'
import { maskName } from '@domain/people/mask'
import { OPEN_DAYS, openUntil } from '@domain/shifts/open'
import { notThere } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import { momentOf } from '../../_kit/time'
import type { VolunteerDoc } from '../docs'
import { askOf } from './asks'
import type { AskDoc, HourDoc } from './docs'
import { askedAbout, rowOf, statementOf } from './read'

const PAGE = 50

export const desk: Pick<Operations<'shifts'>, 'hours' | 'statement' | 'open_hours' | 'hour_asks'> = {
  async hours({ store, today }, { community, account, team, after }) {
    const where = { community, ...(account ? { account } : team ? { team } : {}) }
    const page = await store.find<HourDoc>('hours', { where, order: ['-day'], limit: PAGE, after })
    const asked = await allAsked(store, page.items)
    const items = page.items.map(one => ({ ...rowOf(one, today, asked), account: one.account, name: one.name }))
    return { items, ...(page.after ? { after: page.after } : {}) }
  },

  async statement({ store, system, today }, { community, account, from, until }) {
    const known = await store.find<HourDoc>('hours', { where: { account, community }, order: ['day'], limit: 1 })
    const helper = (await store.get<VolunteerDoc>('volunteers', account)) ?? null
    if (!helper && !known.items[0]) throw notThere('shifts', '这位志愿者')
    const about = { account, name: known.items[0]?.name ?? '', helper, community, range: { from, until } }
    return statementOf(system, about, today)
  },

  async open_hours({ store, today, person }, { community, after }) {
    const since = momentOf(`${addDays(today, -OPEN_DAYS)}T00:00`)
    const where = { community, at: { gte: since } }
    const page = await store.find<HourDoc>('hours', { where, order: ['-at'], limit: PAGE, after })
    const asked = await allAsked(store, page.items)
    const items = page.items.map(({ _id, account, name, day, title, minutes, source, what, at, root }) => ({
      ...{ entry: _id, who: maskName(name), mine: account === person?.id, day, title, minutes, source, what },
      ...{ until: openUntil(at), asked: asked.has(root) },
    }))
    return { items, ...(page.after ? { after: page.after } : {}) }
  },

  async hour_asks({ store, person }, { community, state, after }) {
    const where = { community, state: state === 'waiting' ? 'waiting' : { in: ['yes', 'no'] } }
    const page = await store.find<AskDoc>('hours_asks', { where, order: ['-at'], limit: PAGE, after })
    return { items: page.items.map(one => askOf(one, person?.id ?? '')), ...(page.after ? { after: page.after } : {}) }
  },
}

async function allAsked(store: Parameters<typeof askedAbout>[0], entries: readonly HourDoc[]): Promise<Set<string>> {
  const accounts = [...new Set(entries.map(one => one.account))]
  const sets = await Promise.all(accounts.map(account => askedAbout(store, account)))
  return new Set(sets.flatMap(set => [...set]))
}
