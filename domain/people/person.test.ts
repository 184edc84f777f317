import fc from 'fast-check'
import { ageOn } from './age'
import { checkDigit, readIdNumber, tidyIdNumber } from './identity'
import { calling, maskIdNumber, maskName } from './mask'
import { maskPhone, phonesIn, tidyPhone } from './phones'
import { sizeWarning } from './size'
import { heldOn, interval, KINDS, nextChange, visible, weightOf } from './tags'

test('an ID number typed full-width, with spaces and a small x is the number on the card', () => {
  expect(tidyIdNumber(' ２１９９００ 19900808 004x ')).toBe('21990019900808004X')
  expect(readIdNumber('21990019900808004x')).toEqual({ ok: true, number: '21990019900808004X', born: '1990-08-08', sex: 'female' })
})

test('a wrong check digit, a birthday that never was, and a lost digit are told apart', () => {
  expect(readIdNumber('219900199808130034')).toEqual({ ok: false, why: 'check' })
  expect(readIdNumber('219900199802300033')).toEqual({ ok: false, why: 'born' })
  expect(readIdNumber('21990019980813003')).toEqual({ ok: false, why: 'shape' })
})

const day = fc
  .tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)

test('changing any one digit of an ID number is noticed', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 0, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (born, order, at, by) => {
        const first = `219900${born.replace(/-/g, '')}${String(order).padStart(3, '0')}`
        expect(readIdNumber(first + checkDigit(first))).toMatchObject({ ok: true, born })
        const wrong = first.slice(0, at) + ((Number(first[at]) + by) % 10) + first.slice(at + 1)
        expect(readIdNumber(wrong + checkDigit(first)).ok).toBe(false)
      },
    ),
  )
})

test('two phones in a cell are two phones; dashes and +86 fall away; a short number is none', () => {
  expect(phonesIn('19900001512/１９９００００１５１３ 儿子')).toEqual(['19900001512', '19900001513'])
  expect(phonesIn('199-0000-1512')).toEqual(['19900001512'])
  expect(phonesIn('19900001512 19900001513')).toEqual(['19900001512', '19900001513'])
  expect(phonesIn('+86 19900001512、024-23456789')).toEqual(['19900001512', '02423456789'])
  expect(phonesIn('138 0013 8000 139-0013-9000')).toEqual(['13800138000', '13900139000'])
  expect(tidyPhone('1990000151')).toBeNull()
})

test('张三 and 张三丰 are 张**, 欧阳娜娜 is 欧阳**, 阿依古丽·买买提 is 阿**, and a rare surname is not cut in half', () => {
  expect(['张三', '张三丰', '欧阳娜娜', '欧阳', '阿依古丽·买买提', '𠮷田'].map(maskName)).toEqual([
    '张**',
    '张**',
    '欧阳**',
    '欧**',
    '阿**',
    '𠮷**',
  ])
})

test('a phone shows three and four, an ID number three and four', () => {
  expect(maskPhone('13800138000')).toBe('138****8000')
  expect(maskPhone('02423456789')).toBe('****789')
  expect(maskIdNumber('210102194808041234')).toBe('210***********1234')
})

test('no mask ever shows a digit of the middle, or how long a name is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }), fc.string({ minLength: 1, maxLength: 9 }), (number, name) => {
      const phone = `1${number}`
      expect(maskPhone(phone).replace(/\*/g, '').length).toBeLessThanOrEqual(7)
      expect(maskPhone(phone)).toHaveLength(11)
      expect(maskIdNumber(`2101${phone}123`).slice(3, -4)).toBe('*'.repeat(11))
      expect(Array.from(maskName(name)).length).toBeLessThanOrEqual(4)
      expect(maskName(`张${name}`).slice(-2)).toBe('**')
    }),
  )
})

test('a neighbour says 王大爷, 李大娘, 欧阳女士 and 阿依古丽女士', () => {
  expect(calling('王建国', 'male', 78)).toBe('王大爷')
  expect(calling('李淑珍', 'female', 60)).toBe('李大娘')
  expect(calling('欧阳娜娜', 'female', 30)).toBe('欧阳女士')
  expect(calling('阿依古丽·买买提', 'female', 33)).toBe('阿依古丽女士')
  expect(calling('王建国')).toBe('王建国')
})

test('somebody turns 90 on the birthday, not the day before; 29 February waits for 1 March', () => {
  expect([ageOn('1936-11-21', '2026-11-20'), ageOn('1936-11-21', '2026-11-21')]).toEqual([89, 90])
  expect([ageOn('1940-02-29', '2023-02-28'), ageOn('1940-02-29', '2023-03-01'), ageOn('1940-02-29', '2024-02-29')]).toEqual([82, 83, 84])
  expect(ageOn('2026-11-22', '2026-11-21')).toBeUndefined()
})

test('from one day to the next an age grows by one on the birthday and never otherwise', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 100 }), (born, years) => {
      const birthday = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`
      expect(ageOn(born, birthday)).toBe(years)
      const eve = new Date(Date.parse(`${birthday}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
      expect(ageOn(born, eve)).toBe(years - 1)
    }),
  )
})

test('a tag holds from its first day to its last, and the day it changes is known', () => {
  const tags = [
    { code: 'aged', since: '2026-01-01' },
    { code: 'ill', since: '2026-11-01', until: '2026-11-21' },
  ]
  expect(heldOn(tags, '2026-11-21')).toEqual(['aged', 'ill'])
  expect(heldOn(tags, '2026-11-22')).toEqual(['aged'])
  const after = (one: string) => new Date(Date.parse(`${one}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  expect(nextChange(tags, '2026-11-10', after)).toBe('2026-11-22')
  expect(nextChange(tags, '2026-11-22', after)).toBeUndefined()
})

test('the shortest interval wins and says which tags ask for it; nobody asking means twice a year', () => {
  expect(interval(['low_income', 'alone', 'aged'], KINDS)).toEqual({ every: 7, because: ['alone', 'aged'] })
  expect(interval(['party'], KINDS)).toEqual({ every: 180, because: [] })
  expect(
    weightOf(
      KINDS.map(kind => kind.code),
      KINDS,
    ),
  ).toBe(100)
})

test('精神障碍 is seen by the community office alone, 独居 by everybody above the door', () => {
  expect(visible(['alone', 'mental', 'unheard_of'], KINDS, ['grid'])).toEqual(['alone'])
  expect(visible(['alone', 'mental'], KINDS, ['community'])).toEqual(['alone', 'mental'])
  expect(visible(['alone', 'ill'], KINDS, ['street'])).toEqual(['alone'])
})

test('the fourteen tags to start with have names and codes of their own', () => {
  expect(new Set(KINDS.map(kind => kind.name)).size).toBe(14)
  expect(new Set(KINDS.map(kind => kind.code)).size).toBe(14)
})

test('a grid outside the standard is told so, an empty one is left in peace', () => {
  expect(sizeWarning('old', 250)).toBeUndefined()
  expect(sizeWarning('old', 310)).toBe('现在 310 户，老旧小区的网格一般 200 到 300 户，可以分出几栋楼')
  expect(sizeWarning('managed', 120)).toMatch(/并进/)
  expect(sizeWarning('village', 50)).toBeUndefined()
  expect(sizeWarning('old', 0)).toBeUndefined()
})
