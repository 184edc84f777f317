/** @jest-environment node */
/** What is in the mini-program's package, before anybody opens it. */
import { files, pages, text, weights } from './host/dist'

const KB = 1024
const scripts = () => files().filter(file => file.endsWith('.js'))
const found = (pattern: RegExp) => scripts().filter(file => pattern.test(text(file)))

test('the main package is at most 1.5 MB and every package at most 2 MB', () => {
  const { '': main, ...rest } = weights()
  expect(main).toBeLessThan(1536 * KB)
  for (const [root, bytes] of Object.entries(rest)) expect({ root, fits: bytes < 2048 * KB }).toEqual({ root, fits: true })
})

test('every page of app.json is in the build with its four files', () => {
  const there = new Set(files())
  const lost = pages().flatMap(page => ['.js', '.json', '.wxml'].map(end => page + end).filter(file => !there.has(file)))
  expect(pages().length).toBeGreaterThan(5)
  expect(lost).toEqual([])
})

test('templates carry what a screen reader needs', () => {
  const base = text('base.wxml')
  for (const name of ['aria-role', 'aria-label', 'aria-checked', 'aria-selected', 'aria-hidden']) expect(base).toContain(`${name}="`)
})

test('a package for WeChat cloud carries no HTTP transport of its own', () => {
  expect(found(/idempotency-key/i)).toEqual([])
  expect(found(/Bearer /)).toEqual([])
  expect(found(/["'`]\/api\//)).toEqual([])
})

test('no source map, no key and no address of a developer machine is in the package', () => {
  expect(files().filter(file => file.endsWith('.map'))).toEqual([])
  expect(found(/sourceMappingURL/)).toEqual([])
  expect(found(/-----BEGIN|AKID[A-Za-z0-9]{10}|appsecret|LIANGLIN_(DATA|INDEX)_KEY/i)).toEqual([])
  expect(found(/127\.0\.0\.1|localhost|["'`(]\/(home|Users|root|work)\/\w+\//)).toEqual([])
})

test('nothing in the package builds code from text, which WeChat forbids', () => {
  expect(found(/\bnew Function\(["'`]/).filter(file => !/return this/.test(text(file)))).toEqual([])
  expect(found(/\beval\(["'`]/)).toEqual([])
})
