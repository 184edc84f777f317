import * as v from 'valibot'
import { contract } from '.'
import { Day } from './schema'

test('29 February is a day in 2024 and not in 2023', () => {
  expect(v.is(Day, '2024-02-29')).toBe(true)
  expect(v.is(Day, '2023-02-29')).toBe(false)
})

test('every operation says what it is about and who may call it', () => {
  for (const feature of Object.values(contract))
    for (const [name, operation] of Object.entries(feature)) {
      expect([name, operation.about.length > 5]).toEqual([name, true])
      expect([name, operation.scope === 'public' || operation.scope === 'signed' || operation.roles.length > 0]).toEqual([name, true])
    }
})
