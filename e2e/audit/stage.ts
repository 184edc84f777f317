/** The two communities that pages are looked at in: a lively one and one where nothing is there yet; and who looks. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { asDemo, type Caller, caller } from '../browser/api'
import { enterByCode, enterDemo } from '../browser/enter'
import { Person } from '../browser/person'
import { Server } from '../browser/server'
import { inject } from './inject'
import type { Facts, Who } from './subjects'
import type { Mode } from './visit'

/** The demo people by role (cloudfunctions/_local/demo). */
const DEMO: Record<Exclude<Who, 'nobody'>, string> = {
  grid: '周敏',
  community: '刘芳',
  street: '赵军',
  district: '孙丽',
  security: '陈静',
  auditor: '何伟',
  resident: '王福来',
  family: '王秀兰',
  kitchen: '张玉华',
  volunteer: '李娜',
}
const COMMUNITY = '210102025015'
const DIVISIONS = `code,name,level,parent
2101,沈阳市,city,
210102,和平区,district,2101
210102025,和平新村街道,street,210102
210102025015,和平新村社区,community,210102025
`
/** Phones of the empty community's people: the n-th role has 199000050nn. */
const roles = Object.keys(DEMO) as (keyof typeof DEMO)[]
const phoneOf = (who: keyof typeof DEMO) => `199000050${String(roles.indexOf(who)).padStart(2, '0')}`
const SCOPES: Partial<Record<Who, string>> = {
  grid: `${COMMUNITY}001`,
  street: '210102025',
  district: '210102',
  security: '2101',
  auditor: '2101',
}

/** A community without a single household: divisions, one grid, its people. */
async function foundEmpty(server: Server): Promise<void> {
  const file = path.join(server.data, 'divisions.csv')
  writeFileSync(file, DIVISIONS)
  await server.run('import', 'divisions', file)
  await server.run('member', 'add', '--phone', phoneOf('community'), '--name', '林工', '--role', 'community', '--scope', COMMUNITY)
  const staff = caller(server.url, await server.session(phoneOf('community')))
  await staff.call('people.add_grid', { community: COMMUNITY, name: '第一网格', kind: 'old' })
  for (const who of roles.filter(role => role !== 'community'))
    await server.run('member', 'add', '--phone', phoneOf(who), '--name', '新来的', '--role', who, '--scope', SCOPES[who] ?? COMMUNITY)
}

/** A full page has at least fifty rows. */
export const ROWS = 50
const many = Array.from({ length: ROWS + 5 }, (_, at) => at)

/** Fills the lively community: a household knocked fifty times, fifty matters to decide and their notices, fifty members. */
async function fill(server: Server): Promise<void> {
  const worker = await asDemo(server.url, 'grid')
  const staff = await asDemo(server.url, 'community')
  const { items: homes } = await worker.call('people.households', { division: worker.division })
  const form = { outcome: 'met' as const, tags: [], policies: [], note: '', photos: [], with: [] }
  const need = { category: 'repair', words: '水龙头漏水', urgent: true } as const
  const now = Date.now()
  for (const at of many) {
    const household = homes[at].id
    await worker.call('visits.log', { household, at: now - at * 60_000, form: { ...form, wellbeing: 'soso', needs: [need] } })
    await worker.call('visits.log', { household: homes[0].id, at: now - at * 3_600_000, form: { ...form, wellbeing: 'well', needs: [] } })
    const phone = `1990000${6000 + at}`
    await staff.call('account.assign', { phone, name: `志愿者${at + 1}号`, role: 'volunteer', scope: staff.division, since: '2026-11-01' })
  }
}

/** Ids that pages need to have a subject, taken from the lively community. */
async function learn(server: Server): Promise<Facts> {
  const worker = await asDemo(server.url, 'grid')
  const staff = await asDemo(server.url, 'community')
  const { items: homes } = await worker.call('people.households', { division: worker.division })
  const household = homes[0].id
  const { residents } = await worker.call('people.household', { household })
  const { items: members } = await staff.call('account.members', { division: staff.division })
  const { day: today } = await staff.call('account.me', {})
  const kitchens = await staff.call('meals.kitchens', { division: staff.division })
  const kitchen = kitchens.find(one => one.kind === 'kitchen')?.id ?? ''
  const [{ id: dish }] = await staff.call('meals.dishes', { kitchen })
  const searched = async (closed: boolean) => (await staff.call('meals.checks', { division: staff.division, closed })).items[0]?.id
  const check = (await searched(false)) ?? (await searched(true)) ?? ''
  const meals = { kitchen, dish, today, check }
  const shifts = await volunteering(staff.call, staff.division, today)
  return {
    ...{ grid: worker.division, community: staff.division, household, resident: residents[0].id, membership: members[0].membership.id },
    ...meals,
    ...shifts,
  }
}

/** The kitchen's shift of today (any there is, half a year on), a team, somebody with hours and their certificate. */
async function volunteering(call: Caller['call'], community: string, today: string) {
  const { days } = await call('shifts.board', { community, week: today })
  const shifts = days.flatMap(one => one.shifts)
  const shift = shifts.find(one => one.kind === 'kitchen' && one.day === today) ?? shifts[0]
  const [team] = await call('shifts.teams', { community })
  const { items } = await call('shifts.certificates', { community })
  const hers = items.find(one => !one.revoked && one.content.name === DEMO.volunteer) ?? items[0]
  return { shift: shift?.id ?? '', team: team?.id ?? '', volunteer: hers?.account ?? '', certificate: hers?.content.id ?? '' }
}

/** empty: nothing is there yet; today: the demo community as it begins; later: half a year on, when every door is due and lists are fifty and more. */
export type When = 'empty' | 'today' | 'later'
interface Lively {
  server: Server
  facts: Facts
}

async function lively(full: boolean): Promise<Lively> {
  const server = await Server.start({ demo: true })
  if (full) await fill(server)
  if (full) await server.moveTo('2027-07-01T10:00')
  return { server, facts: await learn(server) }
}

export class Stage {
  private readonly contexts = new Map<string, Promise<BrowserContext>>()
  private readonly servers = new Map<When, Promise<Lively>>()
  private constructor(private readonly browser: Browser) {}

  /** A community is founded when it is first looked at. */
  static open = async (browser: Browser): Promise<Stage> => new Stage(browser)

  private at(when: When): Promise<Lively> {
    const known = this.servers.get(when) ?? (when === 'empty' ? empty() : lively(when === 'later'))
    this.servers.set(when, known)
    return known
  }
  server = async (when: When): Promise<Server> => (await this.at(when)).server
  /** Ids of things there; of the empty community's pages those of a lively one, which lead nowhere. */
  facts = async (when: When): Promise<Facts> => (await this.at(when === 'empty' ? 'today' : when)).facts

  /** A browser context in which somebody is signed in; made once for each person, mode and community. */
  context(who: Who, mode: Mode, when: When): Promise<BrowserContext> {
    const key = `${who} ${mode} ${when}`
    const known = this.contexts.get(key) ?? this.make(who, when)
    this.contexts.set(key, known)
    return known
  }

  private entering: Promise<unknown> = Promise.resolve()

  /** One after the other: a second code for the same phone would take the place of the first. */
  private make(who: Who, when: When): Promise<BrowserContext> {
    const made = this.entering.then(() => this.enter(who, when))
    this.entering = made.catch(() => {})
    return made
  }

  private async enter(who: Who, when: When): Promise<BrowserContext> {
    const server = await this.server(when)
    const person = await Person.arrives(this.browser, server.url)
    if (who !== 'nobody' && when !== 'empty') await enterDemo(person, DEMO[who])
    if (who !== 'nobody' && when === 'empty') await enterByCode(person, server, phoneOf(who))
    await person.page.close()
    await inject(person.context)
    return person.context
  }

  async close(): Promise<void> {
    await Promise.all([...this.servers.values()].map(one => one.then(({ server }) => server.stop()).catch(() => {})))
  }
}

async function empty(): Promise<Lively> {
  const server = await Server.start({ demo: false })
  await foundEmpty(server)
  return { server, facts: {} as Facts }
}
