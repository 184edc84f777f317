/**
 * The logic layer's module loader. WeChat's logic layer has no DOM: every name that jsdom or Node adds to plain JavaScript is hidden,
 * so that browser-only code fails here as it fails on the phone.
 */
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import { text } from './dist'

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
const PLAIN = new Set<string>(runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[])
const ALLOWED = new Set([...PLAIN, ...TIMERS, 'console', 'require', 'module', 'exports'])
/** Not own properties of this realm's global object everywhere, but browsers or Node have them. */
const MORE = [
  'self',
  'frames',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WeixinJSBridge',
  'Blob',
  'FormData',
]
const ALSO = [
  'requestAnimationFrame',
  'cancelAnimationFrame',
  'URL',
  'URLSearchParams',
  'process',
  'Buffer',
  'global',
  'indexedDB',
  'crypto',
]

const hidden = (given: Set<string>) =>
  [...new Set([...Object.getOwnPropertyNames(window), ...Object.getOwnPropertyNames(globalThis), ...MORE, ...ALSO])].filter(
    name => /^[A-Za-z_]\w*$/.test(name) && !ALLOWED.has(name) && !given.has(name),
  )

/** A global object with nothing but plain JavaScript, timers and what WeChat gives; Taro copies it into its own window object. */
function plainGlobal(given: Record<string, unknown>) {
  const here = globalThis as unknown as Record<string, unknown>
  const names = [...PLAIN, ...TIMERS].filter(name => name !== 'globalThis' && here[name] !== undefined)
  const it: Record<string, unknown> = { ...Object.fromEntries(names.map(name => [name, here[name]])), ...given }
  it.globalThis = it
  return it
}

/** `given`: App, Page, Component, wx, console...: the names WeChat puts in scope. Returns `load('pages/home/index')`. */
export function logicLayer(given: Record<string, unknown>): (file: string) => unknown {
  const scope = { ...given, globalThis: plainGlobal(given) }
  const names = ['require', 'module', 'exports', ...Object.keys(scope), ...hidden(new Set(Object.keys(scope)))]
  const loaded = new Map<string, { exports: unknown }>()
  return function load(file: string): unknown {
    const name = `${file.replace(/\.js$/, '')}.js`
    const found = loaded.get(name)
    if (found) return found.exports
    const module = { exports: {} as unknown }
    loaded.set(name, module)
    const body = `return (function () {${text(name)}\n}).call(undefined)\n//# sourceURL=${name}`
    const require = (wanted: string) => load(path.posix.join(path.posix.dirname(name), wanted))
    new Function(...names, body).call(undefined, require, module, module.exports, ...Object.values(scope))
    return module.exports
  }
}
