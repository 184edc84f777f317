import type { Root } from 'j-component'
import { Event } from 'miniprogram-exparser'
import { until } from '../../patience'
import { attr, byLabel, byRole, nameOf, walk, words } from './tree'
import type { Instance, TreeNode } from './types'

/** Whether a tap is being handled right now: WeChat lets some things follow only straight out of it. */
export const gesture = { on: false }

const TAPPABLE = ['button', 'tab', 'radio', 'checkbox', 'link', 'switch', 'option']

/** Sends an event into the page as the phone would: it bubbles and is captured. */
function send(node: TreeNode, type: string, detail: object = {}) {
  const extraFields = { touches: {}, changedTouches: {} }
  Event.dispatchEvent(node, Event.create(type, detail, { bubbles: true, capturePhase: true, composed: true, extraFields }))
}

/** One page on the stack, as a person has it in their hand. */
export class Screen {
  constructor(
    readonly route: string,
    readonly url: string,
    private readonly root: Root,
    private readonly trouble: () => string,
  ) {}

  get instance(): Instance {
    return this.root.instance
  }
  get tree(): TreeNode {
    return this.root._exparserNode.shadowRoot as TreeNode
  }
  text(): string {
    return words(this.root._exparserNode)
  }
  private wait<T>(look: () => T, what: string) {
    return until(look, `${what} on ${this.url}`, { hint: () => `the page says: ${this.text().slice(0, 1200)}\n${this.trouble()}` })
  }

  /** Waits until the page says something. */
  async says(wanted: string | RegExp): Promise<void> {
    await this.wait(() => (typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text())), `"${wanted}"`)
  }
  async silentAbout(unwanted: string): Promise<void> {
    await this.wait(() => !this.text().includes(unwanted), `the end of "${unwanted}"`)
  }

  /** Things that can be tapped, by what a screen reader would call them. */
  tappables(name: string | RegExp = /./): TreeNode[] {
    return TAPPABLE.flatMap(role => byRole(this.tree, role, name)).filter(node => attr(node, 'aria-disabled') !== 'true')
  }
  names(): string[] {
    return this.tappables().map(nameOf)
  }
  /** Taps the first thing of that name, once it is there. */
  async tap(name: string | RegExp): Promise<void> {
    const wanted = `something to tap called "${name}" among [${this.names().join(' | ')}]`
    const node = await this.wait(() => this.tappables(name)[0], wanted)
    gesture.on = true
    send(node, 'tap')
    gesture.on = false
  }
  /** Chooses one of a few and waits until it shows as chosen, as a person does. */
  async choose(name: string): Promise<void> {
    await this.tap(name)
    await this.wait(() => this.tappables(name).some(node => attr(node, 'aria-checked') === 'true'), `"${name}" being chosen`)
  }
  /** Types into the field of that label, as the platform reports typing. */
  async type(label: string | RegExp, value: string): Promise<void> {
    const node = await this.wait(() => byLabel(this.tree, label)[0], `a field called "${label}"`)
    send(node, 'focus', { value: '' })
    send(node, 'input', { value, cursor: value.length })
    send(node, 'blur', { value })
  }
  /** Every node with a native type, for checks over the whole page. */
  nodes(): TreeNode[] {
    return [...walk(this.tree)]
  }
  close() {
    this.instance.onUnload?.()
    this.root.detach()
  }
}
