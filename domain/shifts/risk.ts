/** What to do about a shift that may fail: the one thing that helps most, in a sentence. */
import type { Risk } from './contract/desk'

export type Reason = Risk['why'][number]
type Todo = Risk['todo']

/** Somebody who only waits for a nod costs nothing; then the seats that are empty; then people who may not come. */
export function todoOf(why: readonly Reason[], elsewhere: number): Todo {
  const has = (code: Reason['code']) => why.some(one => one.code === code)
  if (has('asked')) return { what: 'answer', words: '先给报名的人点个头' }
  if (has('hole') && elsewhere > 0) return { what: 'ring', words: `有 ${elsewhere} 位在别处排队，先问他们` }
  if (has('hole')) return { what: 'ring', words: '打开打电话的名单，挨个问一问' }
  if (has('paper')) return { what: 'paper', words: '证件到那天不能用，请他换证，或者换个人' }
  if (has('cover')) return { what: 'cover', words: '帮着找个人顶' }
  if (has('missed')) return { what: 'ring', words: '前一天打个电话，问问来不来' }
  return { what: 'wait', words: '等他回话，到点没回会自动轮到下一位' }
}
