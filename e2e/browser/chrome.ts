/** The system's Chromium, headless. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One browser a test file. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? PLACES.find(existsSync)
  if (!executablePath) throw new Error('no Chromium found: install one, or set CHROME_PATH')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A phone of its own: 375x812, touch, Chinese. `wide`: a computer in an office, 1280x800. */
export async function newPhone(browser: Browser, { wide = false } = {}): Promise<BrowserContext> {
  const size = wide ? { width: 1280, height: 800 } : { width: 375, height: 812 }
  const context = await browser.newContext({
    viewport: size,
    hasTouch: !wide,
    isMobile: !wide,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  context.setDefaultTimeout(45_000)
  return context
}

/** `SLOW=4 npm test -- browser` walks every journey on a phone so many times slower than this machine: it finds what only a fast one hides. */
const SLOW = Number(process.env.SLOW ?? 1)

export async function slowDown(page: Page): Promise<void> {
  if (SLOW <= 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
}
