/** WeChat's own template compiler (wcc) on every template of the package. Linux x86-64 with glibc only. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { wxmlToJs } from 'miniprogram-compiler'
import { DIST } from './dist'

declare global {
  interface Window {
    __webview_engine_version__: number
  }
}

/** Why the suite cannot run on this machine, or ''. */
export function unable(): string {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `wcc runs on Linux x86-64 only, this is ${process.platform} ${process.arch}`
  if (!report?.header?.glibcVersionRuntime) return 'wcc needs glibc'
  if (!existsSync(path.join(DIST, 'app.json'))) throw new Error(`no weapp build in ${DIST}: run npm run build:weapp, or set WEAPP_DIR`)
  return ''
}

/** `template('pages/home/index.wxml')`; what the compiled code complains about ("Template `tmpl_0_x` not found") goes to `warn`. */
export function templates(warn: (words: string) => void): (file: string) => unknown {
  // wcc's generated code asks for it.
  window.__webview_engine_version__ = 0.02
  const complain = (...words: unknown[]) => warn(words.join(' '))
  const quiet = { ...console, log: complain, warn: complain, error: complain, info: complain }
  return new Function('console', wxmlToJs(DIST, { maxBuffer: 256 << 20 }))(quiet) as (file: string) => unknown
}
