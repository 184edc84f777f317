import { Duplicate } from '../port'
import type { Given } from '.'
import { type Door, door } from './house'

export function writeSuite(given: Given): void {
  test('a door that was written is read back as it was, rare letters and all', async () => {
    const written = door('d1', {
      name: '阿依古丽·买买提 㛃 𬭎',
      nested: { list: [1, 'a', null, true, { deep: [] }], empty: {} },
      zero: 0,
      long: '长'.repeat(5000),
    })
    await given().transaction(tx => tx.insert('doors', written))
    expect(await given().get('doors', 'd1')).toEqual(written)
    expect(await given().get('doors', 'd2')).toBeNull()
  })

  test('the same id twice is a Duplicate, and the first stays', async () => {
    await given().transaction(tx => tx.insert('doors', door('d1', { note: 'first' })))
    const second = given().transaction(tx => tx.insert('doors', door('d1', { note: 'second' })))
    await expect(second).rejects.toThrow(Duplicate)
    await expect(second).rejects.toMatchObject({ collection: 'doors', id: 'd1' })
    expect(await given().get('doors', 'd1')).toMatchObject({ note: 'first' })
  })

  test('put replaces the whole document', async () => {
    await given().transaction(tx => tx.put('doors', door('d1', { note: 'old', address: { building: '3' } })))
    await given().transaction(tx => tx.put('doors', door('d1', { due: 9 })))
    expect(await given().get('doors', 'd1')).toEqual(door('d1', { due: 9 }))
  })

  test('a field that is undefined is not there', async () => {
    await given().transaction(tx => tx.put('doors', door('d1', { note: undefined })))
    expect(Object.keys((await given().get('doors', 'd1')) ?? {})).not.toContain('note')
  })

  test('set, unset, inc, add and pull change only what they name, and the changed door comes back', async () => {
    await given().load('doors', [
      door('d1', { tags: ['alone', 'old'], address: { building: '3', unit: '2' }, note: 'x', counts: { met: 1 } }),
    ])
    const after = await given().transaction(tx =>
      tx.update('doors', 'd1', {
        set: { name: '张', address: { building: '4' }, 'more.why': 'moved' },
        unset: ['note', 'nothing.here'],
        inc: { due: 7, 'counts.met': 1, 'counts.knocked': 2 },
        add: { tags: 'ill' },
        pull: { gone: 'x' },
      }),
    )
    const expected = door('d1', {
      tags: ['alone', 'old', 'ill'],
      address: { building: '4' },
      name: '张',
      due: 12,
      counts: { met: 2, knocked: 2 },
      more: { why: 'moved' },
    })
    expect(after).toEqual(expected)
    expect(await given().get('doors', 'd1')).toEqual(expected)
  })

  test('setting an object replaces it, an empty one and a list as well', async () => {
    await given().load('doors', [door('d1', { address: { building: '3', unit: '2' }, list: [1, 2, 3] })])
    const change = { set: { address: {}, list: [], other: { a: {} } } }
    expect(await given().transaction(tx => tx.update('doors', 'd1', change))).toMatchObject({ address: {}, list: [], other: { a: {} } })
    expect(await given().get('doors', 'd1')).toEqual(door('d1', { address: {}, list: [], other: { a: {} } }))
  })

  test('a tag is added once and pulled wherever it is', async () => {
    await given().load('doors', [door('d1', { tags: ['a'] })])
    await given().transaction(tx => tx.update('doors', 'd1', { add: { tags: 'a' } }))
    expect(await given().get('doors', 'd1')).toMatchObject({ tags: ['a'] })
    await given().transaction(tx => tx.update('doors', 'd1', { pull: { tags: 'a' } }))
    expect(await given().get('doors', 'd1')).toMatchObject({ tags: [] })
  })

  test('an update answers null when the door is absent or the condition does not hold', async () => {
    await given().load('doors', [door('d1', { left: 1 })])
    const take = () => given().transaction(tx => tx.update('doors', 'd1', { inc: { left: -1 } }, { when: { left: { gte: 1 } } }))
    expect(await take()).toMatchObject({ left: 0 })
    expect(await take()).toBeNull()
    expect(await given().transaction(tx => tx.update('doors', 'none', { set: { a: 1 } }))).toBeNull()
    expect(await given().get('doors', 'none')).toBeNull()
  })

  test('removing says whether there was anything', async () => {
    await given().load('doors', [door('d1', { tags: ['a'] })])
    expect(await given().transaction(tx => tx.remove('doors', 'd1'))).toBe(true)
    expect(await given().transaction(tx => tx.remove('doors', 'd1'))).toBe(false)
    expect(await given().count('doors', { street: 's1', tags: { has: 'a' } })).toBe(0)
  })

  test('a load of 1,200 doors is all there, and a second load replaces them', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => door(`d${i}`, { due: i % 3, tags: ['a'] }))
    await given().load('doors', many)
    await given().load(
      'doors',
      many.map(it => ({ ...it, due: 9, tags: ['b'] })),
    )
    expect(await given().count('doors', { grid: '001', due: 9 })).toBe(1200)
    expect(await given().count('doors', { street: 's1', tags: { has: 'a' } })).toBe(0)
    expect((await given().get<Door>('doors', 'd7'))?.due).toBe(9)
  })
}
