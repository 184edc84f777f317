/** Names for search: whole pinyin and initials. Server only: the dictionary is 458 kB. */
import { letters } from '@domain/people/text'
import { pinyin } from 'pinyin-pro'

/**
 * '单雄信' -> { pinyin: 'shanxiongxin', initials: 'sxx' }: surnames read as surnames (单 曾 仇 解 区 尉迟 万俟), ü as v.
 * Letters that are no hanzi stay in the pinyin; marks such as the dot of 阿依古丽·买买提 fall away.
 */
export function spelled(name: string): { pinyin: string; initials: string } {
  const parts = pinyin(name, { mode: 'surname', toneType: 'none', type: 'array', v: true })
    .map(part => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
  // a hanzi the dictionary does not know has no reading: the name is still found by its letters
  return { pinyin: parts.join(''), initials: parts.map(part => letters(part)[0]).join('') }
}

/** What was typed into a search box as pinyin: 'Zhang San', 'lü' -> 'zhangsan', 'lv'. Null when it is not Latin. */
export function typed(words: string): string | null {
  const latin = words.toLowerCase().replace(/ü/g, 'v').replace(/[\s']/g, '')
  return /^[a-z]+$/.test(latin) ? latin : null
}
