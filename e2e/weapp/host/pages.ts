/** Page definitions registered with exparser, and the stack of open pages. */

import path from 'node:path'
import { create, type Root, register } from 'j-component'
import { json, pages } from './dist'
import { Screen } from './screen'
import type { Instance } from './types'

type Definition = Record<string, unknown> & { methods?: Record<string, unknown>; options?: object }
export type Sink = { take: ((kind: 'page' | 'component', definition: Definition) => void) | null }

/** Pages come as plain objects with functions beside data; components have `methods`. */
function asComponent(kind: 'page' | 'component', definition: Definition): Definition {
  if (kind === 'component') return { ...definition }
  const entries = Object.entries(definition)
  const methods = Object.fromEntries(entries.filter(([, value]) => typeof value === 'function'))
  return { ...Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function')), methods }
}

/** Registers a page or component of the package under an id of its own, with everything it uses. */
export function registrar(load: (file: string) => unknown, template: (file: string) => unknown, sink: Sink) {
  const ids = new Map<string, string>()
  return function id(file: string): string {
    const known = ids.get(file)
    if (known) return known
    const made = `c${ids.size}${file.replace(/[^a-z]/gi, '')}`
    ids.set(file, made)
    const uses = Object.entries(json<{ usingComponents?: Record<string, string> }>(`${file}.json`).usingComponents ?? {})
    const target = (to: string) => (to.startsWith('/') ? to.slice(1) : path.posix.join(path.posix.dirname(file), to))
    const usingComponents = Object.fromEntries(uses.map(([name, to]) => [name, id(target(to))]))
    const before = sink.take
    sink.take = (kind, definition) => {
      const tagName = kind === 'page' ? 'main' : (file.split('/').pop() as string)
      const options = { classPrefix: '', ...definition.options }
      register({
        ...asComponent(kind, definition),
        id: made,
        path: `/${file}`,
        tagName,
        template: template(`${file}.wxml`),
        usingComponents,
        options,
      })
    }
    load(file)
    sink.take = before
    return made
  }
}

const parse = (url: string) => {
  const [route, query = ''] = url.replace(/^\//, '').split('?')
  const pairs = query.split('&').filter(Boolean)
  return { route, query: Object.fromEntries(pairs.map(pair => pair.split('=').map(decodeURIComponent))) as Record<string, string> }
}

/** WeChat keeps at most ten pages. */
const DEEPEST = 10

export class Stack {
  readonly open: Screen[] = []
  private readonly known = pages()
  constructor(
    private readonly id: (file: string) => string,
    private readonly trouble: () => string,
  ) {}

  get top(): Screen {
    return this.open[this.open.length - 1]
  }
  instances = () => this.open.map(screen => screen.instance)

  push(url: string): Screen {
    const { route, query } = parse(url)
    if (!this.known.includes(route)) throw new Error(`page "${route}" is not found`)
    if (this.open.length >= DEEPEST) throw new Error('webview count limit exceed')
    const root = create(this.id(route)) as Root
    this.top?.instance.onHide?.()
    const opening: Instance = root.instance
    Object.assign(opening, { route, __route__: route, options: query, getOpenerEventChannel: () => ({ on() {}, emit() {} }) })
    const screen = new Screen(route, url, root, this.trouble)
    this.open.push(screen)
    root.attach(document.body.appendChild(document.createElement('div')))
    opening.onLoad?.(query)
    opening.onShow?.()
    opening.onReady?.()
    return screen
  }
  back(steps: number) {
    for (let left = steps; left > 0 && this.open.length > 1; left--) this.open.pop()?.close()
    this.top.instance.onShow?.()
  }
  replace(url: string) {
    this.open.pop()?.close()
    return this.push(url)
  }
  restart(url: string) {
    while (this.open.length > 0) this.open.pop()?.close()
    return this.push(url)
  }
}
