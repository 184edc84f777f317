/** The living roster: who volunteers, their teams and papers, the weeks behind them, the days ahead, and today until now. */
import { yearsSince } from '@domain/shifts/stars'
import { addDays } from '../../../_kit/time'
import { countId, type ThankDoc } from '../../../shifts/desk/docs'
import type { ShiftDoc, VolunteerDoc } from '../../../shifts/docs'
import { seriesShift } from '../../../shifts/plan/docs'
import { type Ask, each, type Loading } from '../loading'
import { COMMUNITY } from '../places'
import { broughtIn, pastOf, put, summed } from './past'
import { HELPERS, type Helper, LEAD, NEW, TEAMS, timesOf } from './people'
import { LESSON, lunch, MENDING, type Plan, patrol } from './plans'
import { settleStanding } from './standing'
import { today } from './today'

interface Wanted {
  /** Accounts of the staff by name. */
  staff: Map<string, string>
  kitchen: string
  office: string
}
export interface Roster {
  at: Loading
  /** Accounts by name. */
  accounts: Map<string, string>
  /** Ids of the weekly shifts by key. */
  series: Map<string, string>
  office: string
}
/** So many days ago people put themselves down for this week. */
const SIGNED = 4
/** Days ahead that people have signed up for. */
const AHEAD = 6
const EVENING = 19 * 60

export async function settleShifts(at: Loading, { staff, kitchen, office }: Wanted) {
  at.moveTo(45)
  const desk = await at.as(office)
  const accounts = new Map(await each(HELPERS, async one => [one.name, await enlist(at, desk, one, staff.get(one.name))] as const))
  const teams = await settleTeams(desk, accounts)
  await settlePapers(at, desk, accounts)
  at.moveTo(SIGNED, EVENING)
  const plans = [lunch(kitchen), patrol(teams.brick), LESSON, MENDING]
  const ask = await at.as(office)
  const made = await each(plans, async plan => ({ ...plan, series: await weekly(at, ask, plan) }))
  await settlePast(at, made, accounts)
  await at.follow()
  const series = new Map(made.map(one => [one.key, one.series]))
  await settleStanding(ask, { accounts, series, since: at.day(-AHEAD - 1), rest: { from: at.day(-AHEAD - 1), until: at.day(-AHEAD - 14) } })
  await at.follow()
  const roster = { at, accounts, office, series }
  await signUps(roster, made)
  await certificates(at, office, accounts)
  await newcomer(at)
  await today(roster)
}

/** Whoever has the role already registers by themselves, the others are written down at the desk. */
async function enlist(at: Loading, desk: Ask, one: Helper, account?: string): Promise<string> {
  const form = { name: one.name, skills: one.skills, times: timesOf(one), born: one.born, emergency: contactOf(one) }
  if (!account) return (await desk('shifts.add_volunteer', { community: COMMUNITY, phone: one.phone, ...form })).id
  return (await (await at.as(account))('shifts.register', { community: COMMUNITY, ...form })).id
}
const contactOf = ({ name, phone }: Helper) => ({ name: `${name[0]}家孩子`, phone: phone.replace(/^1990000/, '1990001'), relation: '子女' })

async function settleTeams(desk: Ask, accounts: Map<string, string>) {
  const add = async (key: keyof typeof TEAMS) => {
    const { id: team } = await desk('shifts.add_team', { community: COMMUNITY, form: TEAMS[key] })
    await desk('shifts.set_leads', { team, leads: [accounts.get(LEAD) ?? ''] })
    for (const one of HELPERS.filter(it => it.teams.includes(key) && it.name !== LEAD))
      await desk('shifts.set_member', { team, account: accounts.get(one.name) ?? '', member: true })
    return team
  }
  return { brick: await add('brick'), nine: await add('nine') }
}

/** Health certificates hold a year: one ends soon, one has ended. */
const settlePapers = (at: Loading, desk: Ask, accounts: Map<string, string>) =>
  each(
    HELPERS.filter(one => one.health !== undefined),
    ({ name, health = 0 }) => {
      const until = at.day(-health)
      return desk('shifts.take_paper', { account: accounts.get(name) ?? '', kind: 'health', from: addDays(until, -365), until })
    },
  )

const weekly = async (at: Loading, ask: Ask, { form }: Plan) =>
  (await ask('shifts.add_series', { community: COMMUNITY, since: at.day(0), form })).id

async function settlePast(at: Loading, plans: (Plan & { series: string })[], accounts: Map<string, string>): Promise<void> {
  const parts = plans.map(plan => pastOf(at, plan, accounts))
  const brought = HELPERS.filter(one => one.before).flatMap(({ name, before = 0 }) =>
    broughtIn(at, { account: accounts.get(name) ?? '', name, hours: before }),
  )
  const past = {
    shifts: parts.flatMap(one => one.shifts),
    seats: parts.flatMap(one => one.seats),
    signups: parts.flatMap(one => one.signups),
    hours: [...parts.flatMap(one => one.hours), ...brought],
  }
  await put(at, past)
  const { store } = at.house
  const docs = await each(HELPERS, async ({ name, since }) => {
    const doc = await store.get<VolunteerDoc>('volunteers', accounts.get(name) ?? '')
    return doc ? [summed(doc, past, at.day(since))] : []
  })
  await store.load('volunteers', docs.flat())
  await store.load(
    'shift_thanks',
    docs.flat().flatMap(one => anniversaries(one, at.day(0))),
  )
}

/** What they were thanked for in the years before. */
const anniversaries = ({ _id: account, community, since }: VolunteerDoc, today: string): ThankDoc[] =>
  Array.from({ length: yearsSince(since, today) }, (_, n) => n + 1).map(years => ({
    ...{ _id: countId(account, `y${years}`), account, community, milestone: `y${years}`, words: `做志愿者满 ${years} 年` },
    day: `${Number(since.slice(0, 4)) + years}${since.slice(4)}`,
  }))

/** Somebody new, who waits for the community's nod. */
async function newcomer(at: Loading) {
  const { name, phone, born } = NEW
  at.moveTo(1, 10 * 60)
  await at.operator('account.assign', { phone, name, role: 'resident', scope: COMMUNITY, since: at.day(1) })
  const [account] = (await at.house.store.find('accounts', { where: { phoneBlind: at.house.secrets.blind('phone', phone) }, limit: 1 }))
    .items
  const form = { name, skills: ['cut' as const, 'shop' as const], times: ['1m' as const, '3m' as const], born }
  await (await at.as(account._id))('shifts.register', { community: COMMUNITY, ...form })
}

/** The coming days, by everybody themselves through the same door as anybody; whoever cannot is passed over for the next in turn. */
async function signUps({ at, accounts, series }: Roster, plans: readonly Plan[]) {
  const asks = new Map<string, Ask>()
  for (const { name } of HELPERS) asks.set(name, await at.as(accounts.get(name) ?? ''))
  for (let ahead = 0; ahead <= AHEAD; ahead++)
    for (const plan of plans) {
      const shift = seriesShift(series.get(plan.key) ?? '', at.day(-ahead))
      const doc = await at.house.store.get<ShiftDoc>('shifts', shift)
      for (const role of doc?.roles ?? [])
        await fill(asks, { shift, role: role.id, many: role.need - lacking(plan.key, role.id, ahead) }, turn(plan, role.id, ahead))
    }
}
/** Today and three days on the kitchen lacks somebody who cuts; the watch lacks one, and further ahead more is open. */
function lacking(key: string, role: string, ahead: number): number {
  if (key === 'lunch') return role === 'cut' && (ahead === 0 || ahead === 3) ? 1 : ahead > 4 && role === 'cook' ? 1 : 0
  return key === 'patrol' ? 1 : 0
}
const turn = ({ crew }: Plan, role: string, ahead: number) => {
  const all = crew[role] ?? []
  const from = role.startsWith('r') ? 0 : (ahead * 2) % all.length
  return [...all.slice(from), ...all.slice(0, from)]
}

async function fill(asks: Map<string, Ask>, { shift, role, many }: { shift: string; role: string; many: number }, names: string[]) {
  let left = many
  for (const name of names) {
    if (left === 0) return
    const done = await asks
      .get(name)?.('shifts.sign_up', { shift, role })
      .catch(() => null)
    if (done) left--
  }
}

/** One that holds, and one that was opened anew for a wrong date: the first of the two holds no longer. */
async function certificates(at: Loading, office: string, accounts: Map<string, string>) {
  at.moveTo(1, EVENING + 30)
  const ask = await at.as(office)
  const issue = (name: string, from: number, more: { replaces?: string; why?: string } = {}) => {
    const about = { community: COMMUNITY, account: accounts.get(name) ?? '', from: at.day(from), until: at.day(9), manager: '刘芳' }
    return ask('shifts.issue_certificate', { ...about, ...more })
  }
  await issue('孙桂英', 400)
  const { id: replaces } = await issue('李娜', 20)
  await issue('李娜', 300, { replaces, why: '日期开错了，重新开一张' })
}
