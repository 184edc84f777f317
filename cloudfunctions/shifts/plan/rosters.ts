/** Standing rosters: who always stands where, some days off, and the end. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { AHEAD, runsOn, standsOn } from '@domain/shifts/rhythm'
import type { Context, Work, WriteTx } from '../../_kit/context'
import { notThere, refuse } from '../../_kit/refuse'
import type { Tx } from '../../_kit/store/port'
import { wake } from '../../_kit/wake'
import type { VolunteerDoc } from '../docs'
import { mayLead } from '../reach'
import { tell } from '../tell'
import type { RosterDoc, SeriesDoc } from './docs'
import { ledSeries } from './series'

async function save(tx: WriteTx, roster: RosterDoc) {
  await tx.put('shift_rosters', roster)
  await tx.happened('shifts.series_changed', { series: roster.series })
}

/** Refuses: see shifts.add_roster. */
export const addRoster: Work<InputOf<'shifts.add_roster'>, OutputOf<'shifts.add_roster'>> = async (context, { series: id, form }) => {
  const series = await ledSeries(context, context.store, id)
  const helper = await context.store.get<VolunteerDoc>('volunteers', form.account)
  if (!helper || helper.community !== series.community || !['active', 'paused'].includes(helper.state))
    throw refuse('shifts.no_such_volunteer', '这位还不在志愿者名册里，请先登记', 'account')
  const { items } = await context.store.find<RosterDoc>('shift_rosters', { where: { series: id }, limit: 1000 })
  mustStandOnce(items, form, context.today)
  mustRun(series, form)
  const roster: RosterDoc = {
    ...{ _id: context.id(), ...form, series: id, community: series.community, name: helper.name },
    ...{ lifted: [], trouble: [], arranged: context.person?.id ?? '', version: 1 },
  }
  const done = await context.write({ target: roster._id, division: series.community }, async (_, whole) => {
    await save(whole, roster)
    const title = series.plans[series.plans.length - 1].title
    await tellThem(whole, context, roster, `从 ${sayShort(form.since)} 起，${title}给您固定排上了，做好一班就自动替您报上。`)
    return { id: roster._id }
  })
  wake()
  return done
}

/** Refuses: shifts.no_such_role, shifts.no_such_day. */
function mustRun(series: SeriesDoc, { role, weekdays }: InputOf<'shifts.add_roster'>['form']) {
  const plan = series.plans[series.plans.length - 1]
  if (!plan.roles.some(one => one.id === role)) throw refuse('shifts.no_such_role', '这个班没有这个岗位，请看一眼新的', 'role')
  if (!weekdays.every(one => plan.weekdays.includes(one)))
    throw refuse('shifts.no_such_day', '这个班不在这几天，请重新选星期几', 'weekdays')
}

/** Refuses: shifts.stands_already. */
function mustStandOnce(rosters: readonly RosterDoc[], { account, weekdays }: InputOf<'shifts.add_roster'>['form'], today: string) {
  const twin = rosters.find(
    one => one.account === account && (one.until ?? '9999') >= today && one.weekdays.some(day => weekdays.includes(day)),
  )
  if (twin) throw refuse('shifts.stands_already', `${twin.name}已经固定在这个班了，要改请先停掉原来的`, 'account')
}

/** A roster of the caller's own or of a series they lead; anything else is as if absent. */
async function rosterFor(context: Context, tx: Pick<Tx, 'get'>, id: string): Promise<RosterDoc> {
  const roster = await tx.get<RosterDoc>('shift_rosters', id)
  const series = roster && (await tx.get<SeriesDoc>('shift_series', roster.series))
  if (!roster || !series) throw notThere('shifts', '这个固定排班')
  const own = roster.account === context.person?.id
  const plan = series.plans[series.plans.length - 1]
  if (!own && !(await mayLead(context, tx, { community: series.community, ...plan }))) throw notThere('shifts', '这个固定排班')
  return roster
}

const sayShort = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
/** What others arrange for somebody they hear of; what they do themselves they know. */
async function tellThem(tx: WriteTx, context: Context, { account }: RosterDoc, body: string) {
  if (account === context.person?.id) return
  await tell(tx, {
    topic: 'changed',
    accounts: [account],
    title: '您的固定班有变动',
    body,
    to: '/shifts/pages/mine/index',
    at: context.now,
  })
}

async function changing(context: Context, id: string, said: string, change: (roster: RosterDoc) => RosterDoc) {
  const about = { target: id, division: context.divisions[0] }
  const done = await context.write(about, async (tx, whole) => {
    const before = await rosterFor(context, tx, id)
    about.division = before.community
    // what could not be is tried again: a pause may have been the answer to it
    await save(whole, { ...change(before), trouble: [], version: before.version + 1 })
    await tellThem(whole, context, before, said)
    return { id }
  })
  wake()
  return done
}

/** Refuses: shifts.not_there, shifts.wrong_days. */
export const pauseRoster: Work<InputOf<'shifts.pause_roster'>, OutputOf<'shifts.pause_roster'>> = (context, { roster, pause }) => {
  if (pause?.until && pause.until < pause.from) throw refuse('shifts.wrong_days', '最后一天不能早于第一天', 'pause.until')
  const until = pause?.until ? `到 ${sayShort(pause.until)}` : '，什么时候回来再说'
  const said = pause ? `从 ${sayShort(pause.from)} 歇${until}，这几天替您报上的班都退了。` : '不歇了，又照常替您报上。'
  return changing(context, roster, said, ({ pause: _, ...rest }) => ({ ...rest, ...(pause ? { pause } : {}) }) as RosterDoc)
}
/** Refuses: shifts.not_there. */
export const endRoster: Work<InputOf<'shifts.end_roster'>, OutputOf<'shifts.end_roster'>> = (context, { roster, on }) =>
  changing(context, roster, `做到 ${sayShort(on)} 为止，以后不再固定替您报名。`, before => ({ ...before, until: on }))

export const listRosters: Work<InputOf<'shifts.rosters'>, OutputOf<'shifts.rosters'>> = async (context, { community }) => {
  const { items } = await context.store.find<RosterDoc>('shift_rosters', { where: { community }, limit: 1000 })
  return cardsOf(context, items)
}
export const myRosters: Work<InputOf<'shifts.my_rosters'>, OutputOf<'shifts.my_rosters'>> = async context => {
  const where = { account: context.person?.id ?? '' }
  const { items } = await context.system.find<RosterDoc>('shift_rosters', { where, limit: 100 })
  return cardsOf(context, items)
}

async function cardsOf(context: Context, rosters: readonly RosterDoc[]): Promise<OutputOf<'shifts.rosters'>> {
  const going = rosters.filter(one => (one.until ?? '9999') >= context.today)
  const series = await Promise.all([...new Set(going.map(one => one.series))].map(id => context.system.get<SeriesDoc>('shift_series', id)))
  const cards = going.map(async roster => {
    const its = series.find(one => one?._id === roster.series)
    return its ? [await cardOf(context, roster, its)] : []
  })
  return (await Promise.all(cards)).flat().sort((a, b) => a.title.localeCompare(b.title, 'zh') || a.name.localeCompare(b.name, 'zh'))
}

async function cardOf(context: Context, roster: RosterDoc, series: SeriesDoc): Promise<OutputOf<'shifts.rosters'>[number]> {
  const { today, system } = context
  const plan = series.plans[series.plans.length - 1]
  const { _id: id, account, name, role, rhythm, weekdays, since, until, pause, trouble, version } = roster
  const days = Array.from({ length: AHEAD * 2 }, (_, n) => addDays(today, n)).filter(day => runsOn(series, day) && standsOn(roster, day))
  return {
    ...{ id, series: series._id, title: plan.title, from: plan.from, to: plan.to, account, name, role, rhythm, weekdays, since, version },
    roleName: plan.roles.find(one => one.id === role)?.name ?? '',
    ...(until ? { until } : {}),
    ...(pause && (pause.until ?? '9999') >= today ? { pause } : {}),
    next: days.slice(0, 4),
    trouble: trouble.filter(one => one.day >= today),
    leads: await mayLead(context, system, { community: series.community, ...plan }),
  }
}
