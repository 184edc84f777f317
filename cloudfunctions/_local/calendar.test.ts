import Fastify from 'fastify'
import { openTown } from '../_kit/testing'
import { calendarRoutes } from './calendar'

test('a calendar on the phone fetches its address and nothing else of it', async () => {
  const town = await openTown({ now: '2026-11-28T09:00' })
  const app = Fastify()
  await app.register(calendarRoutes(town.door))
  const { path } = await (await town.as('volunteer', '210102025015')).call('shifts.make_feed', {})
  const got = await app.inject({ url: path })
  expect([got.statusCode, got.headers['content-type'], got.headers['cache-control']]).toEqual([
    200,
    'text/calendar; charset=utf-8',
    'no-store',
  ])
  expect(got.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
  for (const url of ['/calendar/wrongwrongwrong.ics', '/calendar/x', '/calendar/..%2F..%2Fetc.ics'])
    expect((await app.inject({ url })).statusCode).toBe(404)
  await app.close()
  await town.close()
})
