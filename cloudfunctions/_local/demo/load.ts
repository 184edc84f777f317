/** Settles the demo community in an empty store: through the door and the registry's own import, with a clock of its own, so that every entry of the trace is true. */
import type { OutputOf } from '@domain'
import { intervalOf } from '@domain/visits/interval'
import type { Account } from '../../_kit/identity'
import type { House } from '../../_kit/serve'
import { startOf } from '../../_kit/time'
import { loadDivisions } from '../../people/divisions'
import { kindsIn } from '../../people/kinds'
import { chance } from './chance'
import { settleKitchen } from './kitchen/settle'
import { type Knock, past } from './knocks'
import { BEGUN, each, type Loading, loading } from './loading'
import { COMMUNITY, DIVISIONS, GRIDS } from './places'
import { settleShifts } from './shifts/settle'
import { DAUGHTER, type Member, RESIDENT, STAFF, WORKERS } from './staff'
import { draw, type Home, type Neighbour } from './town'

/** About 320 households and 700 fictional people with their past five months. A few seconds. */
export async function load(house: House, tick: () => Promise<unknown>): Promise<void> {
  const at = loading(house)
  await loadDivisions(house.store, DIVISIONS)
  at.moveTo(BEGUN)
  const grids: string[] = []
  for (const { name } of GRIDS) grids.push((await at.operator('people.add_grid', { community: COMMUNITY, name, kind: 'old' })).id)
  const workers = await each(WORKERS, one => settle(at, one))
  const staff = await each(STAFF, one => settle(at, one))
  const [office] = staff
  const town = draw()
  const homes = await each(town, home => settleHome(at, grids[home.grid], home))
  const wang = await wangs(
    at,
    homes.flatMap(home => home.residents),
  )
  await visit(at, workers, homes)
  await settleOld(at, office)
  const named = new Map(STAFF.map(({ name }, n) => [name, staff[n]]))
  const kitchen = await settleKitchen(at, { staff: named, town, homes, wang })
  await settleShifts(at, { staff: named, kitchen, office })
  // the reaction to a consent makes the carer's account
  await tick()
  await offered(at, DAUGHTER.phone, DAUGHTER.about)
}

async function settle(at: Loading, { name, phone, role, scope, about }: Member): Promise<string> {
  await at.operator('account.assign', { phone, name, role, scope, since: at.day(BEGUN) })
  return offered(at, phone, about)
}

/** Marks an account as one of the demo people when it has a line for the list; answers its id. */
async function offered({ house }: Loading, phone: string, about: string | undefined): Promise<string> {
  const found = await house.store.find<Account>('accounts', { where: { phoneBlind: house.secrets.blind('phone', phone) }, limit: 1 })
  const account = found.items[0]
  if (!account) throw new Error('a demo person has no account')
  if (about) await house.store.transaction(tx => tx.update('accounts', account._id, { set: { demo: about } }))
  return account._id
}

interface Settled {
  id: string
  grid: number
  codes: string[]
  residents: { id: string; name: string }[]
}

async function settleHome(at: Loading, grid: string, home: Home): Promise<Settled> {
  const { id } = await at.operator('people.add_household', { grid, address: home.address })
  const residents: Settled['residents'] = []
  for (const one of home.people) residents.push({ id: await settleOne(at, id, one), name: one.form.name })
  return { id, grid: home.grid, residents, codes: [...new Set(home.people.flatMap(one => one.tags.map(held => held.tag)))] }
}

async function settleOne(at: Loading, household: string, { form, tags }: Neighbour): Promise<string> {
  const { id } = await at.operator('people.add_resident', { household, person: form })
  for (const { tag, since } of tags) await at.operator('people.set_tag', { resident: id, tag, since: at.day(BEGUN + since) })
  return id
}

/** 王大爷 has an account of his own; his daughter acts for him. */
async function wangs(at: Loading, residents: Settled['residents']) {
  const resident = residents.find(one => one.name === RESIDENT.name)?.id ?? ''
  await at.operator('account.assign', {
    phone: RESIDENT.phone,
    name: RESIDENT.name,
    role: 'resident',
    scope: COMMUNITY,
    since: at.day(BEGUN),
  })
  const account = await offered(at, RESIDENT.phone, RESIDENT.about)
  await at.operator('account.link', { account, resident })
  const { name, phone, relation } = DAUGHTER
  await at.operator('people.consent', { resident, name, phone, relation, since: at.day(BEGUN), how: 'in_person' })
  return { resident, account }
}

const SEED = 7
/** Lets the workers knock, day after day, until yesterday. */
async function visit(at: Loading, workers: string[], homes: Settled[]) {
  const kinds = await kindsIn(at.house.store)
  // a chance of its own for each home: what is changed about one history leaves the others as they are
  const knocks = homes.flatMap((home, i) =>
    past(intervalOf(home.codes, kinds).every, chance(SEED + i * 7919)).map(knock => ({ home, knock })),
  )
  const days = [...new Set(knocks.map(({ knock }) => knock.ago))].sort((a, b) => b - a)
  for (const ago of days) {
    at.moveTo(ago, 20 * 60)
    const asks = await Promise.all(workers.map(account => at.as(account)))
    const todays = knocks.filter(({ knock }) => knock.ago === ago)
    await each(todays, ({ home, knock }) =>
      asks[home.grid]('visits.log', { household: home.id, at: momentOf(at, knock), form: knock.form }),
    )
  }
}

const DONE = ['已经联系家属，说好了', '上门看过，已经办妥', '转给物业，当天修好了', '记下了，下个月再看一次']
/** How many matters wait for the office: an ordinary morning's. */
const OPEN = 8
/** The office has dealt with everything but the newest few, which all say something different. */
async function settleOld(at: Loading, office: string) {
  at.moveTo(1, 16 * 60)
  const ask = await at.as(office)
  const all: OutputOf<'visits.matters'>['items'] = []
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page = await ask('visits.matters', { division: COMMUNITY, settled: false, after })
    all.push(...page.items)
    after = page.after
  }
  const newest = new Map(
    [...all]
      .sort((a, b) => b.at - a.at)
      .map(one => [one.words, one] as const)
      .reverse(),
  )
  const open = new Set([...newest.values()].sort((a, b) => b.at - a.at).slice(0, OPEN))
  const old = all.filter(one => !open.has(one))
  await each(old, one => ask('visits.settle', { matter: one.id, words: DONE[old.indexOf(one) % DONE.length] }))
}

const momentOf = (at: Loading, { ago, minute }: Knock) => startOf(at.day(ago)) + minute * 60_000
