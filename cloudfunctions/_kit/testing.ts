/** A small town to test operations in: the real store in memory, every feature, the real door, a clock that is moved by hand. */
import { createHash, randomBytes } from 'node:crypto'
import type { InputOf, Name, OutputOf } from '@domain'
import type { Role } from '@domain/contract'
import { jobs } from '../clock/jobs'
import { collections, operations } from '../features'
import { reactions } from '../reactions'
import { createClock } from './clock'
import type { Blobs, Secrets } from './context'
import { type Account, LONGEST, type MembershipDoc, type SessionDoc, tokenHash } from './identity'
import type { Paying } from './paying'
import type { Push } from './push'
import type { Log } from './react'
import { Refusal } from './refuse'
import type { Anchor, Anchors } from './seal'
import { createSecrets } from './secrets'
import { type Call, createDoor, type Door, type House } from './serve'
import type { Doc, Store } from './store/port'
import { openStore } from './store/sqlite'
import { stripped } from './strip'
import { momentOf } from './time'

/** The divisions a town has; codes and names are real, the siblings make wrong reach visible. */
const DIVISIONS = [
  ['2101', '沈阳市', 'city'],
  ['210102', '和平区', 'district'],
  ['210103', '沈河区', 'district'],
  ['210102025', '和平新村街道', 'street'],
  ['210102026', '南市场街道', 'street'],
  ['210102025015', '和平新村社区', 'community'],
  ['210102025014', '文安路社区', 'community'],
  ['210102026001', '南市社区', 'community'],
  ['210103001001', '朱剪炉社区', 'community'],
] as const
const GRIDS = [
  '210102025015001',
  '210102025015002',
  '210102025015003',
  '210102025015004',
  '210102025014001',
  '210102026001001',
  '210103001001001',
]

/** Somebody who calls. Each call of a write makes its own key unless one is given. */
export interface Someone {
  id: string
  /** The output, or throws the Refusal. */
  call<N extends Name>(name: N, input: InputOf<N>, more?: { key?: string }): Promise<OutputOf<N>>
  /** What the transport would send: status and body. Takes anything, for wrong input. */
  answer(name: string, input: unknown, more?: Partial<Call>): ReturnType<Door['answer']>
}
export interface Town {
  store: Store
  secrets: Secrets
  blobs: Blobs
  door: Door
  anchors: Anchors & { list: Anchor[] }
  /** What was logged, as text. */
  logged: string[]
  /** The codes that were sent, by phone. */
  codes: Map<string, string>
  nobody: Someone
  now(): number
  moveTo(moment: string): void
  /** An account with one membership (and, by `also`, more). The same role and scope twice makes two people. */
  as(role: Role, scope: string, who?: { name?: string; phone?: string; resident?: string }): Promise<Someone>
  /** Somebody of an earlier town over the same file. */
  again(id: string): Someone
  /** Runs the clock's jobs as if a minute had passed. */
  tick(): Promise<{ [job: string]: number }>
  close(): Promise<void>
}

const memoryBlobs = (): Blobs => {
  const kept = new Map<string, Uint8Array>()
  return {
    async put(id, bytes) {
      kept.set(id, bytes)
    },
    get: async id => kept.get(id) ?? null,
    async remove(id) {
      kept.delete(id)
    },
  }
}

const memoryAnchors = () => {
  const list: Anchor[] = []
  return {
    list,
    append: async (more: Anchor[]) => void list.push(...more),
    last: async (chain: string) => list.filter(one => one.chain === chain).at(-1) ?? null,
  }
}

const keptLog = (logged: string[]): Log => {
  const keep = (fields: { [name: string]: unknown }, words: string) => void logged.push(`${words} ${JSON.stringify(fields)}`)
  return { info: keep, warn: keep, error: keep }
}

/** Takes every payment and every refund, and tells of none. */
const standIn: Paying = {
  prepare: async ({ trade }) => ({ kind: 'code', url: `pay:${trade}` }),
  refund: async () => undefined,
  notified: () => null,
}

const newId = () => randomBytes(18).toString('base64url')
/** Test keys: fixed, so that two towns over one file read each other. */
const testKeys = { data: [createHash('sha256').update('data').digest()], index: createHash('sha256').update('index').digest() }

/** Opens a town. `file` keeps it on disk instead of in memory. */
export async function openTown(options: {
  now: string
  file?: string
  demo?: boolean
  sendCode?: House['sendCode']
  blobs?: Blobs
  /** null: paying on a phone is not set up. */
  pay?: Paying | null
  /** Ways out of the house; none when absent. */
  push?: Push
  wrap?(store: Store): Store
}): Promise<Town> {
  let now = momentOf(options.now)
  const store = await openStore({ file: options.file ?? ':memory:', collections })
  const [secrets, blobs, anchors, logged, codes] = [
    createSecrets(testKeys),
    options.blobs ?? memoryBlobs(),
    memoryAnchors(),
    [] as string[],
    new Map<string, string>(),
  ]
  const pictures = { clean: async (bytes: Uint8Array) => stripped(bytes) }
  const kit = {
    store,
    secrets,
    blobs,
    pictures,
    anchors,
    now: () => now,
    id: newId,
    log: keptLog(logged),
    reactions,
    pay: options.pay === null ? undefined : (options.pay ?? standIn),
    push: options.push,
  }
  const sendCode = options.sendCode ?? (async (phone: string, code: string) => void codes.set(phone, code))
  const door = createDoor({
    ...kit,
    store: options.wrap?.(store) ?? store,
    operations,
    collections,
    demo: options.demo ?? false,
    sendCode,
    strict: true,
  })
  await layOut(store)
  const clock = createClock(kit, jobs)
  let people = await store.count('accounts', { phoneBlind: { gt: '' } })
  return {
    ...{ store, secrets, blobs, door, anchors, logged, codes },
    nobody: someone(door, '', async () => undefined),
    now: () => now,
    moveTo(moment) {
      now = momentOf(moment)
    },
    async as(role, scope, who = {}) {
      const id = await settleIn({ store, secrets }, role, scope, {
        name: '王建国',
        phone: `139${String(++people).padStart(8, '0')}`,
        ...who,
      })
      return someone(door, id, () => freshSession(store, id, now))
    },
    again: id => someone(door, id, () => freshSession(store, id, now)),
    async tick() {
      now += 60_000
      return clock.tick()
    },
    close: () => store.close(),
  }
}

async function layOut(store: Store) {
  const parent = (code: string) =>
    DIVISIONS.map(one => one[0] as string)
      .filter(one => one !== code && code.startsWith(one))
      .at(-1) ?? null
  await store.load(
    'divisions',
    DIVISIONS.map(([code, name, level]) => ({ _id: code, name, level, parent: parent(code) })),
  )
  await store.load(
    'grids',
    GRIDS.map(code => ({
      _id: code,
      community: code.slice(0, 12),
      name: `第${Number(code.slice(12))}网格`,
      kind: 'old',
      households: 0,
      residents: 0,
    })),
  )
}

async function settleIn(
  kit: { store: Store; secrets: Secrets },
  role: Role,
  scope: string,
  who: { name: string; phone: string; resident?: string },
) {
  const id = newId()
  const account: Account = {
    _id: id,
    name: who.name,
    phone: kit.secrets.seal(who.phone, { collection: 'accounts', id, field: 'phone' }),
    phoneBlind: kit.secrets.blind('phone', who.phone),
    phoneMask: `${who.phone.slice(0, 3)}****${who.phone.slice(-4)}`,
    ...(who.resident ? { resident: who.resident } : {}),
  }
  const membership: MembershipDoc = { _id: newId(), account: id, role, scope, since: '2020-01-01' }
  await kit.store.load('accounts', [account])
  await kit.store.load('memberships', [membership])
  return id
}

/** Time is moved by days in tests, sessions are not what they are about: every call comes with a session that has just begun. */
async function freshSession(store: Store, account: string, now: number): Promise<string> {
  const token = createHash('sha256').update(`${account}${now}`).digest('base64url')
  const session: SessionDoc = { _id: tokenHash(token), account, since: now, until: now + LONGEST, seen: now }
  if (!(await store.get<Doc>('sessions', session._id))) await store.load('sessions', [session])
  return token
}

function someone(door: Door, id: string, token: () => Promise<string | undefined>): Someone {
  const answer: Someone['answer'] = async (name, input, more = {}) =>
    door.answer({ name, input, key: newId(), token: await token(), ...more })
  return {
    id,
    answer,
    async call<N extends Name>(name: N, input: InputOf<N>, more: { key?: string } = {}) {
      const { body } = await answer(name, input, more)
      if ('ok' in body) return body.ok as OutputOf<N>
      throw new Refusal(body.refused.code, body.refused.message, body.refused.at)
    },
  }
}
