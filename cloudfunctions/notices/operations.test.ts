import { openTown } from '../_kit/testing'
import { notify } from './notify'

const tell = { title: '有一户三次没人在家', body: '3号楼 2单元 302' }

test('a notice waits in the inbox until it is read, newest first', async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const worker = await town.as('grid', '210102025015001')
  await town.store.transaction(async tx => {
    await notify(tx, { now: town.now(), id: 'first' }, { account: worker.id, ...tell })
    await notify(tx, { now: town.now() + 1000, id: 'second' }, { account: worker.id, ...tell, title: '新的一条', urgent: true })
  })
  const list = await worker.call('notices.list', {})
  expect(list.items.map(one => one.title)).toEqual(['新的一条', '有一户三次没人在家'])
  expect((await worker.call('account.me', {})).unread).toBe(2)
  expect(await worker.call('notices.read', { notice: list.items[1].id })).toEqual({ unread: 1 })
  expect(await worker.call('notices.read', {})).toEqual({ unread: 0 })
  await town.close()
})

test("nobody reads, marks or counts another person's notices", async () => {
  const town = await openTown({ now: '2026-11-21T09:00' })
  const [one, other] = [await town.as('grid', '210102025015001'), await town.as('community', '210102025015')]
  await town.store.transaction(tx => notify(tx, { now: town.now(), id: 'n' }, { account: one.id, ...tell }))
  const [{ id }] = (await one.call('notices.list', {})).items
  expect((await other.call('notices.list', {})).items).toEqual([])
  await expect(other.call('notices.read', { notice: id })).rejects.toMatchObject({ code: 'notices.not_there' })
  expect((await one.call('account.me', {})).unread).toBe(1)
  await town.close()
})
