import { TagKind } from '@domain/people/contract'
import { KINDS } from '@domain/people/tags'
import { is } from 'valibot'
import { codeOf, kindOf, NEW, rules, written, wrong } from './kinds'

test('a tag that was opened and saved untouched stays what it was', () => {
  for (const kind of KINDS) expect(kindOf(written(kind), kind.code)).toEqual(kind)
})

test('of a sensitive tag nobody above the community knows, whoever was ticked before', () => {
  const kind = kindOf({ ...NEW, name: '血透', sensitivity: 'sensitive', set: ['grid', 'street'] }, 'tag_x')
  expect(kind.see).toEqual(['grid', 'community'])
  expect(kind.set).toEqual(['grid'])
})

test('a new tag is one the server takes, with a code made of letters', () => {
  const code = codeOf('aB9_-xYz0123456789ABCDEF')
  expect(is(TagKind, kindOf({ ...NEW, name: ' 新来的 ' }, code))).toBe(true)
  expect(kindOf({ ...NEW, name: ' 新来的 ' }, code).name).toBe('新来的')
})

test('what is missing is said in sentences', () => {
  expect(wrong({ ...NEW, name: ' ', every: '400', see: [], set: [] })).toEqual({
    name: '给标签起个名字',
    every: '写 1 到 365 之间的天数，或者空着',
    see: '至少选一个看得到的',
    set: '至少选一个能登记的，要在看得到的人里选',
  })
  expect(wrong({ ...NEW, name: '独居' })).toEqual({})
})

test('a tag says how often it is visited and who sees it', () => {
  expect(rules(KINDS[0])).toEqual({ see: '都看得到', set: '网格员、社区', every: '7 天', weight: '最前面', meals: '独居' })
})
