/** Somebody with the app in their hand, who reads words and taps on names; taps and keystrokes are counted. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { newPhone, slowDown } from './chrome'

type Role = 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab'
const any = (page: Page, name: string | RegExp): Locator =>
  (['button', 'link', 'radio', 'checkbox', 'switch', 'tab'] as Role[])
    .map(role => page.getByRole(role, { name, exact: typeof name === 'string' }))
    .reduce((all, one) => all.or(one))

export class Person {
  taps = 0
  keys = 0
  /** What went wrong in the page's own code. */
  readonly errors: string[] = []

  private constructor(
    readonly context: BrowserContext,
    public page: Page,
    readonly url: string,
  ) {}

  /** Takes a fresh phone (or, `wide`, sits down at a computer) and opens the app. */
  static async arrives(browser: Browser, url: string, { wide = false } = {}): Promise<Person> {
    const context = await newPhone(browser, { wide })
    const person = new Person(context, await context.newPage(), url)
    await person.opens()
    await person.page.goto(url)
    return person
  }

  private async opens() {
    await slowDown(this.page)
    this.page.on('pageerror', error => this.errors.push(String(error.stack ?? error)))
  }

  /** The app is killed and opened again on the same phone, at the front door or at a page. */
  async reopens(path = ''): Promise<void> {
    // while a page is being closed it is online again for a moment: what it just then meant to send would slip out
    if (this.offline) await this.page.evaluate(() => Object.assign(window, { fetch: () => new Promise(() => {}) }))
    await this.page.close()
    this.page = await this.context.newPage()
    await this.opens()
    await this.page.goto(this.url + path)
  }

  /** What was waited for and never came is told together with what the page says instead. */
  private async told<T>(wish: string, work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      const words = await this.page.evaluate(() => (document.body.textContent ?? '').replace(/\s+/g, ' ')).catch(() => 'nothing')
      throw new Error(`${wish}: ${String(error).split('\n')[0]}\n${this.page.url()} says: ${words.slice(0, 1500)}`)
    }
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.told(`sees ${words}`, this.page.getByText(words).filter({ visible: true }).first().waitFor())
  }
  async seesNoMore(words: string | RegExp): Promise<void> {
    await this.told(`sees no more ${words}`, this.page.getByText(words).filter({ visible: true }).first().waitFor({ state: 'detached' }))
  }
  count = (words: string | RegExp) => this.page.getByText(words).filter({ visible: true }).count()

  /** One tap of a finger on something with this name. */
  async tap(name: string | RegExp): Promise<void> {
    await this.told(`taps ${name}`, any(this.page, name).filter({ visible: true }).first().click())
    this.taps++
  }
  /** The first thing that can be pressed in a list. */
  async tapsFirstOf(list: string): Promise<void> {
    const first = this.page.getByRole('list', { name: list }).filter({ visible: true }).getByRole('button').first()
    await this.told(`taps the first of ${list}`, first.tap())
    this.taps++
  }
  async tapTwice(name: string | RegExp): Promise<void> {
    await this.told(`taps ${name} twice`, any(this.page, name).filter({ visible: true }).first().dblclick({ delay: 20 }))
    this.taps += 2
  }
  /** What was just tapped takes a second tap for a double tap, for 350 ms (src/ui/tap.tsx): waits until the next one counts. */
  async letsGo(): Promise<void> {
    await this.page.evaluate(() => new Promise(done => setTimeout(done, 400)))
  }
  async types(label: string | RegExp, words: string): Promise<void> {
    await this.told(`types into ${label}`, this.page.getByLabel(label).filter({ visible: true }).first().fill(words))
    this.keys += words.length
  }
  /** Waits until the address fits and its page is in front: the address changes first, and who goes on at once would be overtaken by the page. */
  async comesTo(page: RegExp): Promise<void> {
    await this.told(`comes to ${page}`, this.page.waitForURL(page, { waitUntil: 'commit' }))
    const here = new URL(this.page.url()).hash.slice(1).split('?')[0]
    await this.told(`has ${here} in front`, this.page.locator(`.taro_page_show[id^="${here}"]`).waitFor())
  }
  /** Chooses a file where the page asks for one. */
  async gives(name: string | RegExp, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(name)])
    await chooser.setFiles(file)
  }
  /** Taps something that hands over a file; answers the file's path. */
  async takes(name: string | RegExp): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.tap(name)])
    return download.path()
  }

  private offline = false
  /** No signal, as a phone in a cellar: the system says so and nothing is answered. */
  async goesOffline() {
    await this.context.setOffline(true)
    this.offline = true
  }
  async comesOnline() {
    this.offline = false
    await this.context.setOffline(false)
  }
  /** Taps and keys from here on are counted anew. */
  startsCounting() {
    this.taps = 0
    this.keys = 0
  }
  leaves = () => this.context.close()
}
