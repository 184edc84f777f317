/** GET /calendar/<secret>.ics: what somebody's calendar fetches. The secret is all that says whose it is; the door answers. */
import type { FastifyInstance } from 'fastify'
import { calendarAt } from '../_kit/calendar'
import type { Door } from '../_kit/serve'

export const calendarRoutes = (door: Door) => async (app: FastifyInstance) => {
  app.get<{ Params: { file: string } }>('/calendar/:file', async (request, reply) => {
    const { status, headers, body } = await calendarAt(door, request.params.file, request.ip)
    return reply.code(status).headers(headers).send(body)
  })
}
