/** The same handful of everything in five places that must not see each other, and one good input a place for every operation of the contract. */
import { createHash } from 'node:crypto'
import type { Name } from '@domain'
import type { Role } from '@domain/contract'
import type { VisitForm } from '@domain/visits/contract'
import { samples as meals, nowhere as noMeals, settle as settleMeals } from '../meals/world'
import { enrol, nowhere as noShifts, settle as settleShifts, samples as shifts } from '../shifts/world'
import { atCommunity, atGrid, type Place, plain, type Sample, wide } from './sample'
import type { Someone, Town } from './testing'

/** The caller's own grid, then one that differs from it in the grid, the community, the street, the district. */
export const PLACES = ['210102025015001', '210102025015002', '210102025014001', '210102026001001', '210103001001001']
const BESIDE: { [grid: string]: string } = { '210102025015001': '210102025015002', '210102025015002': '210102025015001' }

export type { Place } from './sample'

const NAMES = ['东方青', '西门秋', '南宫林', '北堂雪', '司马远']

/** Every role, standing where it stands when the first place is its own. */
export const STANDING: { [R in Role]: string } = {
  ...{ resident: '210102025015', family: '210102025015', volunteer: '210102025015', lead: '210102025015', kitchen: '210102025015' },
  ...{ grid: '210102025015001', community: '210102025015', street: '210102025', district: '210102', city: '2101' },
  ...{ admin: '2101', security: '210102', auditor: '210102' },
}

const FORM: VisitForm = {
  ...{ outcome: 'met', wellbeing: 'well', tags: [], policies: [], note: '', photos: [], with: [] },
  needs: [{ category: 'doctor', words: '腿疼', urgent: true }],
}

/** A picture of a few bytes, and a roster of one row; both differ by place. */
const pictureOf = (text: string) =>
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 6, ...Buffer.from('EXIF'), 0xff, 0xda, 0, 2, ...Buffer.from(text), 0xff, 0xd9])
/** A photo every caller has put up and nobody has filed. */
const PAPER = pictureOf('paper')
const rosterOf = (name: string) => Buffer.from(`姓名,楼号,单元,房号,电话\n${name},9,1,101,13900139000\n`)
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function put(clerk: Someone, bytes: Uint8Array): Promise<string> {
  await clerk.call('files.put', { file: sha(bytes), part: 0, parts: 1, base64: Buffer.from(bytes).toString('base64') })
  return sha(bytes)
}

async function settle(town: Town, grid: string, name: string): Promise<Place> {
  const community = grid.slice(0, 12)
  const clerk = await town.as('community', community, { name: '社区的人' })
  const building = String(PLACES.indexOf(grid) + 1)
  const address = { building, unit: '1', room: '101' }
  const { id: household } = await clerk.call('people.add_household', { grid, address })
  const { id: empty } = await clerk.call('people.add_household', { grid, address: { ...address, room: '102' } })
  const person = { name, phones: ['13800138000'], relation: '户主', living: 'living' as const }
  const { id: resident } = await clerk.call('people.add_resident', { household, person })
  await clerk.call('people.set_tag', { resident, tag: 'aged', since: '2026-11-01' })
  const { id: visit } = await clerk.call('visits.log', { household, at: town.now(), form: FORM })
  const matters = await clerk.call('visits.matters', { division: grid, settled: false })
  const worker = { phone: `1370000000${building}`, name: '网格员', role: 'grid' as const, scope: grid, since: '2026-11-01' }
  const { id: membership } = await clerk.call('account.assign', worker)
  const carer = { name: '女儿', phone: '13600136000', relation: '女儿', since: '2026-11-01', how: 'paper' as const }
  const { id: consent } = await clerk.call('people.consent', { resident, ...carer })
  const photo = await put(clerk, pictureOf(grid))
  const workbook = await put(clerk, rosterOf(name))
  await clerk.call('files.file', { file: photo, division: grid, kind: 'photo', name: '照片' })
  await clerk.call('files.file', { file: workbook, division: community, kind: 'workbook', name: '台账.csv' })
  const { id: job } = await clerk.call('people.import_run', { file: workbook, kind: 'roster', division: community, mode: 'dry' })
  const place = {
    ...{ grid, community, beside: BESIDE[grid] ?? grid, building, household, empty, resident, name, visit, matter: matters.items[0].id },
    ...{ membership, account: membership.split('|')[0], consent, photo, workbook, job },
  }
  const cooked = { ...place, meals: await settleMeals(town, place) }
  return { ...cooked, shifts: await settleShifts(town, cooked) }
}

export interface World {
  places: Place[]
  /** The ids of one account a role, standing as STANDING says. */
  callers: { [R in Role]: string }
}

/** Fills a town with five places and one caller a role. */
export async function fill(town: Town): Promise<World> {
  const places: Place[] = []
  for (const [i, grid] of PLACES.entries()) places.push(await settle(town, grid, NAMES[i]))
  const callers: Partial<World['callers']> = {}
  for (const [role, scope] of Object.entries(STANDING) as [Role, string][])
    callers[role] = (await town.as(role, scope, { name: `叫${role}的人` })).id
  const world = { places, callers: callers as World['callers'] }
  for (const id of Object.values(callers)) await put(town.again(id), PAPER)
  await enrol(town, world)
  return world
}

const gone = (length: number) => '7'.repeat(length)
/** A place that nobody has ever heard of: what is not there must look like what is not allowed. */
export const NOWHERE: Place = {
  ...{
    grid: '210104001001001',
    community: '210104001001',
    beside: '210104001001002',
    building: '77',
    household: gone(20),
    empty: gone(20),
  },
  ...{ resident: gone(20), name: '无名氏', visit: gone(24), matter: gone(24), membership: `${gone(24)}|grid|210104001001001|2026-11-01` },
  ...{ account: gone(24), consent: gone(24), photo: gone(64), workbook: gone(64), job: gone(24) },
  meals: noMeals,
  shifts: noShifts,
}

const DAY = '2026-11-20'
const tag = { code: 'new_tag', name: '新标签', sensitivity: 'normal' as const, see: ['grid'], set: ['community'], weight: 1 }

/** One row an operation: one that has none does not compile. */
export const SAMPLES: { [N in Name]: Sample<N> } = {
  'account.request_code': plain(() => ({ phone: '13500135000' })),
  'account.enter': plain(() => ({ phone: '13500135000', code: '000000' })),
  'account.bind': plain(() => ({ phone: '13500135000', code: '000000' })),
  'account.leave': plain(() => ({})),
  'account.me': plain(() => ({})),
  'account.helpers': plain(() => ({})),
  'account.demo_people': plain(() => ({})),
  'account.enter_demo': plain(({ account }) => ({ person: account })),
  'account.members': atGrid(({ grid }) => ({ division: grid })),
  'account.assign': atGrid(({ grid }) => ({ phone: '13400134000', name: '志愿者', role: 'volunteer', scope: grid, since: DAY })),
  'account.replace': atGrid(({ membership }) => ({
    membership,
    phone: '13300133000',
    name: '代班',
    since: '2026-11-22',
    until: '2026-11-30',
  })),
  'account.end_membership': atGrid(({ membership }) => ({ membership, on: '2026-11-30', reason: '调走了' })),
  'account.link': atGrid(({ account, resident }) => ({ account, resident })),
  'account.trace': atGrid(({ grid }) => ({ division: grid })),
  'people.divisions': plain(() => ({})),
  'people.place': plain(() => ({ division: '210102' })),
  'people.grids': wide(({ community }) => ({ community })),
  'people.buildings': wide(({ community }) => ({ community })),
  'people.add_grid': atCommunity(({ community }) => ({ community, name: '新网格', kind: 'old' })),
  'people.rename_grid': atGrid(({ grid }) => ({ grid, name: '改名了', kind: 'old' })),
  'people.resize_grid': atGrid(({ grid, building }) => ({ grid, buildings: [building] })),
  'people.tag_kinds': plain(() => ({})),
  'people.define_tag': plain(() => ({ tag })),
  'people.households': atGrid(({ grid }) => ({ division: grid })),
  'people.search': atGrid(({ grid, name }) => ({ division: grid, words: name })),
  'people.doors': atGrid(({ grid, building }) => ({ division: grid, words: `${building}-1` })),
  'people.find_exact': atGrid(({ grid }) => ({ division: grid, number: '13800138000' })),
  'people.household': atGrid(({ household }) => ({ household })),
  'people.add_household': atGrid(({ grid, building }) => ({ grid, address: { building: `2${building}`, unit: '1', room: '101' } })),
  'people.correct_household': atGrid(({ empty, building }) => ({
    household: empty,
    version: 1,
    address: { building: `3${building}`, unit: '1', room: '101' },
  })),
  'people.move_household': atGrid(({ empty, beside }) => ({ household: empty, grid: beside })),
  'people.end_household': atGrid(({ empty }) => ({ household: empty, on: DAY, reason: '搬走了' })),
  'people.add_resident': atGrid(({ household }) => ({
    household,
    person: { name: '新来的', phones: [], relation: '子女', living: 'living' },
  })),
  'people.correct_resident': atGrid(({ resident }) => ({ resident, version: 1, person: { relation: '配偶' } })),
  'people.move_resident': atGrid(({ resident, empty }) => ({ resident, household: empty, on: DAY })),
  'people.end_resident': atGrid(({ resident }) => ({ resident, on: DAY, why: 'moved' })),
  'people.set_tag': atGrid(({ resident }) => ({ resident, tag: 'alone', since: DAY })),
  'people.end_tag': atGrid(({ resident }) => ({ resident, tag: 'aged', on: DAY })),
  'people.reveal': atGrid(({ resident }) => ({ resident, field: 'phones', reason: '约时间' })),
  'people.dial': atGrid(({ resident }) => ({ person: resident, task: '约时间' })),
  'people.consents': atGrid(({ resident }) => ({ resident })),
  'people.consent': atGrid(({ resident }) => ({
    resident,
    name: '儿子',
    phone: '13200132000',
    relation: '儿子',
    since: DAY,
    how: 'phone',
  })),
  'people.end_consent': atGrid(({ consent }) => ({ consent, on: '2026-11-25' })),
  'people.changes': atGrid(({ household }) => ({ household })),
  'people.import_look': atCommunity(({ workbook, community }) => ({ file: workbook, division: community })),
  'people.import_run': atCommunity(({ workbook, community }) => ({ file: workbook, kind: 'roster', division: community, mode: 'dry' })),
  'people.import_job': atCommunity(({ job }) => ({ job })),
  'people.import_jobs': atCommunity(({ community }) => ({ division: community })),
  'people.import_cancel': atCommunity(({ job }) => ({ job })),
  'visits.today': atGrid(({ grid }) => ({ grid })),
  'visits.pack': atGrid(({ grid }) => ({ grid })),
  'visits.door': atGrid(({ household }) => ({ household })),
  'visits.log': atGrid(({ household }) => ({ household, at: Date.parse('2026-11-21T09:00+08:00'), form: FORM })),
  'visits.correct': { ...atGrid(({ visit }) => ({ visit, version: 1, form: FORM, reason: '写错了' })), ownOnly: ['grid'] },
  'visits.timeline': atGrid(({ household }) => ({ household })),
  'visits.matters': atGrid(({ grid }) => ({ division: grid, settled: false })),
  'visits.settle': atGrid(({ matter }) => ({ matter, words: '已经送医院了' })),
  'visits.coverage': wide(({ community }) => ({ community })),
  ...meals,
  ...shifts,
  'notices.list': plain(() => ({})),
  'notices.read': plain(() => ({})),
  'notices.channels': plain(() => ({})),
  'notices.granted': plain(() => ({ answers: [{ template: 'TEMPLATE', answer: 'accept' }] })),
  'notices.want': plain(() => ({ mute: ['shortage'], sms: false })),
  'files.file': atGrid(({ photo, grid }) => ({ file: photo, division: grid, kind: 'photo', name: '照片' })),
  'files.show_paper': plain(({ community }) => ({ file: sha(PAPER), office: community, name: '健康证' })),
  'files.about': atGrid(({ photo }) => ({ file: photo })),
  'files.put': plain(() => ({ file: sha(Buffer.from('x')), part: 0, parts: 1, base64: Buffer.from('x').toString('base64') })),
}
