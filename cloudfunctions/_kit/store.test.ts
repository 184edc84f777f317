import { openStore } from './store/sqlite'

test('smoke', async () => {
  const store = await openStore({
    file: ':memory:',
    collections: {
      people: {
        reach: { division: 'grid' },
        indexes: [{ fields: ['grid', 'due'] }, { fields: ['community'], has: 'tags' }, { fields: ['household'] }],
      },
    },
  })
  await store.load(
    'people',
    Array.from({ length: 50 }, (_, i) => ({
      _id: `p${i}`,
      grid: `g${i % 3}`,
      household: 'h1',
      community: 'c1',
      due: i % 7,
      tags: i % 2 ? ['a'] : ['b', 'a'],
    })),
  )
  const page = await store.find('people', { where: { grid: { in: ['g1', 'g2'] }, due: { lt: 4 } }, order: ['-due'], limit: 5 })
  console.log(JSON.stringify(page))
  console.log(
    JSON.stringify(
      await store.find('people', { where: { grid: { in: ['g1', 'g2'] }, due: { lt: 4 } }, order: ['-due'], limit: 5, after: page.after }),
    ),
  )
  console.log(
    await store.count('people', { community: 'c1', tags: { has: 'b' } }),
    await store.count('people', { any: [{ grid: 'g1' }, { grid: 'g0' }, { grid: 'g1', due: 3 }] }),
  )
  console.log(
    await store.tally('people', { where: { grid: { prefix: 'g' } }, by: 'due', sum: 'due' }),
    await store.tally('people', { where: {}, by: 'household', sum: 'due' }),
  )
  console.log((await store.find('people', { where: { household: 'h1', grid: { prefix: 'g1' } }, limit: 3 })).items.map(i => i._id))
  const results = await Promise.allSettled([
    store.transaction(tx => tx.update('people', 'p1', { inc: { due: 100 }, add: { tags: 'z' } })),
    store.transaction(async tx => {
      await tx.insert('people', { _id: 'p1' })
    }),
    store.transaction(async tx => {
      await tx.insert('people', { _id: 'new', a: 1 })
      throw new Error('no')
    }),
    store.transaction(tx => tx.remove('people', 'p2')),
  ])
  console.log(results, await store.get('people', 'new'), await store.count('people', { community: 'c1', tags: { has: 'z' } }))
  await store.close()
})
