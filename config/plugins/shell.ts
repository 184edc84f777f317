import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Compiler } from 'webpack'

const worker = path.resolve(__dirname, '..', 'worker.js')

/**
 * Writes sw.js beside index.html: the app shell that opens without signal. Its version is the hash of every file's name and content,
 * so a new build replaces the old shell and an unchanged build changes nothing.
 */
export class shellPlugin {
  apply(compiler: Compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('shell', compilation => {
      compilation.hooks.processAssets.tap({ name: 'shell', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT }, assets => {
        const names = Object.keys(assets)
          .filter(name => !name.endsWith('.map') && !name.endsWith('.txt') && name !== 'sw.js')
          .sort()
        const hash = createHash('sha256')
        for (const name of names) hash.update(name).update(assets[name].buffer())
        const version = hash.digest('hex').slice(0, 12)
        const source = readFileSync(worker, 'utf8').replace("'__VERSION__'", `'${version}'`).replace("['__FILES__']", JSON.stringify(names))
        compilation.emitAsset('sw.js', new sources.RawSource(source))
      })
    })
  }
}
