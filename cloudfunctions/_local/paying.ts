/** POST /pay/wechat: what WeChat Pay tells of payments. The raw body is what was signed. */
import type { FastifyInstance } from 'fastify'
import type { House } from '../_kit/serve'
import { notePayment } from '../paying'

export const payRoutes = (house: House) => async (app: FastifyInstance) => {
  if (!house.pay) return
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
  app.post('/pay/wechat', async (request, reply) => {
    const { status, body } = await notePayment(house, request.headers as { [name: string]: string | undefined }, String(request.body))
    return reply.code(status).type('application/json').send(body)
  })
}
