/** @jest-environment node */
/**
 * Contact sheets of every screen, standard beside elder, into docs/screenshots. Run by hand after a build of the web app:
 *   npx jest --testMatch '<rootDir>/e2e/screenshots.ts'
 * SHOTS=DIR also keeps every single screen there, in full size. PAGE='shifts/pages/(find|hours)/index volunteer' takes those alone, and with
 * SHEET=shifts the first eight of them become that sheet. Nothing is checked here but that every page opens.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'
import { appPages } from './audit/app'
import { Stage } from './audit/stage'
import { SUBJECTS, type Who } from './audit/subjects'
import { type Mode, openIn, settled } from './audit/visit'
import { openBrowser } from './browser/chrome'

const OUT = path.resolve(__dirname, '../docs/screenshots')
const MODES: Mode[] = ['standard', 'elder']
const LIMIT = 150 * 1024
const only = process.env.PAGE ?? ''
const wanted = new RegExp(only)
interface Shot {
  page: string
  who: Who
  mode: Mode
  png: Buffer
}

/** One screen as it opens, on a phone. */
async function shoot(context: BrowserContext, url: string, mode: Mode): Promise<Buffer> {
  const page = await openIn(context, { url, mode, state: 'full' })
  await settled(page, 'full')
  await page.evaluate(() => document.fonts.ready)
  const png = await page.screenshot()
  await page.close()
  return png
}

const captions: Record<Mode, string> = { standard: '标准', elder: '长辈版' }
const figure = ({ page, who, mode, png }: Shot) =>
  `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${page.replace('/pages', '').replace('/index', '')} ${who} ${captions[mode]}</figcaption></figure>`
const STYLE =
  'body{margin:0;padding:16px;background:#d8d3ca;display:grid;grid-template-columns:repeat(4,230px);gap:16px;font:12px sans-serif}figure{margin:0}img{width:230px;border-radius:12px}'

/** A sheet as a small PNG: fewer colours where it would be too heavy. */
async function sheet(browser: Browser, name: string, shots: Shot[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 } })
  await page.setContent(`<style>${STYLE}</style>${shots.map(figure).join('')}`)
  const png = await page.screenshot({ fullPage: true })
  await page.close()
  const { default: sharp } = await import('sharp')
  const small = await sharp(png).png({ palette: true, colours: 48, effort: 10 }).toBuffer()
  writeFileSync(path.join(OUT, `${name}.png`), small)
  expect({ name, fits: small.length <= LIMIT, bytes: small.length }).toMatchObject({ fits: true })
}

test('every screen, in both modes', async () => {
  mkdirSync(OUT, { recursive: true })
  const browser = await openBrowser()
  const stage = await Stage.open(browser)
  const shots: Shot[] = []
  for (const page of appPages())
    for (const who of SUBJECTS[page].who.filter(one => wanted.test(`${page} ${one}`)))
      for (const mode of MODES) {
        const asked = new URLSearchParams(SUBJECTS[page].query?.(await stage.facts('today'))).toString()
        const url = `${(await stage.server('today')).url}/#/${page}${asked && `?${asked}`}`
        const png = await shoot(await stage.context(who, mode, 'today'), url, mode)
        shots.push({ page, who, mode, png })
        if (process.env.SHOTS) writeFileSync(path.join(process.env.SHOTS, `${page.replaceAll('/', '-')}-${who}-${mode}.png`), png)
      }
  if (process.env.SHEET) await sheet(browser, process.env.SHEET, shots.slice(0, 8))
  for (let at = 0; !only && at < shots.length; at += 8) await sheet(browser, `screens-${at / 8 + 1}`, shots.slice(at, at + 8))
  await browser.close()
  await stage.close()
}, 900_000)
