/** The volunteers' numbers of a division for a month or a year, from what the clock rolled up; a community's today is counted as it is now. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { mondayOf } from '@domain/shifts/clash'
import type { Kind } from '@domain/shifts/contract'
import type { Figures, Tally } from '@domain/shifts/contract/desk'
import { addedUp, isEmpty, lastOf, NOTHING } from '@domain/shifts/tally'
import { KIND_WORDS } from '@domain/shifts/words'
import type { Context, Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import { notThere } from '../../_kit/refuse'
import type { TeamDoc } from '../docs'
import { countDay } from './count'
import { countId, type DayDoc, NO_TEAM, type Parts, type PeopleDoc, type SpanDoc } from './docs'
import { nameOf } from './led'
import { partsUp } from './roll'

type Asked = Omit<InputOf<'shifts.export_figures'>, 'form'>
type Row = Figures['times'][number]
type Counts = Tally & { kinds: Parts; teams: Parts; at: number }

/** A community is asked for by its own code; a grid has none of its own. Refuses: shifts.not_there. */
function placed(context: Context, division: string): string {
  const place = division.slice(0, 12)
  if (!context.divisions.some(one => place.startsWith(one))) throw notThere('shifts', '这个地方')
  return place
}

/** Refuses: shifts.not_there. */
export const figures: Work<Asked, OutputOf<'shifts.figures'>> = async (context, { division: wanted, period }) => {
  const { today, now } = context
  const division = placed(context, wanted)
  const [name, times, sum] = await Promise.all([
    nameOf(context, division),
    period.length === 7 ? daysIn(context, division, period) : monthsIn(context, division, period),
    spanOf(context, division, period),
  ])
  const shown = times.map(one => rowOf(one.key, one.key, one))
  return {
    ...{ division, name, period, today, at: times.reduce((oldest, one) => Math.min(oldest, one.at || oldest), now) },
    sum: { ...addedUp(shown), people: sum.people },
    times: shown.filter(one => !isEmpty(tallyOf(one))),
    kinds: parts(partsUp(times.map(one => one.kinds)), kind => KIND_WORDS[kind as Kind] ?? kind),
    teams: await teamsIn(context, division, times),
    places: await placesIn(context, division, { period }, 'shift_spans'),
  }
}

const rowOf = (key: string, name: string, counts: Tally): Row => ({ key, name, ...addedUp([counts]) })
const tallyOf = ({ key: _, name: __, ...tally }: Row): Tally => tally
const parts = (all: Parts, called: (key: string) => string): Row[] =>
  Object.entries(all)
    .map(([key, tally]) => rowOf(key, called(key), tally))
    .sort((a, b) => b.minutes - a.minutes || b.came - a.came || a.key.localeCompare(b.key))

/** The days of a month up to today. */
async function daysIn(context: Context, division: string, month: string): Promise<(Counts & { key: string })[]> {
  const { today } = context
  const lte = lastOf(month, today)
  const kept = await all<DayDoc>(context.store, 'shift_days', { where: { division, day: { gte: `${month}-01`, lte } }, order: ['day'] })
  const days = kept.map(one => ({ ...one, key: one.day }))
  if (division.length < 12 || !today.startsWith(month)) return days
  return [...days.filter(one => one.day !== today), { ...(await live(context, division)), key: today }]
}

async function monthsIn(context: Context, division: string, year: string): Promise<(Counts & { key: string })[]> {
  const where = { division, period: { prefix: `${year}-` } }
  const months = await all<SpanDoc>(context.store, 'shift_spans', { where, order: ['period'] })
  return months.map(one => ({ ...one, key: one.period }))
}

async function live({ system, today, now }: Context, community: string): Promise<Counts> {
  const { tally, kinds, teams } = await countDay(system, community, today)
  return { ...tally, kinds, teams, at: now }
}

/** How many different people: of a community with those who are here today, above as it was rolled up. */
async function spanOf(context: Context, division: string, period: string): Promise<{ people: number }> {
  const kept = await context.store.get<SpanDoc>('shift_spans', countId(division, period))
  if (division.length < 12 || !context.today.startsWith(period)) return { people: kept?.people ?? 0 }
  const where = { community: division, day: { prefix: `${period}-` } }
  const [days, today] = await Promise.all([
    all<PeopleDoc>(context.system, 'shift_people', { where }),
    countDay(context.system, division, context.today),
  ])
  const before = days.filter(one => one.day !== context.today).flatMap(one => one.people)
  return { people: new Set([...before, ...today.people]).size }
}

async function teamsIn(context: Context, division: string, times: Counts[]): Promise<Row[]> {
  if (division.length < 12) return []
  const teams = await all<TeamDoc>(context.system, 'teams', { where: { community: division } })
  const names = new Map(teams.map(one => [one._id, one.name]))
  return parts(partsUp(times.map(one => one.teams)), id => (id === NO_TEAM ? '不分队' : (names.get(id) ?? '解散了的队')))
}

async function placesIn(context: Context, parent: string, when: { period: string }, collection: 'shift_spans'): Promise<Row[]> {
  if (parent.length === 12) return []
  const below = await all<SpanDoc>(context.store, collection, { where: { parent, ...when } })
  const rows = await Promise.all(below.map(async one => rowOf(one.division, await nameOf(context, one.division), one)))
  return rows.sort((a, b) => b.minutes - a.minutes || a.key.localeCompare(b.key))
}

/** A week below, counted some minutes ago. Refuses: shifts.not_there. */
export const weeks: Work<InputOf<'shifts.weeks'>, OutputOf<'shifts.weeks'>> = async (context, { division: wanted, week }) => {
  const division = placed(context, wanted)
  const monday = mondayOf(week)
  const day = { gte: monday, lte: addDays(monday, 6) }
  const [own, below, name] = await Promise.all([
    all<DayDoc>(context.store, 'shift_days', { where: { division, day } }),
    all<DayDoc>(context.store, 'shift_days', { where: { parent: division, day } }),
    nameOf(context, division),
  ])
  const on = new Map(own.map(one => [one.day, one]))
  const days = Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map(one => rowOf(one, one, on.get(one) ?? NOTHING))
  const at = [...own, ...below].reduce((oldest, one) => Math.min(oldest, one.at || oldest), context.now)
  return { division, name, today: context.today, monday, at, sum: addedUp(days), days, places: await weekPlaces(context, below) }
}

async function weekPlaces(context: Context, below: DayDoc[]): Promise<Row[]> {
  const divisions = [...new Set(below.map(one => one.division))].sort()
  const rows = divisions.map(async division =>
    rowOf(division, await nameOf(context, division), addedUp(below.filter(one => one.division === division))),
  )
  return (await Promise.all(rows)).sort((a, b) => b.holes - a.holes || a.key.localeCompare(b.key))
}
