/** What a body may look like before any schema sees it. Walked with a stack of its own, so depth cannot exhaust the process's. */
import { type Refusal, refuse } from './refuse'

export const CAPS = { depth: 20, keys: 500, items: 1000, letters: 2000, nodes: 20_000 }
const POISON = new Set(['__proto__', 'constructor', 'prototype'])
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

const tooLarge = () => refuse('call.too_large', '内容太多了，请分几次提交')
const wrong = () => refuse('call.input', '提交的内容不对，请检查后再试')

/** The refusal a body deserves, or null. `letters` is how long its longest string may be (2,000 unless the schema allows more). */
export function overCaps(body: unknown, letters = CAPS.letters): Refusal | null {
  const stack: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }]
  for (let nodes = 0; stack.length > 0; nodes++) {
    const { value, depth } = stack.pop() as { value: unknown; depth: number }
    if (nodes > CAPS.nodes) return tooLarge()
    if (typeof value === 'string') {
      if (value.length > letters) return tooLarge()
      // PostgreSQL cannot hold U+0000, and half a surrogate pair does not survive UTF-8
      if (value.includes('\u0000') || LONE_SURROGATE.test(value)) return wrong()
    } else if (typeof value === 'object' && value !== null) {
      const bad = badObject(value, depth)
      if (bad) return bad
      for (const inner of Object.values(value)) stack.push({ value: inner, depth: depth + 1 })
    } else if (typeof value === 'number' ? !Number.isFinite(value) : typeof value === 'function' || typeof value === 'symbol')
      return wrong()
  }
  return null
}

function badObject(value: object, depth: number): Refusal | null {
  if (depth >= CAPS.depth) return wrong()
  if (Array.isArray(value)) return value.length > CAPS.items ? tooLarge() : null
  if (!isPlain(value)) return wrong()
  const keys = Object.keys(value)
  if (keys.length > CAPS.keys) return tooLarge()
  return keys.some(key => key.startsWith('$') || POISON.has(key)) ? wrong() : null
}

/** Made by {} or JSON.parse in any realm (jest runs tests in their own), or without a prototype. */
function isPlain(value: object): boolean {
  const proto = Object.getPrototypeOf(value)
  return proto === null || (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, 'hasOwnProperty'))
}
