import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { collections } from './collections'
import { assertKeys, keysFileOf, loadKeys } from './keys'
import { createSecrets } from './secrets'
import { openStore } from './store/sqlite'

const key = (name: string) => createHash('sha256').update(name).digest()
const secrets = createSecrets({ data: [key('a')], index: key('i') })
const place = { collection: 'residents', id: 'r1', field: 'idNumber' }
const NUMBER = '210102194910011234'

test('what is sealed opens again, in the place it was sealed for', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => expect(secrets.open(secrets.seal(text, place), place)).toBe(text)))
})

test('the same number sealed twice looks different, and never like itself', () => {
  const [one, two] = [secrets.seal(NUMBER, place), secrets.seal(NUMBER, place)]
  expect(one).not.toBe(two)
  expect(one).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]{16}\.[\w-]+$/)
  expect(one).not.toContain(NUMBER)
})

test.each([
  ['another person', { ...place, id: 'r2' }],
  ['another field', { ...place, field: 'phones' }],
  ['another collection', { ...place, collection: 'accounts' }],
])('a sealed text that was moved to %s does not open', (_, elsewhere) => {
  expect(() => secrets.open(secrets.seal(NUMBER, place), elsewhere)).toThrow()
})

test('no single changed letter of a sealed text opens', () => {
  const sealed = secrets.seal(NUMBER, place)
  const last = sealed.lastIndexOf('.')
  for (let i = last + 1; i < sealed.length - 1; i++) {
    const other = sealed[i] === 'A' ? 'B' : 'A'
    expect(() => secrets.open(sealed.slice(0, i) + other + sealed.slice(i + 1), place)).toThrow()
  }
})

test('a cut-off tag does not open', () => {
  const [version, id, iv, text] = secrets.seal(NUMBER, place).split('.')
  for (const bytes of [4, 8, 12, 15]) {
    const short = Buffer.from(text, 'base64url').subarray(0, bytes).toString('base64url')
    expect(() => secrets.open([version, id, iv, short].join('.'), place)).toThrow()
  }
})

test('an index finds equal values, tells fields apart, and is no plain hash of the number', () => {
  const blind = secrets.blind('idNumber', NUMBER)
  expect(secrets.blind('idNumber', NUMBER)).toBe(blind)
  expect(secrets.blind('phone', NUMBER)).not.toBe(blind)
  expect(createSecrets({ data: [key('a')], index: key('other') }).blind('idNumber', NUMBER)).not.toBe(blind)
  for (const text of [NUMBER, `idNumber\0${NUMBER}`]) expect(createHash('sha256').update(text).digest('base64url')).not.toBe(blind)
})

test('after a rotation the old key still opens and the new one seals', () => {
  const old = secrets.seal(NUMBER, place)
  const rotated = createSecrets({ data: [key('b'), key('a')], index: key('i') })
  expect(rotated.open(old, place)).toBe(NUMBER)
  expect(() => secrets.open(rotated.seal(NUMBER, place), place)).toThrow()
})

test('keys are made on first start beside the data folder, readable by their owner only, and stay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianglin-'))
  const file = keysFileOf(`${folder}/data/`)
  expect(file).toBe(`${folder}/data.keys`)
  const keys = loadKeys({ env: {}, file })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(loadKeys({ env: {}, file })).toEqual(keys)
  expect(keys.data[0]).not.toEqual(keys.index)
  expect(readFileSync(file, 'utf8')).toContain(keys.index.toString('base64'))
  rmSync(folder, { recursive: true })
})

test('keys from the environment come first, and one of the two alone is refused', () => {
  const env = {
    LIANGLIN_DATA_KEY: `${key('new').toString('base64')},${key('old').toString('base64')}`,
    LIANGLIN_INDEX_KEY: key('i').toString('base64'),
  }
  expect(loadKeys({ env, file: '/nowhere' }).data).toEqual([key('new'), key('old')])
  expect(() => loadKeys({ env: { LIANGLIN_DATA_KEY: env.LIANGLIN_DATA_KEY }, file: '/nowhere' })).toThrow('belong together')
  expect(() => loadKeys({ env: { ...env, LIANGLIN_INDEX_KEY: 'short' }, file: '/nowhere' })).toThrow('32 bytes')
})

test('a store that was written with other keys is not opened with new ones; rotated keys are welcome', async () => {
  const store = await openStore({ file: ':memory:', collections })
  await assertKeys(store, secrets)
  await assertKeys(store, createSecrets({ data: [key('b'), key('a')], index: key('i') }))
  await expect(assertKeys(store, createSecrets({ data: [key('b')], index: key('i') }))).rejects.toThrow('密钥和数据对不上')
  await expect(assertKeys(store, createSecrets({ data: [key('a')], index: key('j') }))).rejects.toThrow('密钥和数据对不上')
  await store.close()
})
