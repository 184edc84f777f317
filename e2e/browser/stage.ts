/** What every file of journeys begins with: a browser and a server, started once, ended for certain. */
import type { Browser } from 'playwright-core'
import { openBrowser } from './chrome'
import { Person } from './person'
import { Server } from './server'

export interface Stage {
  browser: Browser
  server: Server
  /** Somebody with a fresh phone at the front door; they leave when the test is over. */
  arrives(options?: { wide?: boolean }): Promise<Person>
}

/** Registers the beginning and the end with jest; the fields are there when a test runs. */
export function onStage(options: { demo?: boolean; now?: string } = {}): Stage {
  const here: Person[] = []
  const stage = {
    async arrives(how = {}) {
      const person = await Person.arrives(stage.browser, stage.server.url, how)
      here.push(person)
      return person
    },
  } as Stage
  jest.setTimeout(90_000)
  beforeAll(async () => {
    stage.server = await Server.start(options)
    stage.browser = await openBrowser()
  }, 120_000)
  afterEach(async () => {
    const errors = here.flatMap(person => person.errors)
    await Promise.all(here.splice(0).map(person => person.leaves()))
    // A page whose script failed is a failure whatever else went well.
    expect(errors).toEqual([])
  })
  afterAll(async () => {
    await stage.browser?.close()
    await stage.server?.stop()
  })
  return stage
}
