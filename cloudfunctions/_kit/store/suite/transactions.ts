import type { Tx } from '../port'
import type { Given } from '.'
import { type Door, door } from './house'

export function transactionSuite(given: Given): void {
  test('a visit and its door are written together or not at all', async () => {
    await given().load('doors', [door('d1')])
    const failed = given().transaction(async tx => {
      await tx.update('doors', 'd1', { set: { due: 99 }, add: { tags: 'x' } })
      await tx.insert('notes', { _id: 'visit' })
      await tx.remove('doors', 'd1')
      throw new Error('the worker changed her mind')
    })
    await expect(failed).rejects.toThrow('the worker changed her mind')
    expect(await given().get('doors', 'd1')).toEqual(door('d1'))
    expect(await given().get('notes', 'visit')).toBeNull()
    expect(await given().count('doors', { street: 's1', tags: { has: 'x' } })).toBe(0)
  })

  test('a transaction sees what it wrote itself', async () => {
    await given().transaction(async tx => {
      expect(await tx.get('doors', 'd1')).toBeNull()
      await tx.insert('doors', door('d1'))
      expect(await tx.update('doors', 'd1', { inc: { due: 1 } })).toMatchObject({ due: 6 })
      expect(await tx.get('doors', 'd1')).toMatchObject({ due: 6 })
      expect(await tx.remove('doors', 'd1')).toBe(true)
      expect(await tx.get('doors', 'd1')).toBeNull()
      await tx.insert('doors', door('d1', { due: 1 }))
    })
    expect(await given().get('doors', 'd1')).toMatchObject({ due: 1 })
  })

  test('what is not committed is seen by nobody else', async () => {
    let seen: unknown = 'unread'
    await given().transaction(async tx => {
      await tx.insert('doors', door('d1'))
      seen = await given().get('doors', 'd1')
      expect(await given().count('doors', { grid: '001' })).toBe(0)
    })
    expect(seen).toBeNull()
    expect(await given().count('doors', { grid: '001' })).toBe(1)
  })

  test('what a transaction returns is given back, after it can be read', async () => {
    const id = await given().transaction(async tx => {
      await tx.insert('doors', door('d1'))
      return 'd1'
    })
    expect(await given().get('doors', id)).not.toBeNull()
  })

  test('thirty people ask for the last ten portions: ten get one', async () => {
    await given().load('doors', [door('menu', { left: 10 })])
    const order = (i: number) =>
      given().transaction(async tx => {
        await tx.insert('notes', { _id: `order${i}` })
        const menu = await tx.update('doors', 'menu', { inc: { left: -1 } }, { when: { left: { gte: 1 } } })
        if (!menu) throw new Error('sold out')
      })
    const all = await Promise.allSettled(Array.from({ length: 30 }, (_, i) => order(i)))
    expect(all.filter(one => one.status === 'fulfilled').length).toBe(10)
    expect(await given().get('doors', 'menu')).toMatchObject({ left: 0 })
    expect(await given().count('notes', {})).toBe(10)
  })

  test('read, add one, write: twenty at a time lose nothing', async () => {
    await given().load('doors', [door('d1', { due: 0 })])
    const add = (tx: Tx) => tx.get<Door>('doors', 'd1').then(it => tx.update('doors', 'd1', { set: { due: (it?.due ?? 0) + 1 } }))
    await Promise.all(Array.from({ length: 20 }, () => given().transaction(add)))
    expect(await given().get('doors', 'd1')).toMatchObject({ due: 20 })
  })

  test('a transaction that was left behind writes nothing later', async () => {
    let kept: Tx | undefined
    await given().transaction(async tx => {
      kept = tx
    })
    await expect(kept?.insert('doors', door('late'))).rejects.toThrow('over')
    expect(await given().get('doors', 'late')).toBeNull()
  })
}
