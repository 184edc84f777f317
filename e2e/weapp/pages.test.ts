/** @jest-environment jsdom */
/** Every page of the built mini-program opens on WeChat's own framework, with nothing said against it. */
import { pages } from './host/dist'
import { type Host, launch } from './host/host'
import { Phone } from './host/phone'
import { onWechat } from './run'

jest.setTimeout(180_000)
onWechat('every page of the mini-program', () => {
  let host: Host
  beforeAll(() => {
    // Nobody is known: the door is behind the bridge in journeys.test.ts; here every page has to stand without an answer.
    host = launch(new Phone(async () => ({ refused: { code: 'call.no_identity', message: '请先登录' } })))
  })
  test.each(pages())('%s opens without an error or a lost template', async page => {
    const screen = await host.open(`/${page}`)
    await screen.says(/\S/)
    expect({ errors: host.errors, warnings: host.warnings }).toEqual({ errors: [], warnings: [] })
  })
})
