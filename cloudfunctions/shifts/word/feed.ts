/** The calendar somebody's own phone fetches, without a session: a secret address, made by the person, kept as a hash, ended at will. */
import { createHash } from 'node:crypto'
import type { Context } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Operations } from '../../_kit/serve'
import type { Doc, Store, Tx } from '../../_kit/store/port'
import type { ShiftDoc, SignupDoc } from '../docs'
import { shiftIn } from '../reach'
import { calendarOf, type Entry, entryOf } from './ics'

export type FeedDoc = Doc & { account: string; hash: string; since: number; seen?: number; hour: number; asked: number }

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What it shows: a month back, half a year ahead. */
const BACK = 30 * DAY
const AHEAD = 180 * DAY
const MOST = 500
/** Fetches an hour: calendars ask every hour or so, from a few devices. */
const MOST_FETCHES = 60

const me = (context: Context) => context.person?.id ?? ''
const hashOf = (secret: string) => createHash('sha256').update(`feed ${secret}`).digest('base64url')
const standing = (feed: FeedDoc | null) => ({ ...(feed ? { since: feed.since } : {}), ...(feed?.seen ? { seen: feed.seen } : {}) })

/** One more fetch of this feed within the hour; refuses shifts.too_many. */
async function counted(tx: Tx, id: string, hash: string, now: number): Promise<FeedDoc> {
  const feed = await tx.get<FeedDoc>('feeds', id)
  if (!feed || feed.hash !== hash) throw notThere('shifts', '这个日历')
  const hour = Math.floor(now / HOUR)
  const asked = feed.hour === hour ? feed.asked : 0
  if (asked >= MOST_FETCHES) throw refuse('shifts.too_many', '取得太勤了，请过一会儿再来')
  const after = { ...feed, seen: now, hour, asked: asked + 1 }
  await tx.put('feeds', after)
  return after
}

/** The shifts of somebody, as entries of a calendar. */
async function entriesOf(store: Store, account: string, now: number): Promise<Entry[]> {
  const where = { account, from: { gte: now - BACK, lte: now + AHEAD } }
  const { items } = await store.find<SignupDoc>('signups', { where, order: ['from'], limit: MOST })
  const shown = await Promise.all(items.map(async one => entryOf(await store.get<ShiftDoc>('shifts', one.shift), one)))
  return shown.filter(one => one !== null)
}

type Feeds = Pick<Operations<'shifts'>, 'ics' | 'feed' | 'make_feed' | 'end_feed' | 'calendar'>
export const feeds: Feeds = {
  async ics(context, { shift: id }) {
    const shift = await shiftIn(context.store, id)
    const mine = await context.system.get<SignupDoc>('signups', `${id}|${me(context)}`)
    const entry = entryOf(shift, mine ?? { _id: `${id}|${me(context)}`, version: 0 })
    return { name: `${shift.day} ${shift.title}.ics`, text: calendarOf(entry ? [entry] : []) }
  },

  feed: async context => standing(await context.store.get<FeedDoc>('feeds', me(context))),

  make_feed(context) {
    const secret = context.id()
    return context.write({ target: me(context) }, async tx => {
      await tx.put<FeedDoc>('feeds', {
        ...{ _id: me(context), account: me(context), hash: hashOf(secret), since: context.now, hour: 0, asked: 0 },
      })
      return { path: `/calendar/${secret}.ics`, since: context.now }
    })
  },

  end_feed: context =>
    context.write({ target: me(context) }, async tx => {
      await tx.remove('feeds', me(context))
      return {}
    }),

  async calendar({ system, now }, { secret }) {
    const hash = hashOf(secret)
    const { items } = await system.find<FeedDoc>('feeds', { where: { hash }, limit: 1 })
    if (!items[0]) throw notThere('shifts', '这个日历')
    const { account } = await system.transaction(tx => counted(tx, items[0]._id, hash, now))
    return { text: calendarOf(await entriesOf(system, account, now)) }
  },
}
