/** Somebody's own hours. */
import type { Context } from '../../_kit/context'
import type { Operations } from '../../_kit/serve'
import type { SignupDoc, VolunteerDoc } from '../docs'
import type { AskDoc, HourDoc } from './docs'
import { askedAbout, entriesOf, nameOf, readyOf, rowOf, shareOf, statementOf, whole } from './read'

const DAY = 86_400_000
/** How far back a shift may lie whose minutes still wait. */
const BACK = 60 * DAY

export const mine: Pick<Operations<'shifts'>, 'my_hours' | 'my_statement'> = {
  async my_hours(context, { month = context.today.slice(0, 7) }) {
    const { system, today, person } = context
    const account = person?.id ?? ''
    const [helper, entries, asked] = await Promise.all([
      system.get<VolunteerDoc>('volunteers', account),
      entriesOf(system, account),
      askedAbout(system, account),
    ])
    return {
      ...{ today, name: helper?.name ?? person?.name ?? '', month, ...shareOf(entries), ready: readyOf(entries, today, asked) },
      rows: entries
        .filter(one => one.day.startsWith(month))
        .map(one => rowOf(one, today, asked))
        .reverse(),
      months: monthsOf(entries),
      waiting: await waitingOf(context, account),
      places: await placesOf(context, entries, asked),
    }
  },

  async my_statement({ system, person, today }, { from, until }) {
    const account = person?.id ?? ''
    const helper = await system.get<VolunteerDoc>('volunteers', account)
    return statementOf(system, { account, name: person?.name ?? '', helper, range: { from, until } }, today)
  },
}

function monthsOf(entries: readonly HourDoc[]) {
  const sums = new Map<string, number>()
  for (const { day, minutes } of entries) sums.set(day.slice(0, 7), (sums.get(day.slice(0, 7)) ?? 0) + minutes)
  return [...sums].map(([month, minutes]) => ({ month, minutes })).reverse()
}

async function placesOf({ system, today }: Context, entries: readonly HourDoc[], asked: ReadonlySet<string>) {
  const communities = [...new Set(entries.map(one => one.community))]
  const places = communities.map(async community => ({
    ...{ community, name: await nameOf(system, community) },
    ready: readyOf(
      entries.filter(one => one.community === community),
      today,
      asked,
    ),
  }))
  return (await Promise.all(places)).sort((a, b) => b.ready - a.ready)
}

/** What is no hours yet: shifts whose roll-call is open, and what a second person has not confirmed. */
async function waitingOf({ system, now }: Context, account: string) {
  const where = { account, from: { gte: now - BACK, lte: now } }
  const signups = await whole<SignupDoc & { title?: string }>(system, 'signups', where, ['account', 'from'])
  const asks = await whole<AskDoc>(system, 'hours_asks', { account, state: 'waiting' }, ['account', 'state'])
  const shifts = signups.flatMap(one => {
    const why = whyWaits(one, now)
    return why ? [{ signup: one, why }] : []
  })
  const rows = shifts.map(async ({ signup, why }) => ({ title: await titleOf({ system }, signup), day: signup.day, why }))
  const asked = asks
    .filter(one => one.what === 'add')
    .map(({ title, day, minutes, byName }) => ({ title, day, minutes, why: `${byName}给您补记的，等第二个人确认` }))
  return [...(await Promise.all(rows)), ...asked]
}

const titleOf = async ({ system }: Pick<Context, 'system'>, { shift }: SignupDoc) =>
  (await system.get<{ _id: string; title: string }>('shifts', shift))?.title ?? ''

/** Why a sign-up's minutes are not in the ledger yet; undefined when they are, or never will be. */
function whyWaits({ state, to, came, went, absent, settled }: SignupDoc, now: number): string | undefined {
  if (state !== 'on' || absent) return undefined
  if (!came) return to < now && !settled ? '没有签到，等队长点名' : undefined
  if (went?.unsure || came.unsure) return '时间要队长看一眼，等他确认'
  if (!went && to < now) return '没有签退，等队长确认几点走的'
  return settled || to >= now ? undefined : '等队长点完名'
}
