/** The project's own rules, beside axe's: sizes, names, focus, fonts, language, reflow. Numbers: shared NORMS U1-U3, U11, §6.4. */
import type axeCore from 'axe-core'
import { isNative, tappables } from './tappable'
import { isSeen, nameElement, seenTexts } from './visible'

declare const axe: typeof axeCore

export interface Failure {
  rule: string
  at: string
  what: string
}
const ROLES = new Set([
  'button',
  'link',
  'radio',
  'checkbox',
  'switch',
  'tab',
  'menuitem',
  'option',
  'textbox',
  'combobox',
  'searchbox',
  'spinbutton',
])
const TYPED = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select'
/** Latin words that a neighbour would say or read anyway. */
const LATIN = new Set(['Excel', 'CSV', 'xlsx', 'csv', 'xls', 'XLSX', 'GBK', 'WPS'])
/** A hair of rounding. */
const EPS = 0.5

const fail = (rule: string, element: Element, what: string): Failure => ({ rule, at: nameElement(element), what })

/** The page on top, and whatever lies over it. */
const scope = () => document.body

function nameRules(element: HTMLElement): Failure[] {
  const role = element.getAttribute('role')
  const failures: Failure[] = []
  if (!isNative(element) && !(role && ROLES.has(role)))
    failures.push(fail('role', element, `no role for something that can be pressed (${role ?? 'none'})`))
  if (!axe.commons.text.accessibleText(element).trim()) failures.push(fail('name', element, 'no accessible name'))
  const inGroup = element.closest('[role=radiogroup], [role=tablist], [role=listbox]')
  const reached = element.tabIndex >= 0 || (inGroup && [...inGroup.querySelectorAll<HTMLElement>('[role]')].some(one => one.tabIndex >= 0))
  if (!reached) failures.push(fail('focus', element, 'cannot be reached by keyboard'))
  return failures
}

/** A field's target is its frame: pressing anywhere in it reaches the field. */
function targetOf(element: HTMLElement): Element {
  return element.matches(TYPED) ? (element.closest('.k-input-frame') ?? element) : element
}

function sizeRule(element: HTMLElement, least: number): Failure[] {
  const box = targetOf(element).getBoundingClientRect()
  if (box.width + EPS >= least && box.height + EPS >= least) return []
  return [fail('target', element, `${Math.round(box.width)}x${Math.round(box.height)} px, needs ${least}`)]
}

function fontRules(least: number): Failure[] {
  return seenTexts(scope()).flatMap(({ element, text }) => {
    const size = Number.parseFloat(getComputedStyle(element).fontSize)
    return size + 0.01 >= least ? [] : [fail('font', element, `"${text.slice(0, 20)}" is ${size} px, needs ${least}`)]
  })
}

function languageRules(): Failure[] {
  return seenTexts(scope()).flatMap(({ element, text }) => {
    const words = (text.match(/[A-Za-z]{2,}/g) ?? []).filter(word => !LATIN.has(word))
    return words.length ? [fail('language', element, `"${words.join(' ')}" in "${text.slice(0, 40)}"`)] : []
  })
}

/** What has to be true of what is on the screen, in every state. */
export function look(least: { target: number; font: number }): Failure[] {
  axe.setup(document.documentElement)
  try {
    const pressed = tappables(scope()).flatMap(element => [...nameRules(element), ...sizeRule(element, least.target)])
    return [...pressed, ...fontRules(least.font), ...languageRules(), ...overlaps()]
  } finally {
    axe.teardown()
  }
}

/** Two targets that lie on each other: one of them cannot be hit. A target inside another (a clear button in a field) is fine. */
function overlaps(): Failure[] {
  const all = tappables(scope()).filter(element => element.closest('[role=dialog]') !== null || !document.querySelector('[role=dialog]'))
  const inFixed = (element: Element) => [...chain(element)].some(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
  const flowing = all.filter(element => !inFixed(element))
  return flowing.flatMap((one, at) => {
    const other = flowing.slice(at + 1).find(it => !one.contains(it) && !it.contains(one) && cover(one, it))
    return other ? [fail('overlap', one, `lies on ${nameElement(other)}`)] : []
  })
}
function* chain(element: Element): Generator<Element> {
  for (let one: Element | null = element; one; one = one.parentElement) yield one
}
function cover(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return wide > 2 && high > 2
}

/** A region that scrolls sideways on purpose (a wide table) says so by its style and can be scrolled by keyboard. */
const scrollsSideways = (element: Element) =>
  [...chain(element)].some(
    one => one !== document.documentElement && one !== document.body && ['auto', 'scroll'].includes(getComputedStyle(one).overflowX),
  )

/** Nothing sticks out to the right, nothing scrolls sideways. */
export function reflow(rule: string): Failure[] {
  const wide = window.innerWidth
  const sideways = [document.scrollingElement as Element, ...document.querySelectorAll('.taro_page')].filter(
    element => isSeen(element) && element.scrollWidth > Math.ceil(element.clientWidth) + 1,
  )
  const out = seenTexts(scope()).filter(({ element }) => element.getBoundingClientRect().right > wide + 1 && !scrollsSideways(element))
  return [
    ...sideways.map(element => fail(rule, element, `scrolls sideways: ${element.scrollWidth} in ${element.clientWidth} px`)),
    ...out.map(({ element }) => fail(rule, element, `sticks out to ${Math.round(element.getBoundingClientRect().right)} of ${wide} px`)),
  ]
}

/** Doubles every text, as a person's own text setting does, and looks for words that are cut off. */
export function enlarge(rule: string): Failure[] {
  const texts = seenTexts(scope())
  const sizes = new Map([...new Set(texts.map(({ element }) => element))].map(it => [it, Number.parseFloat(getComputedStyle(it).fontSize)]))
  for (const [element, size] of sizes) (element as HTMLElement).style.fontSize = `${size * 2}px`
  const cut = [...sizes.keys()].filter(element => isSeen(element) && isCut(element))
  return [...cut.map(element => fail(rule, element, 'cut off at 200 % text')), ...reflow(rule)]
}

/** The text's own box against every box that hides what runs over it. */
function isCut(element: Element): boolean {
  const range = document.createRange()
  range.selectNodeContents(element)
  const text = range.getBoundingClientRect()
  for (const one of chain(element)) {
    if (one === document.body) return false
    const style = getComputedStyle(one)
    if (style.overflowX !== 'hidden' && style.overflowX !== 'clip' && style.overflowY !== 'hidden') continue
    const box = one.getBoundingClientRect()
    const across = style.overflowX !== 'visible' && style.overflowX !== 'auto' && (text.right > box.right + 2 || text.left < box.left - 2)
    const down = style.overflowY === 'hidden' && (text.bottom > box.bottom + 2 || text.top < box.top - 2)
    if (across || down) return true
  }
  return false
}

/** The one thing to do here lies where a thumb reaches: in the lower 40 % of the screen. A desk's toolbar beside the heading is not it. */
export function reach(): Failure[] {
  const main = [...document.querySelectorAll('.k-button-primary')].filter(button => isSeen(button) && !button.closest('.k-top-actions'))
  if (main.length === 0) return []
  const low = main.some(
    button => button.getBoundingClientRect().top + button.getBoundingClientRect().height / 2 >= window.innerHeight * 0.6,
  )
  const box = main[0].getBoundingClientRect()
  return low ? [] : [fail('reach', main[0], `the main action is at ${Math.round(box.top)} of ${window.innerHeight} px`)]
}

/** What a keyboard has to be tried on: one of each kind. Marks them so that they can be found from outside. */
export function markKinds(): string[] {
  const kinds = new Map<string, HTMLElement>()
  for (const element of tappables(scope())) {
    if (element.matches(TYPED) || element.getAttribute('aria-disabled') === 'true') continue
    kinds.set(`${element.tagName} ${element.className} ${element.getAttribute('role') ?? ''}`, element)
  }
  return [...kinds.values()].map((element, at) => {
    element.dataset.kind = String(at)
    return nameElement(element)
  })
}
