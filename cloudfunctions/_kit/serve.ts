/**
 * The one door in front of both transports. In this order: who is calling, role, input against its schema, scope, idempotency key, operation,
 * answer. Two failures only: a refusal (expected, told to the person) and a bug (500, told to the log with a request id).
 */
import { type Contract, contract } from '@domain'
import type { Feature, Input, Operation, Output, Refused } from '@domain/contract'
import * as v from 'valibot'
import { entryOf } from './audit'
import type { Blobs, Context, Person, Pictures, Secrets, Work } from './context'
import { acceptedRoles, checkedInput, checkedPlaces, reachOf } from './gate'
import { identify } from './identity'
import { isKey } from './once'
import type { Paying } from './paying'
import type { Push } from './push'
import type { Log, Reactions } from './react'
import { Refusal, refuse } from './refuse'
import { scopedStore } from './scope'
import type { Anchors } from './seal'
import { statusOf } from './status'
import type { Collections, Json, Store } from './store/port'
import { dayOf } from './time'
import { actingFor } from './wards'
import { earlier, onceOf, Twin, writer } from './write'

/** A feature's code: one Work for every operation its contract names; a missing or mistyped one does not compile. */
export type Operations<F extends keyof Contract> = {
  [O in keyof Contract[F]]: Work<Input<Contract[F][O]>, Output<Contract[F][O]>>
}

export interface Door {
  answer(call: Call): Promise<{ status: number; body: Body }>
}
/** One call as a transport hands it over. Identity is settled by the transport (`token`, `platform`), never read from `input`. */
export interface Call {
  /** 'visits.log' */
  name: string
  input: unknown
  key?: string
  token?: string
  platform?: { openid: string; appid: string }
  operator?: true
  ip?: string
}
export type Body = { ok: unknown } | { refused: Refused }

export interface House {
  store: Store
  secrets: Secrets
  blobs: Blobs
  pictures: Pictures
  anchors: Pick<Anchors, 'last'>
  now(): number
  id(): string
  demo: boolean
  sendCode(phone: string, code: string): Promise<void>
  pay?: Paying
  push?: Push
  log: Log
  /** Every feature's code; an operation of the contract that has none does not compile. */
  operations: { [F in keyof Contract]: Operations<F> }
  collections: Collections
  reactions: Reactions
  /** Tests and development: answers are held against their schemas, and writes against their promises. */
  strict?: boolean
}

type Found = { feature: string; operation: Operation; work: Work<never, unknown> }

/** What an operation's name stands for here; null also for demo operations outside demo mode: they do not exist. */
function lookUp(house: House, name: string): Found | null {
  const [feature, short, more] = name.split('.')
  const declared = Object.hasOwn(contract, feature) ? (contract as { [feature: string]: Feature })[feature] : undefined
  const works = house.operations[feature as keyof Contract] as { [name: string]: Work<never, unknown> } | undefined
  if (!declared || !works || more !== undefined || !Object.hasOwn(declared, short) || !Object.hasOwn(works, short)) return null
  const operation = declared[short]
  return operation.demo && !house.demo ? null : { feature, operation, work: works[short] }
}

export function createDoor(house: House): Door {
  return {
    async answer(call) {
      const requestId = house.id()
      const began = performance.now()
      const seen: { person: Person | null } = { person: null }
      const body = await settle(house, call, requestId, seen)
      const status = 'ok' in body ? 200 : statusOf(body.refused.code)
      const code = 'ok' in body ? undefined : body.refused.code
      house.log.info({ requestId, operation: knownName(house, call), status, code, ms: Math.round(performance.now() - began) }, 'call')
      return { status, body }
    },
  }
}

/** A name that nobody knows is the caller's own words, and those are not logged. */
const knownName = (house: House, { name }: Call) => (lookUp(house, name) ? name : 'unknown')

async function settle(house: House, call: Call, requestId: string, seen: { person: Person | null }): Promise<Body> {
  try {
    return { ok: await serve(house, call, requestId, seen) }
  } catch (error) {
    if (!(error instanceof Refusal)) return bug(house, call, requestId, error)
    const { code, message, at } = error
    if (seen.person && statusOf(code) === 404)
      await denied(house, call, requestId, seen.person, code).catch(it => bug(house, call, requestId, it))
    return { refused: at === undefined ? { code, message } : { code, message, at } }
  }
}

/** The caller learns a number to mention and nothing else. */
function bug(house: House, call: Call, requestId: string, error: unknown): Body {
  const stack = error instanceof Error ? error.stack : String(error)
  house.log.error({ requestId, operation: knownName(house, call), stack }, 'bug')
  return { refused: { code: 'call.bug', message: `系统出了点问题，请稍后再试。问题编号 ${requestId}` } }
}

async function serve(house: House, call: Call, requestId: string, seen: { person: Person | null }): Promise<unknown> {
  const found = lookUp(house, call.name)
  if (!found) throw refuse('call.unknown', '没有这个功能，请更新后再试')
  const now = house.now()
  const at = { now, today: dayOf(now) }
  const person = await identify(house.store, call, at)
  seen.person = person
  const { operation, feature, work } = found
  const roles = acceptedRoles(operation, person)
  const input = checkedInput(operation, call.input)
  const reach = reachOf(person, roles)
  checkedPlaces(feature, operation, input, reach)
  const acting = await actingFor(house.store, { feature, operation, input, person, reach })
  const once = keyed(operation, call, person, input)
  const twin = () => earlier({ store: house.store, secrets: house.secrets, once })
  const before = await twin()
  if (before) return before.answer
  const writing = writer({
    ...house,
    ...{ reach, once, when: { ...at, id: house.id }, division: reach.divisions[0] ?? '' },
    about: { who: person?.id ?? '', role: roles.join(','), operation: call.name, requestId },
  })
  const about = { person, roles, acting, requestId, divisions: reach.divisions }
  const context = { ...contextOf(house, call), ...at, ...about, write: writing.write }
  const store = scopedStore(house.store, house.collections, reach)
  return checkedOutput(house, operation, await run(work, { ...context, store }, input, twin), writing.result())
}

/** What an operation is given of the house and of the call, the same for every caller. */
const contextOf = (
  { id, secrets, blobs, pictures, anchors, sendCode, pay, push, demo, store: system }: House,
  { key, platform, ip, token }: Call,
) => ({ id, secrets, blobs, pictures, anchors, sendCode, pay, push, demo, system, key, platform, ip, token })

/** A call whose twin got ahead of it may find its work done already and refuse; then the twin's answer is the answer. */
async function run(work: Work<never, unknown>, context: Context, input: unknown, twin: () => Promise<{ answer: Json } | null>) {
  try {
    return await work(context, input as never)
  } catch (error) {
    if (error instanceof Twin) return error
    const done = error instanceof Refusal ? await twin() : null
    if (done) return new Twin(done.answer)
    throw error
  }
}

/** The key of a write, or a refusal. Reads and keyless writes carry none. */
function keyed(operation: Operation, call: Call, person: Person | null, input: unknown) {
  if (operation.kind === 'read' || operation.keyless) return undefined
  if (!isKey(call.key)) throw refuse('call.key_missing', '这次提交缺少编号，请更新后再试')
  return onceOf(person?.id ?? '', call.name, call.key, input)
}

/** What goes out. A write answers what its transaction returned: that is what a repeat of the call is answered with. */
function checkedOutput(house: House, operation: Operation, output: unknown, written: { answer: unknown } | null): unknown {
  if (output instanceof Twin) return output.answer
  if (!house.strict) return written && !operation.keyless ? written.answer : output
  if ((operation.kind === 'write') !== (written !== null))
    throw new Error(`a ${operation.kind} ${written ? 'wrote' : 'did not write'} through context.write`)
  if (written && !operation.keyless && JSON.stringify(written.answer) !== JSON.stringify(output))
    throw new Error('a write must answer what its context.write returned; a repeat would be answered differently')
  return v.parse(operation.output, JSON.parse(JSON.stringify(output)))
}

/** Somebody reached for what is not theirs, or is not there: kept in the trace, in a transaction of its own. */
async function denied(house: House, call: Call, requestId: string, person: Person, code: string) {
  const now = house.now()
  const about = { who: person.id, role: person.memberships.map(one => one.role).join(','), operation: call.name, requestId }
  const division = person.memberships[0]?.scope ?? ''
  const entry = entryOf({ ...about, now, id: house.id(), target: targetOf(call.input), division, ok: false, code })
  await house.store.transaction(tx => tx.insert('audit', entry))
}

const THINGS = [
  'household',
  'resident',
  'person',
  'visit',
  'matter',
  'membership',
  'account',
  'file',
  'job',
  'consent',
  'eater',
  'order',
  'kitchen',
  'round',
  'check',
]
const PLACES = ['grid', 'community', 'division', 'scope']

/** The ids a denied call named; nothing a person typed. A long run of digits where an id belongs may be a phone or an ID number: it is blotted out. */
function targetOf(input: unknown): string {
  const fields = typeof input === 'object' && input !== null ? (input as { [field: string]: unknown }) : {}
  const ids = (names: string[], shape: RegExp) =>
    names.map(name => fields[name]).filter((value): value is string => typeof value === 'string' && shape.test(value))
  const things = ids(THINGS, /^[A-Za-z0-9_|.:-]{1,96}$/).map(id => id.replace(/\d{9,}[\dXx]?/g, '*'))
  return [...things, ...ids(PLACES, /^\d{4}(\d{2}(\d{3}(\d{3}(\d{3})?)?)?)?$/)].slice(0, 3).join(' ')
}
