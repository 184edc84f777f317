/** Reading exparser's tree the way a person reads a screen: by the words and names on it. */
import type { TreeNode } from './types'

/** Deep down a page Taro goes on in a component of its own; where its host is virtual it has no tag, only the name it was given here. */
const isOwnComponent = (node: TreeNode) =>
  /^(COMP|CUSTOM-WRAPPER)$/.test(node.$$?.tagName ?? '') || /(comp|custom-wrapper)$/.test(node.is ?? '')

/** Every node on a page, from the top down. Built-in tags keep their content in their slot; only `comp` has a tree of its own. */
export function* walk(node: TreeNode): Generator<TreeNode> {
  yield node
  if (isOwnComponent(node) && node.shadowRoot) yield* walk(node.shadowRoot)
  for (const child of node.childNodes ?? []) yield* walk(child)
}

/** wcc writes attribute names in camel case: aria-role is ariaRole. */
const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
export const attr = (node: TreeNode, name: string): string =>
  String(node._vt?.attrs.find(it => camel(it.name) === camel(name))?.value ?? '')
export const tag = (node: TreeNode) => (node.$$?.tagName ?? '').toLowerCase().replace(/^wx-/, '')
export const words = (node: TreeNode): string => (node.$$?.textContent ?? '').replace(/\s+/g, ' ').trim()

/** What a screen reader would say: the given name, else the words inside. */
export const nameOf = (node: TreeNode) => attr(node, 'aria-label') || words(node)

const fits = (wanted: string | RegExp, text: string) => (typeof wanted === 'string' ? text === wanted : wanted.test(text))

/** The innermost nodes of a role whose name fits. */
export function byRole(root: TreeNode, role: string, name: string | RegExp): TreeNode[] {
  return [...walk(root)].filter(node => attr(node, 'aria-role') === role && fits(name, nameOf(node)))
}

/** Inputs and text areas by what they are called. */
export function byLabel(root: TreeNode, label: string | RegExp): TreeNode[] {
  return [...walk(root)].filter(node => ['input', 'textarea', 'picker'].includes(tag(node)) && fits(label, attr(node, 'aria-label')))
}
