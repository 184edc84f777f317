/** The real wx-server-sdk runs the adapter suite against a stand-in gateway on loopback. What that cannot show is listed in gateway.ts. */
import cloud from 'wx-server-sdk'
import { type CloudDatabase, openCloudStore } from './cloudbase'
import { type Gateway, startGateway } from './gateway'
import { Duplicate } from './port'
import { collections, storeSuite } from './suite'
import { door } from './suite/house'

// every step is a call over HTTP
jest.setTimeout(240_000)

let gateway: Gateway
let db: CloudDatabase
beforeAll(async () => {
  // Without these the SDK asks a metadata host by name before every call.
  Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'env-1', TCB_ENV: 'env-1' })
  gateway = await startGateway()
  const reach = { env: 'env-1', serviceUrl: gateway.url, secretId: 'a', secretKey: 'b' }
  cloud.init(reach as unknown as Parameters<typeof cloud.init>[0])
  // the typings do not know this option
  const manner = { throwOnNotFound: false } as unknown as Parameters<typeof cloud.database>[0]
  db = cloud.database(manner) as unknown as CloudDatabase
})
afterAll(() => gateway.close())

const open = async () => {
  gateway.clear()
  return openCloudStore({ db, collections })
}

storeSuite('WeChat cloud', { open, histories: 12 })

test('a transaction that lost a race runs again until it wins', async () => {
  const store = await open()
  await store.load('doors', [door('d1', { due: 0 })])
  let runs = 0
  await Promise.all(
    Array.from({ length: 8 }, () =>
      store.transaction(async tx => {
        runs++
        const it = await tx.get('doors', 'd1')
        await tx.update('doors', 'd1', { set: { due: Number(it?.due) + 1 } })
      }),
    ),
  )
  expect(await store.get('doors', 'd1')).toMatchObject({ due: 8 })
  expect(runs).toBeGreaterThan(8)
})

test('a body that goes on after a Duplicate is kept, as in every adapter', async () => {
  const store = await open()
  await store.load('doors', [door('d1')])
  await store.transaction(async tx => {
    await tx.insert('doors', door('d1')).catch(error => expect(error).toBeInstanceOf(Duplicate))
    await tx.insert('notes', { _id: 'n1' })
  })
  expect(await store.get('notes', 'n1')).toEqual({ _id: 'n1' })
})

test('nothing is asked on a transaction that would run outside it, and no update operator is sent', async () => {
  const store = await open()
  gateway.asked.clear()
  await store.transaction(async tx => {
    await tx.insert('doors', door('d1'))
    await tx.update('doors', 'd1', { inc: { due: 1 } }, { when: { due: 5 } })
    await tx.remove('doors', 'd1')
  })
  const asked = [...gateway.asked.keys()].filter(name => !name.includes('Transaction') && name !== 'database.addCollection')
  expect(asked.sort()).toEqual(['database.getDocument', 'database.insertDocument', 'database.modifyDocument', 'database.removeDocument'])
})

test('a thousand doors a page, and the next page', async () => {
  const store = await open()
  await store.load(
    'doors',
    Array.from({ length: 1500 }, (_, i) => door(`d${String(i).padStart(4, '0')}`)),
  )
  const first = await store.find('doors', { where: { grid: '001' }, limit: 1000 })
  const second = await store.find('doors', { where: { grid: '001' }, limit: 1000, after: first.after })
  expect([first.items.length, second.items.length, second.after]).toEqual([1000, 500, undefined])
})
