/** Whom staff order for: people without a phone, who ring or come to the window. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Division, Id, someWords } from '../../schema'

export const Found = v.strictObject({
  eater: Id,
  /** 张奶奶: the kitchen hears a surname on the phone and needs no more. */
  call: v.string(),
  door: v.string(),
  age: v.optional(v.number()),
})
export type Found = v.InferOutput<typeof Found>

export const eaters = {
  eaters: operation({
    about:
      'Finds residents to order for, by the beginning of a name, its pinyin or initials, or by a door ("3-2-501"). How they are called and their door, at most 30; nobody who moved away or died.',
    kind: 'read',
    scope: 'division',
    roles: ['kitchen', 'grid', 'community'],
    input: v.strictObject({ division: Division, words: someWords(40) }),
    output: v.array(Found),
  }),
}
