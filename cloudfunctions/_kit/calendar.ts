/** A calendar's address, the same on own servers and behind the cloud's HTTP gateway: /calendar/<secret>.ics. */
import type { Door } from './serve'

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
const CALENDAR = { ...TEXT, 'content-type': 'text/calendar; charset=utf-8' }

/** `file` is '<secret>.ics'; what is not that is not there. A calendar that asks too often is told to come back in an hour. */
export async function calendarAt(
  door: Door,
  file: string,
  ip?: string,
): Promise<{ status: number; headers: { [name: string]: string }; body: string }> {
  const secret = /^([\w-]{8,96})\.ics$/.exec(file)?.[1]
  if (!secret) return { status: 404, headers: TEXT, body: '没有这个日历' }
  const { status, body } = await door.answer({ name: 'shifts.calendar', input: { secret }, ip })
  if ('ok' in body) return { status, headers: CALENDAR, body: (body.ok as { text: string }).text }
  return { status, headers: status === 429 ? { ...TEXT, 'retry-after': '3600' } : TEXT, body: body.refused.message }
}
