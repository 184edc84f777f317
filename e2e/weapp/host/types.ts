/** The few shapes of WeChat's page framework that the host touches. */

/** A node of exparser's tree. Attributes that built-in tags do not declare (aria-*) live only in the virtual node. */
export interface TreeNode {
  /** The component's name. */
  is?: string
  $$?: HTMLElement
  _vt?: { tagName?: string; attrs: { name: string; value: unknown }[] }
  childNodes?: TreeNode[]
  shadowRoot?: TreeNode | null
  textContent?: string
}

/** What `this` is inside a page, as Taro uses it. */
export interface Instance {
  data: { root?: { cn?: unknown[] } }
  route?: string
  __route__?: string
  options?: Record<string, string>
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  getOpenerEventChannel?(): { on(): void; emit(): void }
  createSelectorQuery(): unknown
}

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
}

/** Callbacks every asynchronous wx API takes. */
export interface Callbacks {
  success?(result: object): void
  fail?(result: object): void
  complete?(result: object): void
}
/** The platform's API object; names are WeChat's. */
export type Wx = Record<string, unknown>
