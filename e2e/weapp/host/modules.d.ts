/** WeChat's own packages carry no types that fit; only what the host uses is declared. */
declare module 'miniprogram-compiler' {
  /** Compiles every WXML and WXS under a folder; the text is a function body that returns `$gwx`. Throws on a syntax error. */
  export function wxmlToJs(root: string, options?: { maxBuffer?: number }): string
}
declare module 'miniprogram-simulate/src/definition' {
  /** Registers stubs of the built-in tags and puts a mocked API under `global.wx`. */
  const define: () => void
  export default define
}
declare module 'j-component' {
  import type { Instance, TreeNode } from './types'
  export interface Root {
    instance: Instance
    dom: HTMLElement
    _exparserNode: TreeNode
    attach(parent: Node): void
    detach(): void
  }
  export function register(definition: object): string
  export function behavior(definition: object): string
  export function create(id: string): Root
}
declare module 'miniprogram-exparser' {
  import type { TreeNode } from './types'
  export const Event: {
    create(type: string, detail: object, options: object): object
    dispatchEvent(target: TreeNode, event: object): void
  }
}
