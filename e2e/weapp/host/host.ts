/**
 * Runs the built mini-program on WeChat's own template compiler (wcc) and component framework (exparser), without DevTools or a network.
 * Needs a DOM (jest's jsdom). Built-in tags are stubs, there is no layout: see docs of the e2e folder.
 */
import { behavior } from 'j-component'
import define from 'miniprogram-simulate/src/definition'
import { until } from '../../patience'
import { appJson } from './dist'
import { logicLayer } from './logic'
import { registrar, type Sink, Stack } from './pages'
import { answer, type Phone } from './phone'
import type { Screen } from './screen'
import { templates } from './templates'
import type { Callbacks, Instance, Wx } from './types'

interface AppDefinition {
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
}

export interface Host {
  /** Opens a page as a fresh launch of the stack and waits for its first paint. */
  open(url: string): Promise<Screen>
  /** The page on top, once it is the given one. */
  on(route: string): Promise<Screen>
  top(): Screen
  back(): void
  /** The app goes away and comes to the front again. */
  hideAndShow(): void
  /** What the logic layer wrote with console.error, and what threw. */
  errors: string[]
  /** What the compiled templates complained about: nodes that silently vanish on the phone. */
  warnings: string[]
}

/** console of the logic layer: errors are kept, the rest is quiet. */
const listening = (errors: string[]) => ({
  ...console,
  log() {},
  info() {},
  debug() {},
  warn() {},
  error: (...words: unknown[]) =>
    void errors.push(words.map(word => (word instanceof Error ? String(word.stack) : String(word))).join(' ')),
})

/** Moving between pages, as wx offers it. The app has no native tab bar, so switchTab fails as it does on the phone. */
function navigation(stack: Stack, first: string): Wx {
  const go = (name: string, work: (url: string) => void) => (ask: Callbacks & { url: string }) =>
    answer(name, ask, () => void work(ask.url))
  const launch = { path: first, query: {}, scene: 1001, referrerInfo: {} }
  return {
    navigateTo: go('navigateTo', url => stack.push(url)),
    redirectTo: go('redirectTo', url => stack.replace(url)),
    reLaunch: go('reLaunch', url => stack.restart(url)),
    switchTab: go('switchTab', () => {
      throw new Error('can not switch to no-tabBar page')
    }),
    navigateBack: (ask: Callbacks & { delta?: number } = {}) => answer('navigateBack', ask, () => void stack.back(ask.delta ?? 1)),
    createSelectorQuery: () => stack.top.instance.createSelectorQuery(),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
  }
}

const defining = (sink: Sink, kind: 'page' | 'component') => (definition: Record<string, unknown>) => sink.take?.(kind, definition)

const painted = (screen: Screen) => {
  const root = screen.instance.data.root
  return root ? (root.cn?.length ?? 0) > 0 : true
}

/** Launches the app on a phone. One launch a test file: wcc keeps globals on the window. */
export function launch(phone: Phone): Host {
  const errors: string[] = []
  const warnings: string[] = []
  const trouble = () => [...errors, ...new Set(warnings)].join('\n').slice(0, 2000)
  const sink: Sink = { take: null }
  let app: AppDefinition = {}
  const keepApp = (definition: AppDefinition) => {
    app = definition
  }
  const world = globalThis as unknown as { wx: Wx }
  world.wx = {}
  define()
  const template = templates(words => warnings.push(words))
  const stack = new Stack(file => id(file), trouble)
  const [first] = appJson().pages
  Object.assign(world.wx, navigation(stack, first), phone.wx())
  const load = logicLayer({
    wx: world.wx,
    console: listening(errors),
    App: keepApp,
    Page: defining(sink, 'page'),
    Component: defining(sink, 'component'),
    Behavior: behavior,
    getApp: () => app,
    getCurrentPages: (): Instance[] => stack.instances(),
  })
  const id = registrar(load, template, sink)
  const options = { path: first, query: {}, scene: 1001, referrerInfo: {} }
  load('app')
  app.onLaunch?.(options)
  app.onShow?.(options)
  return {
    async open(url) {
      const screen = stack.restart(url)
      await until(() => stack.top !== screen || painted(screen), `the first paint of ${url}`, {
        hint: () => errors.join('\n').slice(0, 2000),
      })
      return stack.top
    },
    async on(route) {
      await until(() => stack.top.route === route && painted(stack.top), `page ${route}`, {
        hint: () => `open: ${stack.open.map(screen => screen.url).join(' > ')}; top says: ${stack.top.text().slice(0, 800)}\n${trouble()}`,
      })
      return stack.top
    },
    top: () => stack.top,
    back: () => stack.back(1),
    hideAndShow: () => {
      app.onHide?.()
      app.onShow?.(options)
    },
    errors,
    warnings,
  }
}
