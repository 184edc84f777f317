/** A series: what a lead decides about it. Its shifts follow by the clock, at once after the decision (keep.ts). */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import type { SeriesForm } from '@domain/shifts/contract/plan'
import { AHEAD, daysOf } from '@domain/shifts/rhythm'
import { FURTHEST, wrongClock } from '@domain/shifts/times'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { wake } from '../../_kit/wake'
import type { ShiftDoc, TeamDoc } from '../docs'
import { mayLead } from '../reach'
import type { RosterDoc, SeriesDoc, SeriesPlan } from './docs'
import { mustBeRight, mustDiffer, mustFitIn } from './form'

/** Refuses: shifts.past, shifts.too_far, shifts.over_midnight, shifts.too_short, shifts.too_long, shifts.roles_twice. */
export function mustBeSound(form: SeriesForm, since: string, today: string): void {
  mustBeRight(wrongClock(form))
  mustDiffer(form.roles)
  if (since < today) throw refuse('shifts.past', '从哪天起要选今天或以后', 'since')
  if (since > addDays(today, FURTHEST)) throw refuse('shifts.too_far', '排得太远了，最多排到 400 天以内', 'since')
  if (form.until !== undefined && form.until < since) throw refuse('shifts.past', '最后一天不能早于第一天', 'until')
}

export function planOf(form: SeriesForm, since: string, too: boolean, companion: ShiftDoc['with']): SeriesPlan {
  const { until: _, skipped: __, ...rest } = form
  return { ...rest, since, too, ...(companion ? { companion } : {}) }
}
/** What a series is from a day on: what was decided for later days before is gone, and no earlier word lets people be moved any more. */
export function withPlan(series: SeriesDoc, plan: SeriesPlan, { until, skipped }: Pick<SeriesForm, 'until' | 'skipped'>): SeriesDoc {
  const { until: _, kitchen: __, ...rest } = series
  const plans = [...series.plans.filter(one => one.since < plan.since).map(one => ({ ...one, too: false })), plan]
  const kitchen = plan.kind === 'kitchen' ? plan.kitchen : undefined
  return { ...rest, plans, skipped, made: '', ...(until ? { until } : {}), ...(kitchen ? { kitchen } : {}), version: series.version + 1 }
}
const latest = ({ plans }: Pick<SeriesDoc, 'plans'>) => plans[plans.length - 1]

/** A series the caller leads; anything else is as if absent. */
export async function ledSeries(context: Context, tx: Pick<Tx, 'get'>, id: string): Promise<SeriesDoc> {
  const series = await tx.get<SeriesDoc>('shift_series', id)
  if (!series || !(await mayLead(context, tx, { community: series.community, ...latest(series) }))) throw notThere('shifts', '这个每周的班')
  return series
}

/** Writes a series down; its shifts follow. */
async function save(tx: WriteTx, series: SeriesDoc) {
  await tx.put('shift_series', series)
  await tx.happened('shifts.series_changed', { series: series._id })
}
const woken = async <T>(done: Promise<T>): Promise<T> => {
  const answer = await done
  wake()
  return answer
}

/** Refuses: see shifts.add_series. */
export const addSeries: Work<InputOf<'shifts.add_series'>, OutputOf<'shifts.add_series'>> = async (context, { community, since, form }) => {
  mustBeSound(form, since, context.today)
  const plan = planOf(form, since, false, await mustFitIn(context, community, form))
  const [id, by] = [context.id(), context.person?.name ?? '']
  const blank: SeriesDoc = { _id: id, community, plans: [], since, skipped: [], made: '', by, version: 0 }
  return woken(
    context.write({ target: id, division: community }, async (_, whole) => {
      await save(whole, withPlan(blank, plan, form))
      return { id }
    }),
  )
}

const mustBeCurrent = (series: SeriesDoc, version: number) => {
  if (series.version !== version) throw refuse('shifts.changed_meanwhile', '刚被别人改过，请看一眼新的再改', 'version')
}

/** Refuses: see shifts.change_series. */
export const changeSeries: Work<InputOf<'shifts.change_series'>, OutputOf<'shifts.change_series'>> = async (context, input) => {
  const { series: id, version, since, form, too } = input
  const { community } = await ledSeries(context, context.store, id)
  mustBeSound(form, since, context.today)
  const plan = planOf(form, since, too, await mustFitIn(context, community, form))
  return woken(
    context.write({ target: id, division: community }, async (tx, whole) => {
      const before = await ledSeries(context, tx, id)
      mustBeCurrent(before, version)
      await save(whole, withPlan(before, plan, form))
      return { id }
    }),
  )
}

/** Refuses: shifts.not_there, shifts.changed_meanwhile. */
export const endSeries: Work<InputOf<'shifts.end_series'>, OutputOf<'shifts.end_series'>> = async (
  context,
  { series: id, version, on },
) => {
  const about = { target: id, division: context.divisions[0] }
  return woken(
    context.write(about, async (tx, whole) => {
      const before = await ledSeries(context, tx, id)
      about.division = before.community
      mustBeCurrent(before, version)
      const plans = before.plans.map(one => ({ ...one, too: false }))
      await save(whole, { ...before, plans, until: on, made: '', version: version + 1 })
      return { id }
    }),
  )
}

/** The form as it is edited: what is in force last. */
export const formOfSeries = ({ plans, until, skipped }: SeriesDoc): SeriesForm => {
  const { since: _, too: __, companion: ___, ...form } = plans[plans.length - 1]
  return { ...form, skipped, ...(until ? { until } : {}) }
}

export const listSeries: Work<InputOf<'shifts.series'>, OutputOf<'shifts.series'>> = async (context, { community }) => {
  const { items } = await context.store.find<SeriesDoc>('shift_series', { where: { community }, limit: 1000 })
  const { items: rosters } = await context.store.find<RosterDoc>('shift_rosters', { where: { community }, limit: 1000 })
  const going = items.filter(one => (one.until ?? '9999') >= context.today)
  return Promise.all(going.sort(byClock).map(one => cardOf(context, one, rosters)))
}
const byClock = (a: SeriesDoc, b: SeriesDoc) => latest(a).from.localeCompare(latest(b).from) || (a._id < b._id ? -1 : 1)

async function cardOf(context: Context, series: SeriesDoc, rosters: readonly RosterDoc[]): Promise<OutputOf<'shifts.series'>[number]> {
  const { today, store } = context
  const now = latest(series)
  const team = now.team ? await store.get<TeamDoc>('teams', now.team) : null
  const days = daysOf(series, today, addDays(today, AHEAD * 2))
  return {
    ...{
      id: series._id,
      form: formOfSeries(series),
      since: series.since,
      formSince: now.since,
      next: days.slice(0, 4),
      version: series.version,
    },
    ...(team ? { team: team.name } : {}),
    rosters: rosters.filter(one => one.series === series._id && (one.until ?? '9999') >= today).length,
    leads: await mayLead(context, store, { community: series.community, ...now }),
  }
}
