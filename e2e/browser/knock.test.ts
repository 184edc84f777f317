/** @jest-environment node */
/** A grid worker's round, with a thumb: today's list, the form, and what happens when the signal, the answer or the app is lost. */
import type { Visit } from '@domain/visits/contract'
import { until } from '../patience'
import { asDemo } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage()
const WORKER = '周敏'
const TODAY = '/#/visits/pages/today/index'
const DONE = '记下，下一户'

/** The address of the door a form is open for, as the API knows it. */
const householdOf = (person: Person) => new URLSearchParams(person.page.url().split('?')[1]).get('household') ?? ''
const visitsOf = async (household: string): Promise<Visit[]> =>
  (await (await asDemo(stage.server.url, 'grid')).call('visits.timeline', { household })).items
/** Before the test's own visits: what the demo community brought along. */
const countOf = async (household: string) => (await visitsOf(household)).length

async function worker(): Promise<Person> {
  const person = await stage.arrives()
  await enterDemo(person, WORKER)
  await person.tap('敲门')
  await person.sees(/还有 \d+ 户/)
  return person
}
/** The first door of the list, opened; answers its household. */
async function firstDoor(person: Person): Promise<string> {
  await person.page.getByRole('list', { name: '今天要敲的门' }).getByRole('button').first().tap()
  person.taps++
  await person.sees('敲开门了吗')
  return householdOf(person)
}
async function allWell(person: Person): Promise<void> {
  await person.tap('见到本人')
  await person.tap('挺好')
  await person.tap(DONE)
}
/** The next form is open: another household stands in the address. */
const movesOn = (person: Person, from: string) => person.page.waitForFunction(old => !location.hash.includes(old), from)

test('signing in as a demo person takes one tap', async () => {
  const person = await stage.arrives()
  await person.page.goto(`${stage.server.url}/#/account/pages/enter/index`)
  person.startsCounting()
  await person.tap(new RegExp(`^${WORKER}`))
  await person.page.waitForURL(/home/)
  await person.sees(/还有 \d+ 户/)
  expect({ taps: person.taps, keys: person.keys }).toEqual({ taps: 1, keys: 0 })
})

test('from the list to saved, a door where all is well takes at most five taps and no typing', async () => {
  const person = await worker()
  person.startsCounting()
  const household = await firstDoor(person)
  const before = await countOf(household)
  await allWell(person)
  await person.sees(/记下了/)
  expect(person.taps).toBeLessThanOrEqual(5)
  expect(person.keys).toBe(0)
  await until(async () => (await countOf(household)) === before + 1, 'the visit on the server')
  const [visit] = await visitsOf(household)
  expect(visit).toMatchObject({ mine: true, form: { outcome: 'met', wellbeing: 'well', needs: [] } })
})
