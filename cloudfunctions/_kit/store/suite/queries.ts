import type { Doc, Query } from '../port'
import type { Given } from '.'
import { door, ids } from './house'

export function querySuite(given: Given): void {
  const find = async (query: Partial<Query>) => ids(await given().find('doors', { where: {}, limit: 100, ...query }))
  const load = (...docs: Doc[]) => given().load('doors', docs)

  test('doors of a grid that are due, the longest overdue first', async () => {
    await load(door('a', { due: 9 }), door('b', { due: 2 }), door('c', { due: 4 }), door('d', { due: 1, grid: '002' }))
    expect(await find({ where: { grid: '001', due: { lte: 4 } }, order: ['due'] })).toEqual(['b', 'c'])
    expect(await find({ where: { grid: '001' }, order: ['-due'] })).toEqual(['a', 'c', 'b'])
    expect(await find({ where: { grid: '001', due: { gt: 2, lt: 9 } } })).toEqual(['c'])
  })

  test('a range on numbers holds no texts, and one on texts no numbers', async () => {
    await load(
      door('a', { due: 9 }),
      door('b', { due: '9' }),
      door('c', { due: null }),
      door('d', { due: undefined }),
      door('e', { due: true }),
    )
    expect(await find({ where: { grid: '001', due: { gte: 0 } } })).toEqual(['a'])
    expect(await find({ where: { grid: '001', due: { lt: 100 } } })).toEqual(['a'])
    expect(await find({ where: { grid: '001', due: { gte: '' } } })).toEqual(['b'])
    expect(await find({ where: { grid: '001', due: { lt: 'x' } } })).toEqual(['b'])
    expect(await find({ where: { grid: '001', due: { prefix: '' } } })).toEqual(['b'])
  })

  test('null finds what is null or not there; true is not 1', async () => {
    await load(door('a', { open: true }), door('b', { open: 1 }), door('c', { open: null }), door('d'), door('e', { open: false }))
    expect(await find({ where: { street: 's1', open: null } })).toEqual(['c', 'd'])
    expect(await find({ where: { street: 's1', open: true } })).toEqual(['a'])
    expect(await find({ where: { street: 's1', open: 1 } })).toEqual(['b'])
    expect(await find({ where: { street: 's1', open: false } })).toEqual(['e'])
  })

  test('a prefix finds rare letters too, and nothing beyond it', async () => {
    await load(
      door('a', { walk: '张𬭎' }),
      door('b', { walk: '张' }),
      door('c', { walk: '弡' }),
      door('d', { walk: '张\uffff' }),
      door('e', { walk: '01' }),
    )
    expect((await find({ where: { grid: '001', walk: { prefix: '张' } } })).sort()).toEqual(['a', 'b', 'd'])
    expect((await find({ where: { due: 5, grid: { prefix: '00' } } })).length).toBe(5)
  })

  test('a door is found by what is inside its address', async () => {
    await load(door('a', { address: { building: '3' } }), door('b', { address: { building: 3 } }), door('c', { address: '3' }))
    expect(await find({ where: { 'address.building': '3' } })).toEqual(['a'])
  })

  test('a tag finds the doors of one street that have it, in order', async () => {
    await load(
      door('a', { tags: ['alone', 'old'], due: 3 }),
      door('b', { tags: ['alone'], due: 1 }),
      door('c', { tags: ['alone'], street: 's2' }),
      door('d', { tags: 'alone' }),
    )
    expect(await find({ where: { street: 's1', tags: { has: 'alone' } }, order: ['due'] })).toEqual(['b', 'a'])
    expect(await find({ where: { street: 's1', tags: { has: 'alone' }, due: { gt: 1 } } })).toEqual(['a'])
    expect(await find({ where: { street: { in: ['s1', 's2'] }, tags: { has: 'alone' } }, order: ['due'] })).toEqual(['b', 'a', 'c'])
    expect(await find({ where: { street: 's1', tags: { has: 'ill' } } })).toEqual([])
  })

  test('any and in are merged in order, each door once', async () => {
    await load(
      door('a', { due: 3 }),
      door('b', { due: 1, grid: '002' }),
      door('c', { due: 2, grid: '003' }),
      door('d', { due: 0, grid: '004' }),
    )
    expect(await find({ where: { grid: { in: ['001', '002', '003'] } }, order: ['due'] })).toEqual(['b', 'c', 'a'])
    expect(await find({ where: { any: [{ grid: '001' }, { grid: { in: ['001', '004'] } }] }, order: ['-due'] })).toEqual(['a', 'd'])
    expect(await find({ where: { all: [{ grid: '001' }, { any: [{ due: 3 }, { due: 4 }] }] } })).toEqual(['a'])
    expect(await find({ where: { all: [{ grid: '001' }, { grid: '002' }] } })).toEqual([])
    expect(await find({ where: { grid: { in: [] } } })).toEqual([])
    expect(await find({ where: { any: [] } })).toEqual([])
    expect(await find({ where: { _id: { in: ['d', 'a', 'zz'] } } })).toEqual(['a', 'd'])
  })

  test('pages follow each other without a gap, in both directions, over doors that are equal or have no due day', async () => {
    const many = Array.from({ length: 57 }, (_, i) =>
      door(`d${String(i).padStart(2, '0')}`, { due: i % 5 === 0 ? undefined : i % 4, grid: `00${1 + (i % 2)}` }),
    )
    await load(...many)
    for (const order of [['due'], ['-due'], undefined, ['-_id']])
      for (const where of [{ grid: '001' }, { grid: { in: ['001', '002'] } }]) {
        const whole = await find({ where, order })
        expect(await pages(where, order)).toEqual(whole)
        expect(whole.length).toBe(where.grid === '001' ? 29 : 57)
      }
  })

  async function pages(where: Query['where'], order?: string[]): Promise<string[]> {
    const all: string[] = []
    let after: string | undefined
    do {
      const page = await given().find('doors', { where, order, limit: 7, after })
      all.push(...ids(page))
      after = page.after
    } while (after)
    return all
  }

  test('a page that ends with the last door says there is no more', async () => {
    await load(door('a'), door('b'))
    expect(await given().find('doors', { where: { grid: '001' }, limit: 2 })).not.toHaveProperty('after')
    expect(await given().find('doors', { where: { grid: '001' }, limit: 1 })).toHaveProperty('after')
  })

  test('a cursor still works when its door is gone', async () => {
    await load(door('a'), door('b'), door('c'))
    const { after } = await given().find('doors', { where: { grid: '001' }, limit: 2 })
    await given().transaction(tx => tx.remove('doors', 'b'))
    expect(await find({ where: { grid: '001' }, after })).toEqual(['c'])
  })

  test('counts and sums by grid, a door that matches twice counted once', async () => {
    await load(
      door('a', { due: 3, hours: 2 }),
      door('b', { due: 4, hours: 1.5 }),
      door('c', { due: 3, grid: '002' }),
      door('d', { due: 3, hours: 'x' }),
    )
    expect(await given().count('doors', { grid: '001' })).toBe(3)
    expect(await given().count('doors', { any: [{ grid: '001' }, { due: 3 }] })).toBe(4)
    expect(await given().tally('doors', { where: {}, by: 'grid', sum: 'hours' })).toEqual([
      { by: '001', count: 3, sum: 3.5 },
      { by: '002', count: 1, sum: 0 },
    ])
    expect(await given().tally('doors', { where: { any: [{ grid: '001' }, { due: 3 }] }, by: 'due', sum: 'due' })).toEqual([
      { by: '3', count: 3, sum: 9 },
      { by: '4', count: 1, sum: 4 },
    ])
    expect(await given().tally('doors', { where: { grid: '001' }, by: 'missing' })).toEqual([])
  })
}
