/** Puts the audit's own code and axe into pages. */
import path from 'node:path'
import axe from 'axe-core'
import { buildSync } from 'esbuild'
import type { BrowserContext } from 'playwright-core'

const inpage = buildSync({
  entryPoints: [path.join(__dirname, 'inpage/index.ts')],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'chrome100',
})

/** Every page opened in this context from now on carries `audit` and `axe`, before the app's own code. */
export async function inject(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: inpage.outputFiles[0].text })
  await context.addInitScript({ content: axe.source })
}
