/** @jest-environment node */
/** What is written down without signal goes out exactly once, whatever is lost on the way: the signal, the answer, the app, the session. */
import { asDemo } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import { allWell, firstDoor, Ledger, nextDoor, startRound, TODAY, WORKER } from './round'
import { onStage } from './stage'

const stage = onStage()
const LOG = '**/api/visits.log'

/** The app's shell is on the phone: from here on it opens without signal. */
const isInstalled = (person: Person) => person.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

/** Logs so many doors in a row; answers their households. */
async function knock(person: Person, doors: number): Promise<string[]> {
  const households = [await firstDoor(person)]
  for (let left = doors - 1; left >= 0; left--) {
    const here = households[households.length - 1]
    await allWell(person)
    const next = await nextDoor(person, here)
    if (left > 0) households.push(next)
  }
  return households
}
const plus = (counts: number[], more: number) => counts.map(count => count + more)

test('five doors logged without signal, with the app reloaded midway, are each there once after coming back', async () => {
  const ledger = await Ledger.open(stage.server.url)
  const person = await startRound(stage)
  await isInstalled(person)
  await person.goesOffline()
  const first = await knock(person, 2)
  await person.reopens(TODAY)
  await person.sees(/待上传 2/)
  await person.sees(/没有信号/)
  const rest = await knock(person, 3)
  const households = [...first, ...rest]
  expect(new Set(households).size).toBe(5)
  const before = await ledger.counts(households)
  await person.page.goto(`${stage.server.url}${TODAY}`)
  await person.sees(/待上传 5/)
  await person.comesOnline()
  await person.seesNoMore(/待上传/)
  expect(await ledger.counts(households)).toEqual(plus(before, 1))
})

test('a visit whose answer was lost is sent again and is there once', async () => {
  const ledger = await Ledger.open(stage.server.url)
  const person = await startRound(stage)
  let handled = 0
  await person.context.route(LOG, async route => {
    handled++
    await route.fetch()
    if (handled === 1) return route.abort('connectionreset')
    return route.continue()
  })
  const household = await firstDoor(person)
  const before = await ledger.count(household)
  await allWell(person)
  await ledger.reaches(household, before + 1)
  await nextDoor(person, household)
  await person.page.goto(`${stage.server.url}${TODAY}`)
  await person.seesNoMore(/待上传/)
  expect(handled).toBeGreaterThan(1)
  expect(await ledger.count(household)).toBe(before + 1)
})

test('a visit the server refuses is shown with its reason and can be thrown away', async () => {
  const person = await startRound(stage)
  const refusal = { refused: { code: 'visits.too_old', message: '这次敲门过去太久了，记不上了' } }
  await person.context.route(LOG, route => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify(refusal) }))
  await knock(person, 1)
  await person.page.goto(`${stage.server.url}/#/account/pages/waiting/index`)
  await person.sees('这次敲门过去太久了，记不上了')
  await person.tap('删掉')
  await person.page.getByRole('dialog').getByRole('button', { name: '删掉' }).tap()
  await person.sees('都传上去了')
})

test('signing out warns of what waits; another person does not see it; it goes out when its owner is back', async () => {
  const ledger = await Ledger.open(stage.server.url)
  const person = await startRound(stage)
  await isInstalled(person)
  await person.goesOffline()
  const [household] = await knock(person, 1)
  const before = await ledger.count(household)
  await person.page.goto(`${stage.server.url}/#/pages/mine/index`)
  await person.tap('退出登录')
  await person.sees(/还有 1 条没传上去/)
  await person.tap('还是退出')
  await person.comesTo(/enter/)
  await person.comesOnline()
  await enterDemo(person, '刘芳')
  await person.page.goto(`${stage.server.url}/#/account/pages/waiting/index`)
  await person.sees('都传上去了')
  expect(await ledger.count(household)).toBe(before)
  await enterDemo(person, WORKER)
  await ledger.reaches(household, before + 1)
})

test('an expired session locks the app, not the outbox: what waits goes out after signing in again', async () => {
  const ledger = await Ledger.open(stage.server.url)
  const person = await startRound(stage)
  await isInstalled(person)
  await person.goesOffline()
  const [household] = await knock(person, 1)
  const before = await ledger.count(household)
  const { now } = await asDemo(stage.server.url, 'grid').then(caller => caller.call('account.me', {}))
  await stage.server.moveTo(new Date(now + 13 * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 16))
  await person.comesOnline()
  await person.sees('登录过期了')
  await person.sees(/没传上去的 1 条还在这台手机里/)
  await person.tap('重新登录')
  await person.tap(new RegExp(`^${WORKER}`))
  const after = await Ledger.open(stage.server.url)
  await after.reaches(household, before + 1)
})
