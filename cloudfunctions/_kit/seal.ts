/**
 * Sealing the trace: the clock chains new entries, one hash chain per community, and appends each chain's head to a place outside the store.
 * An edit, a deletion or another order breaks the chain; a truncation no longer meets the anchored head.
 */
import { createHash } from 'node:crypto'
import type { Entry } from './audit'
import type { Log } from './react'
import type { Doc, Page, Store } from './store/port'

/** The head of one chain. `checked` is when the whole chain was last walked (0: never), `why` what was wrong then. */
export type Chain = Doc & { entries: number; head: string; checked: number; why?: string }
/** A head, written down outside the store. */
export interface Anchor {
  chain: string
  entries: number
  head: string
  at: number
}
/** Where heads are kept outside the store: a file that is only appended to here, another service elsewhere. */
export interface Anchors {
  append(anchors: Anchor[]): Promise<void>
  /** The latest anchor of a chain. */
  last(chain: string): Promise<Anchor | null>
}

const FIELDS = ['_id', 'at', 'who', 'role', 'operation', 'target', 'division', 'ok', 'code', 'note', 'requestId', 'seq', 'prev'] as const
/** What an entry says, in one fixed order, with the hash before it. */
export const hashOf = (entry: Entry) =>
  createHash('sha256')
    .update(JSON.stringify(FIELDS.map(field => entry[field] ?? null)))
    .digest('hex')

/** Entries looked at in one go, and chained in one transaction: others wait for no longer than that takes. */
const CHUNK = 1000
const AT_ONCE = 200

/** Chains what is not yet chained, oldest first. Answers how many entries; run again until it answers 0. */
export async function seal(store: Store, anchors: Anchors, now: number): Promise<number> {
  const fresh = await store.find<Entry>('audit', { where: { sealed: 0 }, order: ['at'], limit: CHUNK })
  const chains = new Map<string, Entry[]>()
  for (const entry of fresh.items) chains.set(entry.chain, [...(chains.get(entry.chain) ?? []), entry])
  const heads: Anchor[] = []
  for (const [chain, entries] of chains)
    for (let i = 0; i < entries.length; i += AT_ONCE) {
      const head = { ...(await sealChain(store, chain, entries.slice(i, i + AT_ONCE))), at: now }
      if (i + AT_ONCE >= entries.length) heads.push(head)
    }
  if (heads.length > 0) await anchors.append(heads)
  return fresh.items.length
}

/** One transaction a chain: two clocks at once cannot give one number twice. */
async function sealChain(store: Store, chain: string, entries: Entry[]): Promise<Omit<Anchor, 'at'>> {
  return store.transaction(async tx => {
    const last = (await tx.get<Chain>('chains', chain)) ?? { _id: chain, entries: 0, head: '', checked: 0 }
    let { entries: seq, head } = last
    for (const { _id } of entries) {
      const entry = await tx.get<Entry>('audit', _id)
      if (entry?.sealed !== 0) continue
      const next = { ...entry, seq: seq + 1, prev: head }
      const hash = hashOf(next)
      await tx.update('audit', _id, { set: { sealed: 1, seq: next.seq, prev: head, hash } })
      seq = next.seq
      head = hash
    }
    await tx.put<Chain>('chains', { ...last, entries: seq, head })
    return { chain, entries: seq, head }
  })
}

export interface Verdict {
  holds: boolean
  entries: number
  head: string
  /** The first thing wrong, for the auditor. */
  why?: string
}

/**
 * Walks a chain (from `from`, for a look at its end only) and holds it against its head and its anchor.
 * The number of entries is bounded by pages of 1,000.
 */
export async function verify(store: Store, anchors: Pick<Anchors, 'last'>, chain: string, from = 1): Promise<Verdict> {
  const head = (await store.get<Chain>('chains', chain)) ?? { entries: 0, head: '' }
  const anchor = await anchors.last(chain)
  const wrong = (why: string): Verdict => ({ holds: false, entries: head.entries, head: head.head, why })
  let [seq, prev, after]: [number, string | null, string | undefined] = [from - 1, from === 1 ? '' : null, undefined]
  let anchored = anchor === null || anchor.entries < from
  do {
    const page: Page<Entry> = await store.find<Entry>('audit', { where: { chain, seq: { gte: from } }, order: ['seq'], limit: 1000, after })
    for (const entry of page.items) {
      if (entry.seq !== seq + 1) return wrong(`entry ${seq + 1} is missing`)
      if (prev !== null && entry.prev !== prev) return wrong(`entry ${entry.seq} does not follow the one before it`)
      if (hashOf(entry) !== entry.hash) return wrong(`entry ${entry.seq} was changed`)
      if (anchor && entry.seq === anchor.entries) anchored = entry.hash === anchor.head
      seq = entry.seq
      prev = entry.hash ?? ''
    }
    after = page.after
  } while (after !== undefined)
  if (seq !== head.entries || (prev !== null && prev !== head.head)) return wrong('the chain ends before its head')
  return anchored ? { holds: true, entries: head.entries, head: head.head } : wrong('the chain does not reach its anchor')
}

/** How many entries a look at the trace walks back over; the clock walks the whole chains. */
const LOOK = 2000

/** The end of every chain of a division: how many entries there are, one head for all, and whether each end holds. */
export async function verifyEnds(store: Store, anchors: Pick<Anchors, 'last'>, division: string): Promise<Omit<Verdict, 'why'>> {
  const chains = (await store.find<Chain>('chains', { where: { _id: { prefix: division.slice(0, 12) } }, limit: 1000 })).items
  const each = Math.max(20, Math.floor(LOOK / Math.max(1, chains.length)))
  let holds = true
  for (const one of chains)
    holds &&= one.why === undefined && (await verify(store, anchors, one._id, Math.max(1, one.entries - each))).holds
  const entries = chains.reduce((sum, one) => sum + one.entries, 0)
  const heads = chains.map(one => one.head)
  const head = heads.length > 1 ? createHash('sha256').update(heads.join()).digest('hex') : (heads[0] ?? '')
  return { holds, entries, head }
}

/** Walks whole chains, those first that waited longest; what is found wrong stays said until somebody has looked into it. Answers how many were walked. */
export async function walkChains(kit: { store: Store; anchors: Anchors; now: number; log: Log }, before: number): Promise<number> {
  const due = await kit.store.find<Chain>('chains', { where: { checked: { lt: before } }, order: ['checked'], limit: 5 })
  for (const { _id } of due.items) {
    const { holds, why = '' } = await verify(kit.store, kit.anchors, _id)
    if (!holds) kit.log.error({ chain: _id, why }, 'the trace does not hold')
    await kit.store.transaction(tx => tx.update('chains', _id, { set: { checked: kit.now, ...(holds ? {} : { why }) } }))
  }
  return due.items.length
}
