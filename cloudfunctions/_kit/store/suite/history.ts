/** Random histories of writes against a plain list in memory; after each, every kind of query must agree with the list. */
import fc from 'fast-check'
import type { Change, Condition, Doc, Query, Store, Tx } from '../port'
import { door } from './house'

type Model = Map<string, Doc>
type Step = { does: 'insert' | 'put' | 'update' | 'remove'; id: string; more: Doc; change: Change }
interface Turn {
  steps: Step[]
  fails: boolean
}

const text = fc.constantFrom('', '0', '9', 'a', 'A', 'ab', '张', '张三', '㛃', '𬭎', '\uffff', '\u{10ffff}', "'", '"%_')
const number = fc.constantFrom(0, -1, 1, 1.5, 5, 1e15, -1e-7)
const scalar: fc.Arbitrary<Doc[string]> = fc.oneof(text, number, fc.boolean(), fc.constant(null), fc.constant(undefined))
const tags = fc.array(fc.constantFrom('alone', 'old', '独居'), { maxLength: 3 })
const id = fc.constantFrom('a', 'b', 'B', '张', '𬭎', '\uffff', 'z|1')

const fields = fc.record({
  grid: fc.constantFrom('001', '002', '0021'),
  street: fc.constantFrom('s1', 's2'),
  due: scalar,
  walk: scalar,
  floor: scalar,
  open: scalar,
  tags,
})
const more = fields.map(it => it as unknown as Doc)
const change: fc.Arbitrary<Change> = fc.oneof(
  fields.map(set => ({ set })),
  fc.record({ set: fc.record({ due: scalar }), add: fc.record({ tags: fc.constantFrom('alone', 'ill') }) }),
  fc.record({
    unset: fc.subarray(['due', 'walk', 'open']),
    inc: fc.record({ times: number }),
    pull: fc.record({ tags: fc.constantFrom('alone', 'old') }),
  }),
)
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom('insert', 'put', 'put', 'update', 'update', 'remove'),
  id,
  more,
  change,
})
const turn: fc.Arbitrary<Turn> = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), fails: fc.boolean() })

const bound = fc.oneof(
  fc.record({ gte: number, lt: number }, { requiredKeys: ['gte'] }),
  fc.record({ gt: text, lte: text }, { requiredKeys: ['lte'] }),
  fc.record({ prefix: text }),
)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  bound,
  fc.record({ in: fc.array(fc.oneof(text, number), { maxLength: 3 }) }),
)
const grid: fc.Arbitrary<Condition> = fc.oneof(fc.constantFrom('001', '002'), fc.constant<Condition>({ in: ['001', '0021'] }))
const signed = (names: string[]) =>
  fc.constantFrom(
    undefined,
    names,
    names.map(name => `-${name}`),
  )
const query: fc.Arbitrary<Omit<Query, 'limit'>> = fc.oneof(
  fc.record({ where: fc.record({ grid, due: condition }), order: signed(['due']) }),
  fc.record({ where: fc.record({ grid }), order: signed(['walk', 'floor']) }),
  fc.record({
    where: fc.record({ street: fc.constant('s1'), tags: fc.constant({ has: 'alone' }), due: condition }),
    order: signed(['due']),
  }),
  fc.record({ where: fc.record({ street: fc.constant('s1'), open: condition, grid: fc.constant({ prefix: '002' }) }) }),
  fc.record({ where: fc.record({ any: fc.tuple(fc.record({ due: condition }), fc.record({ grid }), fc.record({ _id: id })) }) }),
)

export function historySuite(open: () => Promise<Store>, histories: number): void {
  test('whatever is written in whatever order, every query finds exactly what is there', async () => {
    const history = fc.asyncProperty(
      fc.array(turn, { minLength: 1, maxLength: 12 }),
      fc.array(query, { minLength: 4, maxLength: 8 }),
      async (turns, queries) => {
        const store = await open()
        const model: Model = new Map()
        try {
          for (const it of turns) await play(store, model, it)
          for (const it of queries) await agree(store, model, it)
        } finally {
          await store.close()
        }
      },
    )
    await fc.assert(history, { numRuns: histories })
  }, 120_000)
}

async function play(store: Store, model: Model, { steps, fails }: Turn): Promise<void> {
  const draft: Model = structuredClone(model)
  const outcome = await store
    .transaction(async tx => {
      const answers: unknown[] = []
      for (const it of steps) answers.push(await act(tx, it))
      if (fails) throw new Error('on purpose')
      return answers
    })
    .catch((error: Error) => error.constructor.name)
  const expected = expectedOutcome(draft, steps, fails)
  expect(outcome).toEqual(expected)
  if (Array.isArray(expected)) {
    model.clear()
    for (const [key, doc] of draft) model.set(key, doc)
  }
}

async function act(tx: Tx, { does, id, more, change }: Step): Promise<unknown> {
  if (does === 'insert') return tx.insert('doors', door(id, more))
  if (does === 'put') return tx.put('doors', door(id, more))
  return does === 'update' ? tx.update('doors', id, change) : tx.remove('doors', id)
}

function expectedOutcome(draft: Model, steps: Step[], fails: boolean): unknown {
  const answers: unknown[] = []
  for (const { does, id, more, change } of steps) {
    const old = draft.get(id)
    if (does === 'insert' && old) return 'Duplicate'
    if (does === 'insert' || does === 'put') draft.set(id, plain(door(id, more)))
    if (does === 'update' && old) draft.set(id, plain(changedBy(old, change)))
    if (does === 'remove') draft.delete(id)
    answers.push(does === 'remove' ? old !== undefined : does === 'update' ? (old ? draft.get(id) : null) : undefined)
  }
  return fails ? 'Error' : answers
}

const plain = (doc: Doc): Doc => JSON.parse(JSON.stringify(doc))

/** What a change means, written a second time and only as far as the histories go. */
function changedBy(old: Doc, { set = {}, unset = [], inc = {}, add = {}, pull = {} }: Change): Doc {
  const doc: Doc = { ...old, ...set, _id: old._id }
  for (const name of unset) delete doc[name]
  for (const [name, by] of Object.entries(inc)) doc[name] = Number(doc[name] ?? 0) + by
  for (const [name, value] of Object.entries(add))
    doc[name] = (doc[name] as string[]).concat((doc[name] as string[]).includes(value) ? [] : value)
  for (const [name, value] of Object.entries(pull)) doc[name] = (doc[name] as string[]).filter(item => item !== value)
  return doc
}

async function agree(store: Store, model: Model, query: Omit<Query, 'limit'>): Promise<void> {
  const expected = [...model.values()].filter(doc => holds(doc, query.where)).sort((a, b) => before(a, b, query.order ?? []))
  const items: Doc[] = []
  let after: string | undefined
  do {
    const page = await store.find('doors', { ...query, limit: 2, after })
    items.push(...page.items)
    after = page.after
  } while (after && items.length <= model.size)
  expect(items).toEqual(expected)
  expect(await store.count('doors', query.where)).toBe(expected.length)
}

function holds(doc: Doc, where: Query['where']): boolean {
  if ('any' in where) return (where.any as Query['where'][]).some(it => holds(doc, it))
  return Object.entries(where).every(([name, condition]) => holdsOne(doc[name] ?? null, condition))
}

function holdsOne(value: unknown, condition: unknown): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition
  const { in: list, has, prefix, ...bounds } = condition as { in?: unknown[]; has?: string; prefix?: string }
  if (list) return list.includes(value)
  if (has !== undefined) return Array.isArray(value) && value.includes(has)
  if (prefix !== undefined) return typeof value === 'string' && value.startsWith(prefix)
  return Object.entries(bounds).every(([name, edge]) => typeof value === typeof edge && within(name, order(value, edge)))
}
const within = (name: string, side: number) => (name[0] === 'g' ? side > 0 : side < 0) || (name.endsWith('e') && side === 0)

function before(a: Doc, b: Doc, names: string[]): number {
  const down = names[0]?.startsWith('-') ? -1 : 1
  for (const name of [...names.map(it => it.replace('-', '')), '_id']) {
    const side = order(a[name] ?? null, b[name] ?? null)
    if (side) return side * down
  }
  return 0
}

const RANKS = ['object', 'number', 'string', 'boolean']
function order(a: unknown, b: unknown): number {
  if (typeof a !== typeof b) return RANKS.indexOf(typeof a) - RANKS.indexOf(typeof b)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
  return Number(a) - Number(b)
}
