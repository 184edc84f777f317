/** The steps of a grid worker's round, shared by the journeys. */
import type { Visit } from '@domain/visits/contract'
import { until } from '../patience'
import { asDemo, type Caller } from './api'
import { enterDemo } from './enter'
import type { Person } from './person'
import type { Stage } from './stage'

export const WORKER = '周敏'
export const TODAY = '/#/visits/pages/today/index'
export const DONE = '记下，下一户'

/** The household of the form or door that is open, as the API knows it. */
export const householdOf = (person: Person) => new URLSearchParams(person.page.url().split('?')[1]).get('household') ?? ''

/** Signed in as the worker, on today's list. */
export async function startRound(stage: Stage): Promise<Person> {
  const person = await stage.arrives()
  await enterDemo(person, WORKER)
  await person.tap('敲门')
  // home says how many doors there are too: the list itself says that this page is there
  await person.page.getByRole('list', { name: '今天要敲的门' }).getByRole('button').first().waitFor()
  return person
}

/** Opens the first door of the list; answers its household. */
export async function firstDoor(person: Person): Promise<string> {
  await person.tapsFirstOf('今天要敲的门')
  await person.sees('敲开门了吗')
  return householdOf(person)
}

/** All is well at the door whose form is open. */
export async function allWell(person: Person): Promise<void> {
  await person.tap('见到本人')
  await person.tap('挺好')
  await person.tap(DONE)
}

/** Waits until the form of another household has taken this one's place. */
export async function nextDoor(person: Person, from: string): Promise<string> {
  await person.page.waitForFunction(old => location.hash.includes('household=') && !location.hash.includes(old), from)
  await person.page.getByRole('radio', { name: '见到本人', checked: false }).filter({ visible: true }).waitFor()
  return householdOf(person)
}

/** Looks behind the screens with sessions of its own. */
export class Ledger {
  private constructor(private readonly caller: Caller) {}
  static open = async (url: string) => new Ledger(await asDemo(url, 'grid'))
  visits = async (household: string): Promise<Visit[]> => (await this.caller.call('visits.timeline', { household })).items
  count = async (household: string) => (await this.visits(household)).length
  async counts(households: string[]): Promise<number[]> {
    return Promise.all(households.map(this.count))
  }
  /** Waits until a household has so many visits. */
  async reaches(household: string, count: number): Promise<void> {
    await until(async () => (await this.count(household)) === count, `${count} visits at ${household}`, { ms: 15_000 })
  }
}
