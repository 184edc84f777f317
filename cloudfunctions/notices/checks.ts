/** Tells the people of a welfare check's open rungs, each once an event; whoever was told hears how it ended. */
import type { Role } from '@domain/contract'
import { accountsOf, heldIn } from '../_kit/holders'
import type { MembershipDoc } from '../_kit/identity'
import type { Later } from '../_kit/react'
import type { Doc } from '../_kit/store/port'
import { notify, type Telling } from './notify'

type Kit = Parameters<Later>[0]
/** The facts of meals.check_opened, _climbed and _closed. */
interface Told {
  check: string
  eater: string
  grid: string
  community: string
  cooks: string[]
  call: string
  door: string
  words: string
  rungs: string[]
  /** The rungs that have just opened. */
  fresh?: string[]
  now?: number
  outcome?: string
}
type Consent = Doc & { resident: string; until?: string; since: string }

const PAGE = '/meals/pages/check/index'
/** What each is asked; the last rung that asks them is the one that is said. */
const ASKED: { [rung: string]: string } = {
  call: '请先给本人打电话',
  neighbour: '请找楼长或邻居去看看',
  knock: '请现在去敲门',
  family: '联系得上的话，请告诉社区人在哪',
  duty: '请马上派人去看，不行就叫 120、110',
}

const holdsOn = (one: { since: string; until?: string }, today: string) => one.since <= today && (one.until ?? '9999') >= today

const staffOf = async ({ store, today }: Kit, scope: string, role: Role) => accountsOf(await heldIn(store, scope, role, today))

async function familyOf({ store, today }: Kit, eater: string): Promise<string[]> {
  const given = await store.find<Consent>('consents', { where: { resident: eater }, limit: 100 })
  const current = given.items.filter(one => holdsOn(one, today))
  const members = await Promise.all(current.map(one => store.get<MembershipDoc>('memberships', `family|${one._id}`)))
  return members.flatMap(one => (one && holdsOn(one, today) ? [one.account] : []))
}

/** Who is asked on a rung: the kitchen and the grid worker call, the grid worker looks, the family and the community by their rung. */
async function askedOn(kit: Kit, told: Told, rung: string): Promise<string[]> {
  if (rung === 'family') return familyOf(kit, told.eater)
  if (rung === 'duty') return staffOf(kit, told.community, 'community')
  const workers = await staffOf(kit, told.grid, 'grid')
  if (rung !== 'call') return workers
  const cooks = await Promise.all(told.cooks.map(community => staffOf(kit, community, 'kitchen')))
  return [...workers, ...cooks.flat()]
}

/** Each account with the last of these rungs that asks them. */
async function byAccount(kit: Kit, told: Told, rungs: string[]): Promise<Map<string, string>> {
  const asked = new Map<string, string>()
  for (const rung of rungs) for (const account of await askedOn(kit, told, rung)) asked.set(account, rung)
  return asked
}

async function send(kit: Kit, event: string, now: number, all: Telling[]) {
  await kit.write(async tx => {
    for (const telling of all) await notify(tx, { now, id: `${event}.${telling.account}` }, telling)
  })
}

/** Opened or climbed. When nothing new opened the community is reminded. */
export const tellCheck: Later = async (kit, facts, event) => {
  const told = facts as unknown as Told
  const fresh = told.fresh?.length ? told.fresh : ['duty'].filter(rung => told.rungs.includes(rung))
  const asked = await byAccount(kit, told, fresh)
  const all = [...asked].map(([account, rung]) => ({
    ...{ account, title: `${told.call}：${told.words.split('，')[0]}`, urgent: true },
    body: `${told.door}，${told.words}。${ASKED[rung]}`,
    to: rung === 'family' ? '/pages/home/index' : `${PAGE}?check=${encodeURIComponent(told.check)}`,
  }))
  await send(kit, event, told.now ?? kit.now, all)
}

const ENDED: { [outcome: string]: string } = {
  well: '人没事，不用再找了',
  helped: '人找到了，已经帮上了',
  hospital: '人找到了，已经送医院',
  away: '人不在家，有说明，不用再找了',
  wrong: '是记错了，人没事',
  taken: '饭后来取了，不用再找了',
}
/** Ended: whoever was asked hears it. A death is told by a person, never by a notice. */
export const tellCheckEnded: Later = async (kit, facts, event) => {
  const told = facts as unknown as Told
  const words = ENDED[told.outcome ?? '']
  if (!words) return
  const asked = await byAccount(kit, told, told.rungs)
  const all = [...asked.keys()].map(account => ({ account, title: `${told.call}：${words}`, body: `${told.door}，${told.words}` }))
  await send(kit, event, told.now ?? kit.now, all)
}
