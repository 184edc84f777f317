import { Refusal } from '../../refuse'
import { type Doc, type Query, Unindexed, Unstorable, type Where } from '../port'
import type { Given } from '.'
import { door } from './house'

/** What a careless or hostile caller may hand over in spite of the types. */
const deep = (levels: number): unknown => (levels ? { a: deep(levels - 1) } : 1)
const circle = () => {
  const one: { self?: unknown } = {}
  one.self = one
  return one
}
const BAD: [string, unknown][] = [
  ['an operator', { $set: { role: 'admin' } }],
  ['a name with a dot', { 'a.b': 1 }],
  ['a name that is empty', { '': 1 }],
  ['__proto__', JSON.parse('{"__proto__":{"a":1}}')],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(2)],
  ['a function', () => 1],
  ['a bigint', BigInt(1)],
  ['a hole in a list', [1, undefined]],
  ['10,000 levels', deep(5000)],
  ['51 levels', deep(51)],
  ['a circle', circle()],
  ['half a megabyte of text', '长'.repeat(180_000)],
]

export function refusalSuite(given: Given): void {
  test.each(BAD)('%s is not stored, by insert, put, load or set, at the top or inside', async (_, value) => {
    for (const [i, bad] of [
      { ...door('d1'), field: value },
      { ...door('d1'), list: [{ inner: value }] },
    ].entries()) {
      const doc = bad as unknown as Doc
      await expect(given().transaction(tx => tx.insert('doors', doc))).rejects.toThrow(Unstorable)
      await expect(given().transaction(tx => tx.put('doors', doc))).rejects.toThrow(Unstorable)
      await expect(given().load('doors', [doc])).rejects.toThrow(Unstorable)
      await given().load('doors', [door(`ok${i}`)])
      await expect(given().transaction(tx => tx.update('doors', `ok${i}`, { set: { field: doc.list ?? doc.field } }))).rejects.toThrow(
        Unstorable,
      )
      expect(await given().get('doors', `ok${i}`)).toEqual(door(`ok${i}`))
    }
    expect(await given().get('doors', 'd1')).toBeNull()
  })

  test('49 levels and 500 KB are stored', async () => {
    const fits = door('d1', { field: deep(48) as Doc, text: 'x'.repeat(500_000) })
    await given().load('doors', [fits])
    expect(await given().get('doors', 'd1')).toEqual(fits)
  })

  test.each([[''], [7], [null], [undefined], [{ $ne: '' }], ['\ud800'], ['a\0b'], ['x'.repeat(257)]])('%j is no id', async id => {
    const bad = id as string
    await expect(given().get('doors', bad)).rejects.toThrow(Unstorable)
    await expect(given().transaction(tx => tx.get('doors', bad))).rejects.toThrow(Unstorable)
    await expect(given().transaction(tx => tx.remove('doors', bad))).rejects.toThrow(Unstorable)
    await expect(given().transaction(tx => tx.update('doors', bad, { set: { a: 1 } }))).rejects.toThrow(Unstorable)
    await expect(given().transaction(tx => tx.insert('doors', { _id: bad }))).rejects.toThrow(Unstorable)
  })

  const wheres: unknown[] = [
    { grid: undefined },
    { grid: { $ne: '' } },
    { grid: {} },
    { grid: ['001'] },
    { grid: { gte: 1, lt: 'x' } },
    { grid: { gt: Number.NaN } },
    { grid: { gt: undefined } },
    { grid: { in: [{}] } },
    { grid: { in: '001' } },
    { grid: { prefix: 1 } },
    { grid: { has: 1 } },
    { grid: { in: ['1'], gt: 1 } },
    { $where: '1' },
    { 'a..b': 1 },
    { "a'; DROP TABLE doors": 1 },
    { all: [{ grid: undefined }] },
    { any: [null] },
    null,
    [],
    'grid',
    new Date(0),
  ]
  test.each(wheres.map(where => [where]))('the condition %j is a bug, not a wider query', async where => {
    const bad = where as Where
    await expect(given().find('doors', { where: bad, limit: 1 })).rejects.toThrow(Unstorable)
    await expect(given().count('doors', bad)).rejects.toThrow(Unstorable)
    await expect(given().tally('doors', { where: bad, by: 'grid' })).rejects.toThrow(Unstorable)
    await given().load('doors', [door('d1')])
    await expect(given().transaction(tx => tx.update('doors', 'd1', { set: { a: 1 } }, { when: bad }))).rejects.toThrow(Unstorable)
  })

  const unserved: Omit<Query, 'limit'>[] = [
    { where: { note: 'x' } },
    { where: { walk: 'x' } },
    { where: { grid: '001', note: 'x' } },
    { where: { grid: '001', due: 1, walk: 'x' } },
    { where: { grid: '001', due: { gt: 1 }, walk: { gt: 'x' } } },
    { where: { grid: '001', due: { gt: 1 } }, order: ['walk'] },
    { where: { grid: '001' }, order: ['floor'] },
    { where: {}, order: ['walk'] },
    { where: { tags: { has: 'a' }, grid: '001', due: 5 } },
    { where: { tags: 'a' } },
    { where: { any: [{ grid: '001' }, { note: 'x' }] } },
    { where: { _id: 'a', note: 'x' } },
  ]
  test.each(unserved.map(query => [query]))('%j is served by no index', async query => {
    await expect(given().find('doors', { ...query, limit: 10 })).rejects.toThrow(Unindexed)
  })

  test.each([[0], [1001], [1.5], [-1], [undefined], ['10']])('%j is no limit', async limit => {
    await expect(given().find('doors', { where: {}, limit: limit as number })).rejects.toThrow(Unstorable)
  })

  test.each([[['due', '-walk']], [['due', 'due']], [['$a']], [['_id', 'due']]])('%j is no order', async order => {
    await expect(given().find('doors', { where: { grid: '001' }, order, limit: 1 })).rejects.toThrow(Unstorable)
  })

  test.each([['x'], [''], ['WzFd'], [Buffer.from('[{"a":1},"b"]').toString('base64url')], [Buffer.from('[1,2]').toString('base64url')]])(
    'the made-up cursor %j is refused in plain words',
    async after => {
      await expect(given().find('doors', { where: { grid: '001' }, order: ['due'], limit: 1, after })).rejects.toThrow(Refusal)
    },
  )

  const changes: unknown[] = [
    { set: { _id: 'x' } },
    { set: { $a: 1 } },
    { set: { a: 1, 'a.b': 2 } },
    { set: { a: 1 }, inc: { a: 1 } },
    { inc: { note: 1 } },
    { inc: { due: Number.NaN } },
    { inc: { due: '1' } },
    { add: { due: 'x' } },
    { add: { tags: { $each: ['x'] } } },
    { set: { 'note.inner': 1 } },
    { set: { '__proto__.x': 1 } },
    { rename: { a: 'b' } },
  ]
  test.each(changes.map(change => [change]))('the change %j is a bug and changes nothing', async change => {
    await given().load('doors', [door('d1', { note: 'text' })])
    await expect(given().transaction(tx => tx.update('doors', 'd1', change as { set: Doc }))).rejects.toThrow(Unstorable)
    expect(await given().get('doors', 'd1')).toEqual(door('d1', { note: 'text' }))
  })

  test('a collection that nobody declared does not exist', async () => {
    await expect(given().get('secrets', 'x')).rejects.toThrow(Unstorable)
    await expect(given().find('constructor', { where: {}, limit: 1 })).rejects.toThrow(Unstorable)
    await expect(given().transaction(tx => tx.put('__proto__', { _id: 'x' }))).rejects.toThrow(Unstorable)
  })
}
