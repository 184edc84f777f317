import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { canonical, codeKey, codeOf, linesOf, numberKey, numberOf, prefixOf } from './certificate'
import type { CertContent } from './contract'

const CONTENT: CertContent = {
  ...{ id: '210102025015-2026-0001', number: numberOf('沈和新志', '2026', 1), issuer: '和平新村社区', manager: '王社区', name: '张桂兰' },
  ...{ from: '2026-01-01', until: '2026-11-20', total: 720, auto: 600, added: 120, times: 5, issued: '2026-11-28', salt: 'abcdef' },
  lines: [{ title: '午饭送餐', times: 5, minutes: 720 }],
}

test('a number is read from a paper whatever brackets and spaces somebody types', () => {
  const key = numberKey(CONTENT.number)
  for (const typed of ['沈和新志[2026]第0001号', '沈和新志（2026）第 0001 号', '沈和新志 2026 0001', '沈和新志〔２０２６〕第０００１号'])
    expect(numberKey(typed)).toBe(key)
  expect(numberKey('210102025015-2026-0001')).toBe('210102025015-2026-0001')
  expect(codeKey('0129 0012－３４５６')).toBe('012900123456')
})

test('a check code is twelve digits, whatever the hash begins with', () => {
  expect(codeOf('0'.repeat(64))).toBe('000000000000')
  expect(codeOf('f'.repeat(64))).toBe(String((2 ** 48 - 1) % 1e12).padStart(12, '0'))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }), hash =>
      /^\d{12}$/.test(codeOf(hash)),
    ),
  )
})

test('a community that has not chosen a name for its numbers is named by where it is', () => {
  expect(prefixOf(['沈阳市', '和平区', '和平新村社区'])).toBe('沈和和志')
})

test('no field of a certificate can change without its text changing', () => {
  const text = canonical(CONTENT)
  for (const field of Object.keys(CONTENT) as (keyof CertContent)[]) {
    const value = CONTENT[field]
    const other =
      typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}1` : [{ title: '午饭送餐', times: 6, minutes: 720 }]
    expect(canonical({ ...CONTENT, [field]: other })).not.toBe(text)
  }
})

test('the text in docs/hours.md is the text that is hashed', () => {
  const told = { ...CONTENT, cityId: 'LN0001', salt: '（24 个字母和数字）' }
  expect(readFileSync(join(__dirname, '../../docs/hours.md'), 'utf8')).toContain(canonical(told))
})

test('a name with a line break cannot stand for two lines', () => {
  expect(
    canonical({ ...CONTENT, name: '张桂兰\n分钟：99999' })
      .split('\n')
      .filter(one => one.startsWith('分钟：')),
  ).toHaveLength(1)
})

test('many services fit on one page, and none of their minutes is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: fc.constantFrom(...'甲乙丙丁戊己庚辛壬癸子丑'), minutes: fc.integer({ min: 1, max: 480 }) })),
      served => {
        const lines = linesOf(served)
        expect(lines.length).toBeLessThanOrEqual(8)
        expect(lines.reduce((all, one) => all + one.minutes, 0)).toBe(served.reduce((all, one) => all + one.minutes, 0))
        expect(lines.reduce((all, one) => all + one.times, 0)).toBe(served.length)
      },
    ),
  )
})
