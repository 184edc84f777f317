/** Everything that listens to a press, found by its real listeners: those added to the element and those React keeps in its props. */
import { isSeen } from './visible'

const PRESSES = new Set(['click', 'tap', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'])
const PROPS = /^on(Click|Tap|MouseDown|MouseUp|PointerDown|PointerUp|TouchStart|TouchEnd)(Capture)?$/
const NATIVE = 'a[href], button, input, select, textarea, summary'
const listening = new WeakSet<EventTarget>()

/** Has to run before the app's own scripts. */
export function watchListeners(): void {
  const add = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (...args: Parameters<typeof add>) {
    if (PRESSES.has(args[0])) listening.add(this)
    return add.apply(this, args)
  }
}

/** React listens once at the root; what an element does is in its props. */
function hasReactPress(element: Element): boolean {
  const key = Object.keys(element).find(name => name.startsWith('__reactProps$'))
  const props = key ? (element as unknown as Record<string, Record<string, unknown>>)[key] : {}
  return Object.entries(props).some(([name, value]) => PROPS.test(name) && typeof value === 'function')
}

/** Under a dialog nothing can be pressed; the shade beside it closes it as a convenience, its close button and Esc are the way. */
const isOut = (element: Element) => element.closest('[inert]') !== null || element.matches('.k-shade[aria-hidden=true]')

/** The frames of the app itself listen to everything that bubbles up: they are not what a person presses. */
const isFrame = (element: Element) =>
  element.matches('html, body, #app, .taro_router, .taro_page, .taro-tabbar__container, .taro-tabbar__panel')

export function tappables(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].filter(
    element =>
      isSeen(element) &&
      !isFrame(element) &&
      !isOut(element) &&
      (element.matches(NATIVE) || listening.has(element) || hasReactPress(element)),
  )
}

export const isNative = (element: Element) => element.matches(NATIVE)
