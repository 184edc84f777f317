import { contract } from '@domain'
import { openapi, refusalsOf } from './openapi'

type Described = { [path: string]: { post: { [field: string]: unknown; responses: object; parameters?: { name: string }[] } } }
const paths = (demo: boolean) => openapi({ version: '1', demo }).paths as Described

test('every operation of the contract is described, with whom it is for and what it takes', () => {
  const all = paths(true)
  const names = Object.entries(contract).flatMap(([feature, operations]) => Object.keys(operations).map(name => `/api/${feature}.${name}`))
  expect(Object.keys(all).sort()).toEqual(names.sort())
  expect(all['/api/visits.log'].post).toMatchObject({ 'x-kind': 'write', 'x-roles': ['grid', 'community'], security: [{ session: [] }] })
  expect(all['/api/visits.log'].post.parameters?.[0].name).toBe('Idempotency-Key')
})

test('unknown fields are ruled out in the description as at the door', () => {
  const body = JSON.stringify(paths(true)['/api/account.enter'].post.requestBody)
  expect(body).toContain('"additionalProperties":false')
  expect(body).toContain('^\\\\d{6}$')
})

test('demo operations are not described where they do not exist', () => {
  expect(Object.keys(paths(false)).filter(path => path.includes('demo'))).toEqual([])
})

test('the refusals an operation names are listed', () => {
  expect(refusalsOf('Does it. Refuses: visits.not_there, visits.too_old (30 days).')).toEqual(['visits.not_there', 'visits.too_old'])
})

test('the whole description is plain JSON', () => {
  const whole = openapi({ version: '1', demo: true })
  expect(JSON.parse(JSON.stringify(whole))).toEqual(whole)
})
