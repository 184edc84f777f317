import fc from 'fast-check'
import { isWorkbook, LARGEST, pictureOf, refusedFile } from './rules'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap(part => (typeof part === 'string' ? [...part].map(letter => letter.charCodeAt(0)) : part)))
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0])
const PNG = bytes([0x89], 'PNG\r\n', [0x1a], '\n')
const WEBP = bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 ')
const XLSX = bytes('PK', [3, 4], 'rest')
const CSV = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc2, 0xa5, 0x0a])

test('a picture is known by its first bytes', () => {
  expect([JPEG, PNG, WEBP, XLSX, CSV].map(pictureOf)).toEqual(['jpeg', 'png', 'webp', null, null])
})

test('an .xlsx and a table in GBK are workbooks; a picture, nothing and a program are not', () => {
  expect([XLSX, CSV].map(isWorkbook)).toEqual([true, true])
  expect([JPEG, PNG, WEBP, bytes(), bytes([0x7f], 'ELF', [0, 0])].map(isWorkbook)).toEqual([false, false, false, false, false])
})

test('each kind takes its own, up to its size', () => {
  expect(refusedFile('photo', JPEG)).toBeNull()
  expect(refusedFile('photo', XLSX)?.code).toBe('files.not_a_picture')
  expect(refusedFile('workbook', PNG)?.code).toBe('files.not_a_workbook')
  const long = new Uint8Array(LARGEST.photo + 1)
  long.set(JPEG)
  expect(refusedFile('photo', long)?.code).toBe('files.too_large')
  expect(refusedFile('photo', long.subarray(0, LARGEST.photo))).toBeNull()
})

test('no bytes are both a picture and a workbook', () => {
  fc.assert(
    fc.property(fc.constantFrom(JPEG, PNG, WEBP, XLSX, CSV), fc.uint8Array(), (head, rest) => {
      const both = Uint8Array.from([...head, ...rest])
      expect(pictureOf(both) !== null && isWorkbook(both)).toBe(false)
    }),
  )
})
